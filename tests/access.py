"""What the tests of accessibility share: one page of each kind, the places of a Tab walk, what a page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from macros.guideline.load import load
from macros.web.pages import pages

ENGLISH = ("home", "forms", "plan", "action", "choose-end", "accessibility")
SCHEMES = ("light", "dark")
WIDTHS = (1280, 320)

_STOP = """() => {
  const looks = place => place ? getComputedStyle(place) : { outlineStyle: "none", boxShadow: "none" }
  const framed = place => looks(place).outlineStyle !== "none" || looks(place).boxShadow !== "none"
  const one = document.activeElement
  if (!one || one === document.body) return null
  const box = one.getBoundingClientRect()
  const name = one.outerHTML.slice(0, 110)
  const seen = getComputedStyle(one)
  // A radio button that is drawn by its label, and a link over several lines, are seen at their own boxes.
  const boxes = [...one.getClientRects()].filter(box => box.width > 0 && box.height > 0)
  const inside = boxes.filter(box => box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight)
  let fault = ""
  if (!boxes.length) fault = "has no size"
  else if (seen.visibility !== "visible" || seen.opacity === "0") fault = "is invisible"
  else if (!inside.length) fault = "is off the screen"
  else if (!inside.some(box => [0.5, 0.1, 0.9].some(at => {
    const x = Math.min(Math.max(box.left + box.width * at, 0), innerWidth - 1)
    const y = Math.min(Math.max(box.top + box.height * 0.5, 0), innerHeight - 1)
    const hit = document.elementFromPoint(x, y)
    return hit && (one.contains(hit) || hit.contains(one))
  }))) fault = "is covered"
  else if (![one, one.parentElement, one.closest("form")].some(framed)) fault = "shows no focus"
  return { name, fault }
}"""


def kinds(data: Path, language: str = "ja", guide: str | None = None) -> dict[str, str]:
    """Give the address of one page of each kind (frame) there is in *data*, of *guide* and of the site as a whole."""
    found: dict[str, str] = {}
    for page in pages(load(data), language):
        if guide is None or page.guide in (None, guide):
            found.setdefault(page.frame, ("en/" if language == "en" else "") + page.address)
    return found


@contextmanager
def fresh(browser: Browser, address: str, path: str, width: int = 1280, **wishes: Any) -> Iterator[Page]:
    """Open *path* in a browser that has never been here."""
    context = browser.new_context(viewport={"width": width, "height": 900}, base_url=address, **wishes)
    try:
        page = context.new_page()
        page.goto(path)
        yield page
    finally:
        context.close()


def stops(page: Page, most: int = 400) -> Iterator[dict[str, str]]:
    """Press Tab through *page* and give what each stop is, and what is wrong with it, until the walk ends."""
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(_STOP)
        if stop is None:
            return
        yield stop


JAPANESE = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff々〆]")
