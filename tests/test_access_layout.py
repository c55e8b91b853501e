"""What someone sees with other eyes: narrow, spaced out, without motion, in the system's colours, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.access import fresh, kinds
from tests.live import browsing, served
from tests.site import ROOT

pytestmark = pytest.mark.xdist_group("browser")

ALL = kinds(ROOT / "data", "ja", "yamaguchi")
KINDS = [pytest.param(path, id=kind) for kind, path in ALL.items()]
A4 = 718
"""Pixels between the margins (1 cm) of an upright sheet"""
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }"""
_CUT = """() => [...document.querySelectorAll("body *")].filter(one => {
  const seen = getComputedStyle(one)
  if (!one.checkVisibility({ visibilityProperty: true }) || !one.textContent.trim()) return false
  if (seen.clipPath !== "none") return false
  if (one.closest("svg, select, rt, .md-search, [aria-hidden=true], .md-skip, .k-sidebar")) return false
  const hides = value => value === "hidden" || value === "clip"
  return (hides(seen.overflowX) && one.scrollWidth > one.clientWidth + 2 && one.clientWidth > 1)
    || (hides(seen.overflowY) && one.scrollHeight > one.clientHeight + 2 && one.clientHeight > 1)
}).map(one => one.outerHTML.slice(0, 100))"""
_SIDEWAYS = "() => document.documentElement.scrollWidth - innerWidth"
_MOVING = """() => [...document.querySelectorAll("*")].filter(one => {
  const seen = getComputedStyle(one)
  const lasts = times => times.split(",").some(time => parseFloat(time) > .001)
  return lasts(seen.transitionDuration) || (seen.animationName !== "none" && lasts(seen.animationDuration))
}).map(one => one.outerHTML.slice(0, 80))"""
_UNSEEN = """() => [...document.querySelectorAll("a, button, select, .k-sign, .k-flag")].filter(one => {
  if (!one.checkVisibility({ visibilityProperty: true }) || one.closest(".md-search, svg")) return false
  const seen = getComputedStyle(one)
  let behind = one
  while (behind && /, 0\\)$|transparent/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement
  const ground = behind ? getComputedStyle(behind).backgroundColor : "rgb(255, 255, 255)"
  const bare = one.matches("button, select") && parseFloat(seen.borderTopWidth) === 0
  return one.textContent.trim() !== "" && (seen.color === ground || bare)
}).map(one => one.outerHTML.slice(0, 100))"""
_PRESSED_LOOKS_ELSE = """() => {
  const looks = state => {
    const seen = getComputedStyle(document.querySelector(`[data-k-furigana] [aria-pressed=${state}]`))
    return [seen.backgroundColor, seen.color, seen.borderTopWidth, seen.outlineStyle, seen.textDecorationLine].join()
  }
  return looks("true") !== looks("false")
}"""
_CUT_OFF = """() => [...document.querySelectorAll("article table")].filter(one => one.checkVisibility()).flatMap(
  table => [...table.querySelectorAll("th, td")].filter(cell => {
    const ends = place => place.getBoundingClientRect().right
    const box = cell.getBoundingClientRect()
    const holds = cell.checkVisibility() && cell.textContent.trim()
    const narrow = [...function* (place) { for (; place; place = place.parentElement) yield place }(cell.parentElement)]
      .some(place => getComputedStyle(place).overflowX !== "visible" && ends(place) < box.right - 1)
    return holds && (box.left < 0 || box.right > innerWidth + 1 || box.width === 0 || narrow)
  })).map(cell => cell.textContent.slice(0, 60))"""


@pytest.fixture(scope="module", name="browser")
def fixture_browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@pytest.fixture(scope="module", name="address")
def fixture_address(real_site: Path) -> Iterator[str]:
    with served(real_site) as address:
        yield address


@pytest.mark.parametrize("path", KINDS)
def test_nothing_is_lost_at_320_pixels(browser: Browser, address: str, path: str) -> None:
    for one in (path, f"en/{path}"):
        with fresh(browser, address, one, 320) as page:
            assert page.evaluate(_SIDEWAYS) <= 0
            assert page.evaluate(_CUT) == []


@pytest.mark.parametrize("path", KINDS)
def test_text_spacing_loses_nothing(browser: Browser, address: str, path: str) -> None:
    with fresh(browser, address, path, 320) as page:
        page.add_style_tag(content=SPACING)

        assert page.evaluate(_SIDEWAYS) <= 0
        assert page.evaluate(_CUT) == []


@pytest.mark.parametrize("path", KINDS)
def test_reduced_motion_leaves_no_transition(browser: Browser, address: str, path: str) -> None:
    with fresh(browser, address, path, 390, reduced_motion="reduce") as page:
        assert page.evaluate(_MOVING) == []
        assert page.evaluate("() => getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize("path", [ALL["home"], ALL["plan"], ALL["action"], ALL["kids-quiz"], ALL["choose"]])
def test_signs_and_buttons_stay_in_forced_colours(browser: Browser, address: str, path: str) -> None:
    with fresh(browser, address, path, forced_colors="active") as page:
        unseen = page.evaluate(_UNSEEN)
        pressed = page.evaluate(_PRESSED_LOOKS_ELSE) if page.locator("[data-k-furigana]").count() else True

    assert unseen == []
    assert pressed


@pytest.mark.parametrize("path", KINDS)
def test_whole_tables_fit_on_a4(browser: Browser, address: str, path: str) -> None:
    with fresh(browser, address, path, A4) as page:
        page.emulate_media(media="print")

        assert page.evaluate(_CUT_OFF) == []
