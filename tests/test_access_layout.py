"""Nothing is lost to who looks otherwise: narrow, zoomed, text spaced out, without motion, in the system's colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.access import EVERY_KIND, Opens, every_page, in_turn, page_file, telling
from tests.live import visiting

SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }"""
"""What WCAG 1.4.12 lets anyone set"""

_SIDEWAYS = "() => document.documentElement.scrollWidth - innerWidth"
_CUT = """() => [...document.querySelectorAll("body *")].filter(one => {
  if (!one.checkVisibility({ visibilityProperty: true }) || !one.textContent.trim()) return false
  const seen = getComputedStyle(one)
  // Hidden from sight on purpose, for the ear; and what cannot be scrolled sideways only because it need not.
  if (one.closest("svg, rt, rp, .k-sr") || seen.clipPath !== "none") return false
  const hides = value => value === "hidden" || value === "clip"
  return (hides(seen.overflowX) && one.scrollWidth > one.clientWidth + 2 && one.clientWidth > 1)
    || (hides(seen.overflowY) && one.scrollHeight > one.clientHeight + 2 && one.clientHeight > 1)
}).map(one => one.outerHTML.slice(0, 100))"""
_OUTSIDE = """() => [...document.querySelectorAll("body *")].filter(one => {
  if (!one.checkVisibility({ visibilityProperty: true }) || one.closest("svg, rt, rp, .k-sr, .md-skip")) return false
  if (![...one.childNodes].some(part => part.nodeType === 3 && part.data.trim())) return false
  for (let place = one; place && place !== document.body; place = place.parentElement) {
    const seen = getComputedStyle(place)
    if (["auto", "scroll"].includes(seen.overflowX) || seen.clipPath !== "none") return false // it can be scrolled to
  }
  const box = one.getBoundingClientRect()
  return box.left < -1 || box.right > innerWidth + 1
}).map(one => one.outerHTML.slice(0, 100))"""
_IN_FIGURES = """() => {
  document.documentElement.dataset.furigana = "all"
  const letters = ({ x, y, width, height }) => ({ x, y: y + height * .22, width, height: height * .62 })
  const within = (one, other) => one.x > other.x - 2 && one.x + one.width < other.x + other.width + 2
    && one.y > other.y - 2 && one.y + one.height < other.y + other.height + 2
  const meet = (one, other) => Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > 1
    && Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y) > 1
  return [...document.querySelectorAll("svg:has(text)")].filter(one => one.checkVisibility()).flatMap(drawing => {
    const words = [...drawing.querySelectorAll("text:not([transform] *)")].filter(one => one.checkVisibility())
      .map(one => ({ told: one.textContent, box: letters(one.getBBox()) }))
    const boxes = [...drawing.querySelectorAll("rect.k-zone")].map(one => one.getBBox())
    const lost = words.filter(one => !within(one.box, drawing.viewBox.baseVal)).map(one => `outside: ${one.told}`)
    const across = words.filter(one => boxes.some(box => meet(one.box, box) && !within(one.box, box)))
      .map(one => `over its box: ${one.told}`)
    const met = words.flatMap((one, at) => words.slice(at + 1).filter(other => meet(one.box, other.box))
      .map(other => `${one.told} × ${other.told}`))
    return [...lost, ...across, ...met]
  })
}"""
"""Words of figures, with all readings, that leave the drawing or the box in which they begin, or meet other words"""
_OVERLAPPING = """() => {
  const lines = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode
    const place = text.parentElement
    if (!text.data.trim() || !place.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    if (place.closest("rt, rp, option, textarea, .k-sr, .k-header, script, style, .md-search")) continue
    if ([...function* (one) { for (; one; one = one.parentElement) yield one }(place)]
      .some(one => getComputedStyle(one).clipPath !== "none")) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    for (const box of range.getClientRects())
      if (box.width > 1 && box.height > 1) lines.push({ place, box, words: text.data.trim().slice(0, 30) })
  }
  lines.sort((one, other) => one.box.top - other.box.top)
  const found = []
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next].box.top < one.box.bottom; next++) {
      const other = lines[next]
      if (one.place === other.place) continue
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const high = Math.min(one.box.bottom, other.box.bottom) - other.box.top
      if (wide > 3 && high > Math.min(one.box.height, other.box.height) * .5) {
        found.push(`${one.words} × ${other.words}`)
      }
    }
  })
  return found
}"""
_MOVING = """() => [...document.querySelectorAll("*")].filter(one => ["", "::before", "::after"].some(part => {
  const seen = getComputedStyle(one, part || null)
  const lasts = times => times.split(",").some(time => parseFloat(time) > .001)
  return lasts(seen.transitionDuration) || (seen.animationName !== "none" && lasts(seen.animationDuration))
})).map(one => one.outerHTML.slice(0, 80))"""
_WORDS = "a, button, select, input, textarea, summary, span, th, td, li, strong, p, h2, h3"
_UNSEEN = """words => {
  const probe = document.body.appendChild(document.createElement("i"))
  probe.style.background = "Canvas"
  const canvas = getComputedStyle(probe).backgroundColor
  probe.remove()
  return [...document.querySelectorAll(words)]
  .filter(one => {
    if (!one.checkVisibility({ visibilityProperty: true }) || one.closest(".md-search, .md-skip, svg")) return false
    const seen = getComputedStyle(one)
    let behind = one
    while (behind && /, 0\\)$|transparent/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement
    const ground = behind ? getComputedStyle(behind).backgroundColor : canvas
    const bare = one.matches("button, select, textarea") && parseFloat(seen.borderTopWidth) === 0
    return (one.textContent.trim() !== "" && seen.color === ground) || bare
  }).map(one => one.outerHTML.slice(0, 100))
}"""
_LOOKS = """one => { const seen = getComputedStyle(one)
  return [seen.backgroundColor, seen.color, seen.borderTopWidth, seen.borderTopStyle, seen.outlineStyle].join() }"""


@pytest.fixture(scope="module", name="narrow", params=EVERY_KIND)
def fixture_narrow(open_at: Opens, real_site: Path, request: pytest.FixtureRequest) -> Page:
    """A page of each kind, as on the smallest phone, or on a desk at 400 %."""
    return open_at(telling(real_site, request.param), 320)


def test_nothing_is_lost_at_320_pixels(narrow: Page) -> None:
    assert narrow.evaluate(_SIDEWAYS) <= 0
    assert narrow.evaluate(_CUT) + narrow.evaluate(_OUTSIDE) + narrow.evaluate(_OVERLAPPING) == []


def test_nothing_moves_where_less_motion_is_wished(narrow: Page) -> None:
    assert narrow.evaluate(_MOVING) == []
    assert narrow.evaluate("() => getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert narrow.evaluate("() => document.getAnimations().length") == 0


@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.nightly), 390])
def test_words_in_figures_stand_in_the_drawing_and_apart(open_at: Opens, real_site: Path, width: int) -> None:
    drawn = [path for path in every_page(real_site) if "<text" in page_file(real_site, path).read_text("utf-8")]
    found = {path: open_at(path, width).evaluate(_IN_FIGURES) for path in drawn}

    assert len(drawn) > 20
    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.nightly), 320])
def test_text_spacing_loses_nothing(narrow: Page, width: int) -> None:
    narrow.set_viewport_size({"width": width, "height": 900})
    style = narrow.add_style_tag(content=SPACING)

    assert narrow.evaluate(_SIDEWAYS) <= 0
    assert narrow.evaluate(_CUT) + narrow.evaluate(_OUTSIDE) + narrow.evaluate(_OVERLAPPING) == []

    style.evaluate("one => one.remove()")


@pytest.mark.parametrize(("kind", "scheme"), in_turn(["light"], ["dark"]))
def test_words_and_controls_are_seen_in_the_systems_colours(
    open_at: Opens, real_site: Path, kind: tuple[str, str], scheme: str
) -> None:
    page = open_at(telling(real_site, kind), scheme=scheme, forced_colors="active")
    assert page.evaluate(_UNSEEN, _WORDS) == []
    pressed = page.locator("[data-k-furigana] [aria-pressed=true]")
    if pressed.count():
        assert pressed.evaluate(_LOOKS) != page.locator("[aria-pressed=false]").last.evaluate(_LOOKS)
    page.keyboard.press("Tab")
    outline = page.locator(":focus").evaluate("one => getComputedStyle(one).outlineStyle")
    assert outline != "none"


@pytest.mark.parametrize("screen", ["default", "slate"])
def test_words_of_drawings_take_the_systems_colour_whatever_screen_was_chosen(
    browser: Browser, address: str, screen: str
) -> None:
    system = "dark" if screen == "default" else "light"
    with visiting(browser, address, forced_colors="active", color_scheme=system) as page:
        page.add_init_script(f"localStorage.setItem('kyodo-scheme', '{screen}')")
        page.goto("yamaguchi/indicators/")
        words = page.locator(".k-figure :is(text, tspan)")

        assert words.count() > 10
        drawn = words.evaluate_all("all => [...new Set(all.map(one => getComputedStyle(one).fill))]")
        assert drawn == [page.locator("article p").first.evaluate("one => getComputedStyle(one).color")]
