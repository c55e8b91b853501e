"""Tables come whole out of the printer: every cell of every kind of page stands on A4."""

from __future__ import annotations

import logging
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from pdfminer.converter import PDFPageAggregator
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.access import EVERY_KIND, KINDS, fresh, telling

_CELLS = """() => [...document.querySelectorAll("article :is(th, td)")].map(cell => {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
  let words = ""
  while (texts.nextNode()) {
    const place = texts.currentNode.parentElement
    // A sign beside a word that says the same is decoration to the structure of a PDF.
    if (place.checkVisibility() && !place.closest("[aria-hidden=true], .k-sr")) words += texts.currentNode.data
  }
  return words.trim()
}).filter(Boolean)"""
_CUT = """() => [...document.querySelectorAll("article table")].filter(table => {
  for (let place = table; place; place = place.parentElement)
    if (![document.body, document.documentElement].includes(place) && getComputedStyle(place).overflowX !== "visible")
      return true
  return false
}).map(one => one.outerHTML.slice(0, 100))"""
RADICALS = str.maketrans("⻄⻑⻘⻝⻩⻲⻳⺟⺠⻁⻆‧", "西長青食黄亀亀母民虎角・")
"""Signs that Chromium writes into a PDF in the place of the common ones, and NFKC leaves"""
logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it complains of every embedded bitmap face


@pytest.mark.nightly
@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_cell_of_every_table_stands_on_paper(
    browser: Browser, address: str, real_site: Path, kind: tuple[str, str], tmp_path: Path
) -> None:
    path = _with_tables(real_site, kind)

    assert "<table" not in _html(real_site, path) or _missing(browser, address, path, tmp_path) == []


def test_every_cell_of_the_widest_tables_stands_on_paper(
    browser: Browser, address: str, real_site: Path, tmp_path: Path
) -> None:
    """By night, tables of all kinds of pages are printed."""
    paths = [_with_tables(real_site, kind) for kind in KINDS if kind[1] == "ja"]
    widest = sorted(paths, key=lambda path: _html(real_site, path).count("</th>"), reverse=True)[:6]

    missing = {path: _missing(browser, address, path, tmp_path) for path in widest}
    assert {path: cells for path, cells in missing.items() if cells} == {}


def _missing(browser: Browser, address: str, path: str, folder: Path) -> list[str]:
    """Print a page with tables on A4; give the cells that are not there, and the tables that were cut."""
    with fresh(browser, address, path) as page:
        page.emulate_media(media="print")
        cells: list[str] = page.evaluate(_CELLS)
        assert cells
        cut: list[str] = page.evaluate(_CUT)
        page.pdf(path=folder / "page.pdf", format="A4", prefer_css_page_size=True, tagged=True)
    printed = _printed(folder / "page.pdf")
    return [*cut, *(cell for cell in cells if not _found(cell, printed))]


def test_most_kinds_have_a_page_with_a_table(real_site: Path) -> None:
    assert sum("<table" in _html(real_site, _with_tables(real_site, kind)) for kind in KINDS) > len(KINDS) / 2


def _with_tables(site: Path, kind: tuple[str, str]) -> str:
    """Give the page of a *kind* that has the widest table, or the most telling page where none has one."""
    widest = max(KINDS[kind], key=lambda path: _html(site, path).count("</th>"))
    return widest if "</th>" in _html(site, widest) else telling(site, kind)


def _html(site: Path, path: str) -> str:
    return (site / path if path.endswith(".html") else site / path / "index.html").read_text(encoding="utf-8")


class _Signs(PDFPageAggregator):
    """Reads the signs between a sheet's edges, and which mark of the document's structure each belongs to."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.words: dict[tuple[int, int], str] = defaultdict(str)
        self.sheet = 0
        self._open: list[int | None] = []

    def begin_tag(self, tag: Any, props: Any = None) -> None:  # noqa: ARG002
        mark = props.get("MCID") if isinstance(props, dict) else None
        self._open.append(self._open[-1] if mark is None and self._open else mark)

    def end_tag(self) -> None:
        self._open.pop()

    def render_char(self, *place: Any) -> float:
        width: float = super().render_char(*place)
        sign = self.cur_item._objs[-1]
        if self._open and self._open[-1] is not None and sign.x0 >= 0 and sign.x1 <= self.cur_item.width:
            self.words[self.sheet, self._open[-1]] += sign.get_text()
        return width


def _printed(pdf: Path) -> Counter[str]:
    """Give the words of each cell on the sheets of *pdf*, as far as they are within the edges, and how often."""
    manager = PDFResourceManager()
    signs = _Signs(manager)
    with pdfplumber.open(pdf) as paper:
        for sheet in paper.pages:
            signs.sheet = sheet.page_obj.pageid
            PDFPageInterpreter(manager, signs).process_page(sheet.page_obj)
    found: Counter[str] = Counter()
    for cell in _cells(PdfReader(pdf).root_object["/StructTreeRoot"]):
        parts: dict[int, str] = defaultdict(str)
        for sheet, mark in _marks(cell, 0):
            parts[sheet] += signs.words[sheet, mark]
        # A tall cell goes on over the edge of a sheet; the head of a table comes again on each.
        found.update({_plain("".join(parts.values())), *map(_plain, parts.values())})
    return found


def _cells(element: Any) -> Iterator[Any]:
    for kid in _kids(element):
        if isinstance(kid, dict) and kid.get("/S") in ("/TD", "/TH"):
            yield kid
        elif isinstance(kid, dict):
            yield from _cells(kid)


def _marks(element: Any, sheet: int) -> Iterator[tuple[int, int]]:
    sheet = element.raw_get("/Pg").idnum if "/Pg" in element else sheet
    for kid in _kids(element):
        if isinstance(kid, int):
            yield sheet, kid
        elif "/MCID" in kid:
            yield kid.raw_get("/Pg").idnum if "/Pg" in kid else sheet, kid["/MCID"]
        else:
            yield from _marks(kid, sheet)


def _kids(element: Any) -> list[Any]:
    kids = element["/K"].get_object() if "/K" in element else []
    return [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]


def _found(cell: str, printed: Counter[str]) -> bool:
    """Say whether *cell* is on paper, and take it away: two equal cells are printed twice."""
    words = _plain(cell)
    printed[words] -= 1
    return printed[words] >= 0


def _plain(words: str) -> str:
    """Give the signs of *words* in a fixed order: words with readings are drawn after those without."""
    return "".join(sorted("".join(unicodedata.normalize("NFKC", words).translate(RADICALS).split())))
