"""What the tests of accessibility share: one page of each kind, the places of a Tab walk, what a page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from macros.web.pages import LANGUAGES, pages
from tests.site import ROOT, library

_NEARLY_ALL = 0.95
_DRESS = re.compile(r'<\w+(?: class="[^"]*")?')

SCHEMES = {"light": "default", "dark": "slate"}
"""What a browser wishes for, and what the page's body then says"""
WIDTHS = (1280, 320)
_HEIGHT = 900
_WORN = "() => document.body.dataset.mdColorScheme"
_KEPT = "() => localStorage.length + sessionStorage.length"

_WALK = """() => {
  const look = place => {
    const seen = getComputedStyle(place)
    return [seen.outlineStyle, seen.outlineWidth, seen.outlineColor, seen.boxShadow, seen.backgroundColor].join()
  }
  // A radio button may be drawn by its label, the search field by its form.
  const around = one => [one, one.parentElement, one.closest("form")].filter(Boolean)
  const looks = one => around(one).map(look).join("|")
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  const colour = written => {
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = written
    pen.fillRect(0, 0, 1, 1)
    return pen.getImageData(0, 0, 1, 1).data
  }
  const light = ([...rgb]) => {
    const [r, g, b] = rgb.map(one => (one /= 255) <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ground = place => {
    if (!place) return [255, 255, 255]
    const laid = colour(getComputedStyle(place).backgroundColor)
    return laid[3] > 250 ? laid : ground(place.parentElement)
  }
  const stands_out = place => { // the frame is drawn around a place, or within it
    const seen = getComputedStyle(place)
    const behind = ground(parseFloat(seen.outlineOffset) < 0 ? place : place.parentElement)
    const [low, high] = [light(colour(seen.outlineColor)), light(behind)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05) >= 3
  }
  const framed = one => around(one).filter(place => getComputedStyle(place).outlineStyle !== "none")
  const reached = (one, box) => [0.5, 0.1, 0.9].some(at => {
    const x = Math.min(Math.max(box.left + box.width * at, 0), innerWidth - 1)
    const y = Math.min(Math.max(box.top + box.height * 0.5, 0), innerHeight - 1)
    const hit = document.elementFromPoint(x, y)
    return hit && (one.contains(hit) || hit.contains(one))
  })
  const wrong = one => {
    const seen = getComputedStyle(one)
    const boxes = [...one.getClientRects()].filter(box => box.width > 0 && box.height > 0)
    const inside = boxes.filter(
      box => box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight)
    if (!boxes.length) return "has no size"
    if (seen.visibility !== "visible" || seen.opacity === "0") return "is invisible"
    if (!inside.length) return "is off the screen"
    if (!inside.some(box => reached(one, box))) return "is covered"
    if (!framed(one).length) return "has no frame"
    return framed(one).some(stands_out) ? "" : "has a frame that is hard to see"
  }
  const rest = () => new Promise(done => setTimeout(done, 150))
  const walked = []
  let last = null
  const named = one => one.outerHTML.slice(0, 120)
  window.lookAround = async () => {
    const one = document.activeElement
    if (last && last !== one && walked.at(-1).looks === looks(last)) walked.at(-1).fault ||= "looks as without focus"
    last = !one || one === document.body ? null : one
    if (!last) return false
    let fault = wrong(one)
    for (let left = 20; fault && left; left--) { // the page may still be on its way
      await rest()
      fault = wrong(one)
    }
    walked.push({ name: named(one), inMain: !!one.closest("#k_main"), fault, looks: looks(one) })
    return true
  }
  window.walked = walked
}"""


def kinds(data: Path, language: str) -> dict[str, list[str]]:
    """Give the addresses of the pages of each kind (frame) that there are in *data*; none is found at "lost"."""
    found: dict[str, list[str]] = {"lost": ["404.html"]} if language == "ja" else {}
    for page in pages(library(data), language):
        found.setdefault(page.frame, []).append(("en/" if language == "en" else "") + page.address)
    return found


KINDS = {(kind, language): found for language in LANGUAGES for kind, found in kinds(ROOT / "data", language).items()}
EVERY_KIND = [pytest.param(kind, id="-".join(kind)) for kind in KINDS]
"""Each kind of page in each language, as the parameter of a test"""


def in_turn(japanese: Sequence[Any], english: Sequence[Any]) -> list[Any]:
    """Give each kind of page with each dress that is for its language; with those of the other, only by night."""
    return [
        pytest.param(
            (kind, language),
            dress,
            id="-".join(map(str, (kind, language, *(dress if isinstance(dress, tuple) else (dress,))))),
            marks=() if dress in {"ja": japanese, "en": english}[language] else pytest.mark.nightly,
        )
        for kind, language in KINDS
        for dress in (*japanese, *english)
    ]


def by_night(*values: Any) -> Any:
    """Give the parameters of a test that is run by night only."""
    return pytest.param(*values, marks=pytest.mark.nightly)


@cache
def telling(site: Path, kind: tuple[str, str]) -> str:
    """Give the address of the shortest page of a *kind* that shows nearly all the different things one of them shows.

    By night every page is looked at; by day the longest ones, which show little more, would take most of the time.
    """
    pages = {address: page_file(site, address).read_text("utf-8") for address in KINDS[kind]}
    things = {address: len(set(_DRESS.findall(html))) for address, html in pages.items()}
    enough = _NEARLY_ALL * max(things.values())
    return min((address for address in pages if things[address] >= enough), key=lambda one: len(pages[one]))


def together(site: Path, language: str) -> list[str]:
    """Give a few pages of a *language* that show nearly all the different things which its kinds of pages show."""
    pages = [telling(site, kind) for kind in KINDS if kind[1] == language]
    things = {address: set(_DRESS.findall(page_file(site, address).read_text("utf-8"))) for address in pages}
    left = set().union(*things.values())
    enough = (1 - _NEARLY_ALL) * len(left)
    found: list[str] = []
    while len(left) > enough:
        found.append(max(pages, key=lambda one: len(things[one] & left)))
        left -= things[found[-1]]
    return found


def page_file(site: Path, address: str) -> Path:
    """Give the file of a finished *site* that is served at an *address*."""
    return site / address if address.endswith(".html") else site / address / "index.html"


def every_page(site: Path) -> list[str]:
    """Give the address of every page of a finished *site*, but those that only lead on to where a page has moved."""
    files = [file.relative_to(site).as_posix() for file in sorted(site.rglob("*.html"))]
    return [
        file.removesuffix("index.html")
        for file in files
        if 'http-equiv="refresh"' not in (site / file).read_text("utf-8")
    ]


@contextmanager
def fresh(
    browser: Browser, address: str, path: str, width: int = 1280, scheme: str = "light", **wishes: Any
) -> Iterator[Page]:
    """Open *path* at rest in a browser that has never been here, and see that it has put on *scheme*."""
    context = _visitor(browser, address, width, scheme, **wishes)
    try:
        page = context.new_page()
        page.goto(path)
        assert page.evaluate(_WORN) == SCHEMES[scheme]
        yield page
    finally:
        context.close()


class Opens(Protocol):
    """Opens an address at rest, as it is for someone who has never been here."""

    def __call__(self, path: str, width: int = 1280, scheme: str = "light", **wishes: Any) -> Page:
        """Give the page at *path*, *width* wide and in a *scheme*, until the next one is asked for."""


@contextmanager
def opening(browser: Browser, address: str) -> Iterator[Opens]:
    """Give what opens pages for tests that choose nothing there: in one window for each look, which is much faster."""
    windows: dict[tuple[Any, ...], Page] = {}

    def open_at(path: str, width: int = 1280, scheme: str = "light", **wishes: Any) -> Page:
        look = (width, scheme, *sorted(wishes.items()))
        if look not in windows:
            windows[look] = _visitor(browser, address, width, scheme, **wishes).new_page()
        page = windows[look]
        page.set_viewport_size({"width": width, "height": _HEIGHT})
        page.goto(path)
        assert page.evaluate(_WORN) == SCHEMES[scheme]
        assert page.evaluate(_KEPT) == 0, "another test chose something, and the browser kept it"
        return page

    try:
        yield open_at
    finally:
        for page in windows.values():
            page.context.close()


def _visitor(browser: Browser, address: str, width: int, scheme: str, **wishes: Any) -> BrowserContext:
    wishes = {"reduced_motion": "reduce", "color_scheme": scheme, **wishes}
    return browser.new_context(viewport={"width": width, "height": _HEIGHT}, base_url=address, **wishes)


def walk(page: Page, key: str = "Tab", most: int = 1500) -> list[dict[str, Any]]:
    """Press *key* through *page* till the walk leaves it; give each stop, and what is wrong with it."""
    page.evaluate(_WALK)
    for _ in range(most):
        page.keyboard.press(key)
        if not page.evaluate("() => lookAround()"):
            break
    found: list[dict[str, Any]] = page.evaluate("() => walked")
    return found


JAPANESE = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff々〆]")
