"""Any text in any text field of any file arrives as that text, and adds nothing to a page but text."""

from __future__ import annotations

import contextlib
import csv
import io
import itertools
import json
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from selectolax.lexbor import LexborHTMLParser

from macros.furigana import plain
from macros.guideline.text import joined_lines
from macros.web import build as builds
from macros.web.progress import Progress
from tests.site import MINI, job
from tests.spots import Spot, field, write

WITH_A_FORM = {"vocabulary.steps.printed", "readings"}
"""Texts that other files must repeat"""
REPEATED_IN = ("labels.yml", "/reader.yml")
"""Files whose own words must stay: slots that are filled in, words that a list explains"""
SIGNS = "<>&\"'"
"""What steps of the plan are marked with, in turn: one sign each, which no test can mark"""
OTHER = "aoba"
"""A second town with the same files, so that towns are compared"""
CRITERIA = """
scope: {ja: 試験した範囲です。, en: What was tested.}
criteria:
  - number: 1.1.1
    name: {ja: 非テキストコンテンツ, en: Non-text Content}
    level: A
    since: "2.0"
    result: conforms
    method: person
    what: {ja: 絵に説明があります。, en: Pictures are described.}
    date: 2026-11-20
    tests: [tests/test_walk.py]
"""
REFUSED = {
    "plan.actions.schedule",
    "plan.measures.actions.schedule",
    "plan.measures.actions.uncertain.readings",
    "reader.words.word",
    "readings.readings.word",
    "readings.lock.readings.word",
    "readings.lock.readings.reading",
}
"""Fields whose texts must be among known words, or short"""

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x='",
    '" onfocus="alert(1)" autofocus="',
    "javascript:alert(1)",
    "[x](javascript:alert(1)) ![y](https://example.org/y.png)",
    "<https://example.org/> <a@example.org>",
    "{{ 7*7 }} {% raw %} {# x #} {{ config }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "</title></textarea></style></script><b>",
    "<!-- x --> <![CDATA[x]]> <?php x ?>",
    "&lt;b&gt; &amp; &#60; &#x3c; &nbsp; &copy",
    "*a* _b_ **c** `d` ~~e~~ # f | g | h",
    "x {: onclick=alert(1) .k #sec_top } {style=color:red}",
    '[TOC] --8<-- "x" [^1] [a][b] ***',
    "\\ \\n \\u003cscript\\u003e \\< \\' %s %(x)s ${x} #{x}",
    "=cmd|' /C calc'!A0",
    "</div></section></main><main><h1>",
    "<svg/onload=alert(1)> <math><mi//xlink:href='data:x,y'>",
    "data-k-panel data-indexes='[]' class='k' id='k_drawer'",
    "{town} {count} {0} {} {x!r} {forms}",
    "{方|かた} {協働|きょうどう} {x|y}",
    "<ruby>協働<rt>きょうどう</rt></ruby>",
    "一行目\n二行目 a\nb",
    "𠮷﨑髙葛󠄀㈱①㍻ｷｮｳ (( )) ÅÄÖ",
    "..//../etc/passwd ..%2f %00 ?q=<b>#<i>",
)
BEGINNINGS = (
    *(
        "javascript:alert(1)//",
        "JavaScript:alert(1)//",
        "data:text/html,<b>",
        "vbscript:x",
        "//evil.example/",
        "/etc/x",
    ),
    *("../../x", "https://evil.example/", "mailto:x", "#x", "?x", "=1+1", "+1+1", "-1+1", "@SUM(1)", "＝1+1", "'=1+1"),
    *(
        "{{ x }}",
        "{% x %}",
        "# x",
        "- x",
        "1. x",
        "> x",
        "    x",
        "| x | y",
        "<b>",
        "&lt;",
        "```",
        "---",
        "[TOC]",
        "\\",
    ),
)
NOT_SHOWN = re.compile(
    r"labels\.|readings\.|leaflet\.|reader\.(teacher|worksheet|words\.word)|.*\.source\.at$"
    r"|changes\.(revision|changes\.page)$|accessibility\.criteria\.tests$|plan\..*(schedule|uncertain\.readings)$"
)
"""Fields whose texts are not shown everywhere: words of the interface that this town has no use for, what is
printed only, and what leads somewhere or must be among known words"""
FRAGMENTS = st.sampled_from((*HOSTILE, *"<>&\"'/=[](){}|#*_`~!-+\\%$:;,.@ ", "協働", "b", "on", "&#", "javascript:"))
TEXTS = st.lists(FRAGMENTS, min_size=1, max_size=6).map(lambda parts: "".join(parts)[:120])
AT_NIGHT, IN_ONE = 1_000, 25
"""How many texts every field gets at night, and how many of them at a time; each of the two towns has each field"""
MARKED = re.compile(r"q(\d{5})k((?:(?!q\d{5}k).)*?)j\1z", re.DOTALL)
BEGUN = re.compile(r"q(\d{5})k")
_LONG = 10
_ENDS = ("!", "?", ".", "。")
LAID_OVER = frozenset(("ruby", "rt", "rp", "wbr", "text", "span", "span[title]"))  # a span says that words are Japanese
"""What depends on the words themselves: readings, phrase breaks, lines of a figure, how Japanese names sound"""
HARMLESS = frozenset(("class", "lang", "title", "translate", "x", "y", "text-anchor", "data-search-exclude"))
"""The only attributes of these"""


def town(folder: Path) -> Path:
    """Copy the make-believe town, a second town like it, and the one shared file it does without."""
    data = Path(shutil.copytree(MINI, folder / "data"))
    other = Path(shutil.copytree(data / "midori", data / OTHER))
    front = (other / "guide.yml").read_text(encoding="utf-8")
    (other / "guide.yml").write_text(front.replace("id: midori", f"id: {OTHER}", 1), encoding="utf-8")
    (data / "accessibility.yml").write_text(CRITERIA, encoding="utf-8")
    return data


def built_with(folder: Path, words: Callable[[Spot, str], str | None], signs: str = SIGNS) -> Path:
    """Build two towns and what they share with *words* in every field of free text."""
    data = town(folder)
    refused = write(data, words)
    assert {field(spot) for spot in refused} <= REFUSED
    vocabulary = (data / "vocabulary.yml").read_text(encoding="utf-8")
    turn = itertools.cycle(signs)
    marked = re.sub(r"(?m)^(.* 'sign': ).*$", lambda found: found[1] + json.dumps(next(turn)), vocabulary)
    assert marked != vocabulary
    (data / "vocabulary.yml").write_text(marked, encoding="utf-8")
    # What is set on paper says which text does not fit: test_paper_any_text.py sees to that.
    without_paper = replace(job(folder, data, KYODO_SITE_URL="https://example.org/town/"), paper=False)
    return builds.build(without_paper, Progress()).site


def build(folder: Path, texts: Sequence[str], several: int = 1) -> tuple[Path, dict[int, tuple[Spot, str]]]:
    """Build two towns with *texts* in their fields, in turn, *several* in each; give what each number stands for."""
    put: dict[int, tuple[Spot, str]] = {}
    places: dict[Spot, str] = {}

    def marked(spot: Spot) -> str:
        number = len(put)
        text = texts[number % len(texts)]
        if spot[0] == "labels.yml":  # whose slots are filled in
            text = re.sub(r"\{(\w+)\}", r"{\1 }", text)
        put[number] = (spot, text)
        return f"q{number:05d}k{text}j{number:05d}z"

    def words(spot: Spot, own: str) -> str | None:
        if field(spot) in WITH_A_FORM:
            return None
        if spot not in places:
            count = 1 if spot[0] == "labels.yml" else several  # a thousand words of the interface are one field
            places[spot] = " ".join(marked(spot) for _ in range(count))
        return f"{places[spot]} {own}" if spot[0].endswith(REPEATED_IN) else places[spot]

    return built_with(folder, words), put


def strings(site: Path) -> Iterator[tuple[str, str]]:
    """Give every text that the *site* holds, with where it is: of pages, of attributes, and of all other files."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix == ".html":
            tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
            for node in tree.css("rt, rp, svg text[data-search-exclude]"):  # readings
                node.decompose()
            for node in tree.css("script[type='application/json']"):
                yield from ((f"{name} config", text) for text in leaves(json.loads(node.text())))
            for node in tree.css("*"):
                for attribute, value in node.attributes.items():
                    if f"{node.tag}[{attribute}]" not in LAID_OVER:
                        yield f"{name} {node.tag}[{attribute}]", value or ""
            for node in tree.css("pre"):  # samples of data
                with contextlib.suppress(json.JSONDecodeError):
                    yield from ((f"{name} pre", text) for text in leaves(json.loads(node.text())))
                    node.decompose()
            for node in tree.css("svg"):
                yield f"{name} svg", node.text()
                node.decompose()
            for part in ("title", "body"):
                found = tree.css_first(part)
                assert found is not None
                yield f"{name} {part}", found.text()
        elif "search/" in name and path.suffix == ".json":
            index = json.loads(path.read_text(encoding="utf-8"))
            yield from ((f"{name} page", page[1]) for page in index["pages"])
            for _, _, title, _, _, text, *_ in index["sections"]:
                yield f"{name} title", title
                yield f"{name} text", text
        elif path.suffix == ".json":
            yield from ((name, text) for text in leaves(json.loads(path.read_text(encoding="utf-8"))))
        elif path.suffix == ".csv":
            rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")))
            yield from ((name, cell) for row in rows for cell in row)
        elif path.suffix == ".xlsx":
            for sheet in openpyxl.load_workbook(path).worksheets:
                yield from ((name, cell.value) for row in sheet.rows for cell in row if isinstance(cell.value, str))
        elif path.suffix == ".ics":
            for part in Calendar.from_ical(path.read_bytes()).walk():
                yield from ((name, str(value)) for _, value in part.property_items() if isinstance(value, str))
        elif path.suffix in (".xml", ".atom", ".rss"):
            for element in ElementTree.fromstring(path.read_bytes()).iter():
                yield from ((name, text) for text in (element.text, *element.attrib.values()) if text)


def leaves(value: Any) -> Iterator[str]:
    """Give every string in what JSON holds, keys included."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, str):
        yield value


def shape(site: Path) -> dict[str, Counter[str]]:
    """Give for every page its elements and attributes, and the schemes of its addresses, with their number."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        shape: Counter[str] = Counter()
        for node in LexborHTMLParser(path.read_text(encoding="utf-8")).css("*"):
            if node.tag in LAID_OVER:
                shape.update(set(node.attributes) - HARMLESS)
                continue
            shape[str(node.tag)] += 1
            for attribute, value in node.attributes.items():
                if f"{node.tag}[{attribute}]" in LAID_OVER:
                    continue
                shape[f"{node.tag}[{attribute}]"] += 1
                if attribute in ("href", "src", "action"):
                    shape[f"{attribute} {urlsplit(value or '').scheme}"] += 1
        found[path.relative_to(site).as_posix()] = shape
    return found


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
            if not any(is_begun(rest, whole) for whole in expected(spot, written)):
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


def schemes(shape: dict[str, Counter[str]]) -> set[str]:
    """Give the kinds of addresses that a site has: by the attribute and the scheme."""
    return {one for page in shape.values() for one in page if " " in one}


def active(shape: dict[str, Counter[str]]) -> set[str]:
    """Give the kinds of elements and attributes that a site has."""
    return {one for page in shape.values() for one in page if " " not in one}


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
