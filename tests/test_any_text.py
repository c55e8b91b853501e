"""Any text in any text field of any file arrives as that text, and adds nothing to a page but text."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from macros.furigana import plain
from macros.guideline.text import joined_lines
from macros.web import build as builds
from macros.web.progress import Progress
from tests.site import MINI, job
from tests.spots import Spot, field, spots, write

WITH_A_FORM = {"vocabulary.steps.printed", "readings"}
"""Texts that other files must repeat"""
REPEATED_IN = ("labels.yml", "midori/reader.yml")
"""Files whose own words must stay: slots that are filled in, words that a list explains"""
REFUSED = {
    "plan.actions.schedule",
    "plan.measures.actions.schedule",
    "plan.measures.actions.uncertain.readings",
    "reader.words.word",
}
"""Fields whose texts must be among known words"""

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
FRAGMENTS = st.sampled_from((*HOSTILE, *"<>&\"'/=[](){}|#*_`~!-+\\%$:;,.@ ", "協働", "b", "on", "&#", "javascript:"))
TEXTS = st.lists(FRAGMENTS, min_size=1, max_size=6).map(lambda parts: "".join(parts)[:120])
MARKED = re.compile(r"q(\d{4})k((?:(?!q\d{4}k).)*?)j\1z", re.DOTALL)
BEGUN = re.compile(r"q(\d{4})k")
_LONG = 10
_ENDS = ("!", "?", ".", "。")
LAID_OVER = frozenset(("ruby", "rt", "rp", "wbr", "text", "span", "span[title]"))  # a span says that words are Japanese
"""What depends on the words themselves: readings, phrase breaks, lines of a figure, how Japanese names sound"""
HARMLESS = frozenset(("class", "lang", "title", "translate", "x", "y", "text-anchor", "data-search-exclude"))
"""The only attributes of these"""


def build(folder: Path, texts: Sequence[str]) -> tuple[Path, dict[int, tuple[Spot, str]]]:
    """Build the make-believe town with *texts* in its fields, in turn; give what each number stands for."""
    data = Path(shutil.copytree(MINI, folder / "data"))
    numbers = {spot: number for number, spot in enumerate(spots(data))}
    put: dict[int, tuple[Spot, str]] = {}

    def words(spot: Spot, own: str) -> str | None:
        number = numbers[spot]
        if field(spot) in WITH_A_FORM:
            return None
        text = texts[number % len(texts)]
        put[number] = (spot, text)
        whole = f"q{number:04d}k{text}j{number:04d}z"
        return f"{whole} {own}" if spot[0] in REPEATED_IN else whole

    refused = write(data, words)
    assert {field(spot) for spot in refused} <= REFUSED
    # What is set on paper says which text does not fit: tests of paper see to that.
    without_paper = replace(job(folder, data, KYODO_SITE_URL="https://example.org/town/"), paper=False)
    return builds.build(without_paper, Progress()).site, put


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
    ways = {str(joined_lines(text)), text if spot[0] == "labels.yml" else str(joined_lines(text))}
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
            ways = {re.sub(r"\s+", " ", arrived), arrived.replace("\n", "")}  # a figure sets long names in lines
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


def test_hostile_texts_arrive_as_text_and_add_nothing(tmp_path: Path, harmless: dict[str, Counter[str]]) -> None:
    site, put = build(tmp_path, HOSTILE)
    seen = {int(number) for _, text in strings(site) for number in BEGUN.findall(text)}

    assert mangled(site, put) == []
    assert shape(site) == harmless
    assert len({field(put[number][0]) for number in seen}) > 150  # the texts of nearly every field come to readers


@pytest.mark.nightly
@settings(max_examples=40, deadline=None, derandomize=True, phases=[Phase.generate], database=None)
@given(st.lists(TEXTS, min_size=37, max_size=37))
def test_any_texts_arrive_as_text_and_add_nothing(harmless: dict[str, Counter[str]], texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site, put = build(Path(folder), texts)

        assert mangled(site, put) == []
        assert shape(site) == harmless
