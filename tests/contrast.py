"""Measure the contrast of every text that a page shows with what lies under it: WCAG 2.2, 1.4.3.

axe leaves open what lies over other things (a menu over a page, names in a figure), what is a single sign, and what
stands beside a drawn sign; here no kind of text is left open, and of those dressed alike three are measured. At the
place of each line of text the page is asked for its elements there, the topmost first, and their colours are laid over
each other until one lets nothing through. What a style sheet writes before and after an element has no place of its
own: it is measured with its own ground, or with that of the element where it has none.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from macros.guideline.checks import LEAST_CONTRAST

LEAST_FOR_LARGE = 3
"""The contrast that texts of 18 points, and bold ones of 14, must have"""
_ENOUGH = 3
"""Texts of one page that are dressed alike and measured"""
_TALLEST = 60_000
_POINTED_AT = """() => {
  const always = place => [...place.cssRules].forEach((rule, at) => {
    if (rule.selectorText?.includes("-scrollbar")) return
    if (rule.selectorText?.includes(":hover")) {
      // as specific as :hover, and true of everything
      const whole = rule.cssText.replace(rule.selectorText, rule.selectorText.replaceAll(":hover", ":not(.k-never)"))
      place.deleteRule(at)
      place.insertRule(whole, at)
    } else if (rule.cssRules) always(rule)
  })
  for (const sheet of document.styleSheets) always(sheet)
}"""
_MEASURE = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def pale(page: Page) -> list[str]:
    """Give each text of *page*, as it stands, that is too pale to be read, with its contrast."""
    size = page.viewport_size
    assert size
    tall = page.evaluate("() => document.documentElement.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": min(max(tall, size["height"]), _TALLEST)})
    looked, found = page.evaluate(_MEASURE, [LEAST_CONTRAST, LEAST_FOR_LARGE, _ENOUGH])
    page.set_viewport_size(size)
    assert looked
    texts: list[str] = found
    return texts


def point_at_everything(page: Page) -> None:
    """Dress every element of *page* as while a pointer rests on it."""
    page.evaluate(_POINTED_AT)
