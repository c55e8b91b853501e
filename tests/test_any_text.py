"""Any text in any text field of any file arrives as that text, and adds nothing to a page but text.

One thing is refused instead, with a message: what was meant to be a reading and is none (test_mistyped_readings.py).
"""

from __future__ import annotations

import csv
import io
import itertools
import re
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from macros.furigana import plain
from macros.guideline.notation import mistyped
from macros.guideline.text import joined_lines
from tests.holdings import active, schemes, shape, strings
from tests.hostile import BEGINNINGS, HOSTILE, REPEATED_IN, WITH_A_FORM, build, built_with
from tests.spots import Spot, field

NOT_SHOWN = re.compile(
    r"labels\.|readings\.|leaflet\.|reader\.(teacher|worksheet|words\.word)|.*\.source\.at$"
    r"|changes\.(revision|changes\.page)$|accessibility\.criteria\.tests$|plan\..*(schedule|uncertain\.readings)$"
)
"""Fields whose texts are not shown everywhere: words of the interface that this town has no use for, what is
printed only, and what leads somewhere or must be among known words"""
FRAGMENTS = st.sampled_from((*HOSTILE, *"<>&\"'/=[](){}|#*_`~!-+\\%$:;,.@ ", "協働", "b", "on", "&#", "javascript:"))
TEXTS = (
    st.lists(FRAGMENTS, min_size=1, max_size=6)
    .map(lambda parts: "".join(parts)[:120])
    .filter(lambda text: not any(mistyped(str(joined_lines(text)))))
)
AT_NIGHT, IN_ONE = 1_000, 25
"""How many texts every field gets at night, and how many of them at a time; each of the two towns has each field"""
MARKED = re.compile(r"q(\d{5})k((?:(?!q\d{5}k).)*?)j\1z", re.DOTALL)
BEGUN = re.compile(r"q(\d{5})k")
_LONG = 10
_FULL = 80
"""Signs from which a text is cut to fit, wherever that may be"""
_ENDS = ("!", "?", ".", "。")


def expected(spot: Spot, text: str) -> set[str]:
    """Give the *text* of a *spot* as readers may meet it: lines joined (of labels perhaps not), readings left out."""
    joined = str(joined_lines(f"k{text}j"))[1:-1]  # between letters, as it is written: spaces at its ends are its own
    ways = {joined, text if spot[0] == "labels.yml" else joined}
    return {re.sub(r"\s+", " ", plain(one)) for one in ways}


def is_begun(text: str, whole: str) -> bool:
    """Say whether *text* begins as *whole* does, up to the end of a sentence at least or for a good while."""
    same = next((at for at, pair in enumerate(zip(text, whole, strict=False)) if pair[0] != pair[1]), len(whole))
    return same >= _LONG or whole[:same].rstrip().endswith(_ENDS)


def mangled(site: Path, put: dict[int, tuple[Spot, str]]) -> list[str]:
    """Give every place of the *site* at which a text is not what was written."""
    wrong = []
    for where, text in strings(site):
        for number, arrived in MARKED.findall(text):
            spot, written = put[int(number)]
            ways = {re.sub(r"\s+", " ", arrived), arrived.replace("\n", "")}
            if where.endswith(" svg"):  # a figure sets long names in lines
                ways = {one for one in expected(spot, written) if "".join(one.split()) == "".join(arrived.split())}
            if not ways & expected(spot, written):
                wrong.append(f"{where}: {field(spot)} {written!r} became {arrived!r}")
        for one in BEGUN.finditer(MARKED.sub("", text)):
            spot, written = put[int(one[1])]
            rest = re.sub(r"\s+", " ", text[text.index(one[0]) + len(one[0]) :])
            ways = expected(spot, written)
            kept = rest.removesuffix("…")  # search cuts long sentences between words, and says so
            at_the_end = (len(text) >= _FULL or kept != rest) and any(
                f"{whole}j{one[1]}z".startswith(kept) for whole in ways
            )
            if not (at_the_end or any(is_begun(rest, whole) for whole in ways)):
                wrong.append(f"{where}: {written!r} is cut to {rest[:80]!r}")
    return wrong


@pytest.fixture(scope="module", name="harmless")
def fixture_harmless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Counter[str]]:
    """The shape of the same site with harmless words in the same places."""
    site, _ = build(tmp_path_factory.mktemp("harmless"), ["ことば"])
    return shape(site)


@pytest.fixture(scope="module", name="hostile")
def fixture_hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[int, tuple[Spot, str]]]:
    """The site with hostile words."""
    return build(tmp_path_factory.mktemp("hostile"), HOSTILE)


def test_hostile_texts_arrive_as_text_and_add_nothing(
    hostile: tuple[Path, dict[int, tuple[Spot, str]]], harmless: dict[str, Counter[str]]
) -> None:
    site, put = hostile

    assert mangled(site, put) == []
    assert shape(site) == harmless


def test_texts_of_every_file_come_to_readers_and_of_nearly_every_field(
    hostile: tuple[Path, dict[int, tuple[Spot, str]]],
) -> None:
    site, put = hostile
    seen: dict[str, set[int]] = {}
    for where, text in strings(site):
        kind = where.partition(" ")[0].rpartition(".")[2]
        seen.setdefault(kind, set()).update(int(number) for number in BEGUN.findall(text))
    fields = {field(put[number][0]) for number in set().union(*seen.values())}
    unseen = {field(spot) for spot, _ in put.values()} - fields
    labels = [one for one in fields if one.startswith("labels.")]

    assert {kind for kind, numbers in seen.items() if numbers} >= {"html", "json", "csv", "xlsx", "ics", "xml"}
    assert [one for one in sorted(unseen) if not NOT_SHOWN.match(one)] == []
    assert (len(fields) - len(labels), len(labels)) >= (300, 700)


def test_texts_that_begin_like_addresses_or_formulas_stay_texts(
    tmp_path: Path, harmless: dict[str, Counter[str]]
) -> None:
    count = itertools.count()
    numbers: dict[Spot, int] = {}

    def words(spot: Spot, _: str) -> str | None:
        if field(spot) in WITH_A_FORM or spot[0].endswith(REPEATED_IN):
            return None
        number = numbers.setdefault(spot, next(count))
        return f"{BEGINNINGS[number % len(BEGINNINGS)]}{number}"

    site = built_with(tmp_path, words)
    cells = [
        cell
        for path in site.rglob("*.csv")
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")))
        for cell in row
    ]

    assert schemes(shape(site)) == schemes(harmless)
    assert active(shape(site)) == active(harmless)
    assert [cell for cell in cells if cell.startswith(("=", "+", "@")) or re.match(r"-(?![0-9])", cell)] == []
    assert len(cells) > 1000


@pytest.mark.nightly
@settings(
    max_examples=AT_NIGHT // (2 * IN_ONE), deadline=None, derandomize=True, phases=[Phase.generate], database=None
)
@given(st.lists(TEXTS, min_size=97, max_size=97))
def test_a_thousand_texts_in_every_field_arrive_as_text_and_add_nothing(
    harmless: dict[str, Counter[str]], texts: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site, put = build(Path(folder), texts, IN_ONE)
        wrong = mangled(site, put)
        added = {name: found - harmless[name] for name, found in shape(site).items() if found != harmless[name]}

    assert (wrong[:20], added) == ([], {})  # not the shapes themselves, which are long
