"""Where the window is small, whatever a link, the keyboard or search leads to is in sight, and nothing is missing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.access import by_night, fresh

PHONE, ZOOMED, ACROSS, FOURFOLD = (390, 844), (640, 480), (844, 390), (320, 256)
"""Windows: a phone, a page enlarged to twice its size, a phone held across, a page enlarged four times"""
SMALL = pytest.mark.parametrize("window", [PHONE, FOURFOLD, by_night(ZOOMED), by_night(ACROSS)])
LOW = pytest.mark.parametrize("window", [FOURFOLD, by_night(ACROSS)])

_HIDDEN = """async () => {
  const header = document.querySelector(".k-header")
  const found = []
  const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  await drawn()
  for (const one of document.querySelectorAll("#k_main :is(h2, h3)[id]")) {
    location.hash = "#" + one.id
    await drawn()
    const words = document.createRange()
    words.selectNodeContents(one)
    const covered = getComputedStyle(header).position === "sticky" ? header.getBoundingClientRect().bottom : 0
    if (words.getBoundingClientRect().top < covered) found.push(one.id)
  }
  return [document.querySelectorAll("#k_main :is(h2, h3)[id]").length, found]
}"""

_MIDDLE = """() => {
  const box = document.activeElement.getBoundingClientRect()
  return [Math.round(box.top + box.height / 2), Math.round(box.left)]
}"""


def _narrowed(page: Page, window: tuple[int, int]) -> None:
    page.set_viewport_size({"width": window[0], "height": window[1]})


@SMALL
@pytest.mark.parametrize("path", ["yamaguchi/forms/", "en/yamaguchi/terms/"])
def test_a_heading_that_a_link_leads_to_stands_below_the_header(
    browser: Browser, address: str, path: str, window: tuple[int, int]
) -> None:
    with fresh(browser, address, path) as page:
        _narrowed(page, window)
        page.add_style_tag(content="html { scroll-behavior: auto !important } .k-name { font-size: 1.6rem !important }")
        count, hidden = page.evaluate(_HIDDEN)

        assert count > 5
        assert hidden == []


@pytest.mark.parametrize("path", ["yamaguchi/forms/#subsidy", "en/yamaguchi/terms/#npo"])
def test_a_heading_that_the_address_names_stands_below_the_header(browser: Browser, address: str, path: str) -> None:
    with fresh(browser, address, path, 390) as page:
        page.wait_for_load_state("load")
        covered = page.locator(".k-header").evaluate("one => one.getBoundingClientRect().bottom")

        assert page.locator(":target").evaluate("one => one.getBoundingClientRect().top") >= covered


@SMALL
def test_the_end_of_what_search_has_found_can_be_reached(
    browser: Browser, address: str, window: tuple[int, int]
) -> None:
    with fresh(browser, address, "yamaguchi/forms/?q=協働") as page:
        _narrowed(page, window)
        more = page.locator("[data-k-more]")
        expect(more).to_be_visible()
        more.focus()
        expect(more).to_be_in_viewport(ratio=1)
        page.locator(".md-search__input").focus()
        expect(page.locator(".md-search__input")).to_be_in_viewport(ratio=1)


@LOW
def test_in_a_low_window_the_header_does_not_stay(browser: Browser, address: str, window: tuple[int, int]) -> None:
    with fresh(browser, address, "yamaguchi/forms/") as page:
        _narrowed(page, window)
        page.locator("#k_main h2").last.scroll_into_view_if_needed()

        assert page.locator(".k-header").evaluate("one => one.getBoundingClientRect().bottom") <= 0


@pytest.mark.parametrize("path", ["yamaguchi/forms/", "en/yamaguchi/forms/", "compare/", "accessibility/"])
def test_a_narrow_screen_can_be_made_dark_and_light_again(browser: Browser, address: str, path: str) -> None:
    with fresh(browser, address, path, 390) as page:
        button = page.locator(".k-footer [data-k-scheme]")
        expect(page.locator(".k-header [data-k-scheme]")).to_be_hidden()
        for scheme, pressed in (("slate", "true"), ("default", "false")):
            button.click()
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
            expect(button).to_have_attribute("aria-pressed", pressed)


def test_the_menu_offers_the_dark_screen(browser: Browser, address: str) -> None:
    with fresh(browser, address, "yamaguchi/forms/", 390) as page:
        page.locator("[data-k-menu]").click()
        page.locator("#k_drawer [data-k-scheme]").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        expect(page.locator(".k-footer [data-k-scheme]")).to_have_attribute("aria-pressed", "true")


def test_a_table_is_a_stop_for_the_keyboard_only_while_it_scrolls(browser: Browser, address: str) -> None:
    with fresh(browser, address, "yamaguchi/plan/") as page:
        table = page.locator("[data-k-wide]").first
        page.evaluate("""() => {
          const widened = new CSSStyleSheet()
          widened.replaceSync("[data-k-wide] table.k-grid { width: 200rem !important }")
          window.widen = (wide) => { document.adoptedStyleSheets = wide ? [widened] : [] }
        }""")
        for wide in (True, False, True):
            page.evaluate("wide => widen(wide)", wide)
            expect(page.locator("[data-k-wide][tabindex='0'][role=region]").and_(table)).to_have_count(int(wide))


def test_what_was_chosen_on_another_page_is_known_on_the_way_back(browser: Browser, address: str) -> None:
    with fresh(browser, address, "yamaguchi/forms/") as page:
        page.evaluate("""() => {
          localStorage.setItem("kyodo-furigana", "all")
          localStorage.setItem("kyodo-scheme", "slate")
          dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))
        }""")
        expect(page.locator("html")).to_have_attribute("data-furigana", "all")
        expect(page.locator("[data-k-furigana] button[value=all]")).to_have_attribute("aria-pressed", "true")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize(("path", "to"), [("yamaguchi/kids/people/", "en/yamaguchi/"), ("404.html", "en/")])
def test_who_reads_english_finds_the_way_from_what_is_only_in_japanese(
    browser: Browser, address: str, path: str, to: str
) -> None:
    with fresh(browser, address, path) as page:
        languages = page.get_by_role("navigation", name=re.compile("言語|ことば"))
        languages.locator("a[lang=en]").click()
        expect(page).to_have_url(re.compile(f"[^/]/{to}$"))


def test_a_lost_page_says_so_in_english_too(browser: Browser, address: str) -> None:
    with fresh(browser, address, "404.html") as page:
        english = page.locator("#k_main [lang=en]")
        expect(english).to_contain_text("Page not found")
        expect(english.get_by_role("link")).to_have_attribute("href", re.compile("/en/$"))
        expect(page.get_by_role("navigation", name="このガイドの目次")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 390])
def test_on_a_phone_the_name_of_a_guide_shares_its_row_with_the_menu_and_the_tools(
    browser: Browser, address: str, width: int
) -> None:
    with fresh(browser, address, "yamaguchi/forms/", width) as page:
        tops = [page.locator(f".k-header {one}").bounding_box() for one in ("[data-k-menu]", ".k-name", ".k-tools")]
        rows = [(box["y"], box["y"] + box["height"]) for box in tops if box]

        assert len(rows) == 3
        assert max(top for top, _ in rows) < min(bottom for _, bottom in rows)


@pytest.mark.parametrize("wide", [1100, 1280])
def test_nothing_lies_over_the_page_when_a_tablet_with_the_menu_open_is_turned(
    browser: Browser, address: str, wide: int
) -> None:
    with fresh(browser, address, "yamaguchi/forms/", 800) as page:
        page.locator("[data-k-menu]").click()
        expect(page.locator("[data-k-menu-close]")).to_be_focused()
        page.set_viewport_size({"width": wide, "height": 800})

        expect(page.locator(".k-nav a").first).to_be_focused()
        assert page.evaluate("() => document.elementFromPoint(700, 500).closest('#k_main, .md-content') !== null")


def test_who_presses_beside_the_menu_is_back_at_its_button(browser: Browser, address: str) -> None:
    with fresh(browser, address, "yamaguchi/forms/", 390) as page:
        page.locator("[data-k-menu]").click()
        expect(page.locator("[data-k-menu-close]")).to_be_focused()
        page.mouse.click(385, 500)

        expect(page.locator("[data-k-menu]")).to_be_focused()
        expect(page.locator("[data-k-menu]")).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("path", ["yamaguchi/forms/", "en/yamaguchi/", "yamaguchi/kids/"])
def test_without_a_script_the_contents_are_there_and_no_button_is_dead(plain: Page, path: str) -> None:
    _narrowed(plain, PHONE)
    plain.goto(path)

    expect(plain.locator(".k-nav a[aria-current=page]")).to_be_visible()
    expect(plain.locator(".k-nav a").last).to_be_visible()
    assert [one.inner_text() for one in plain.get_by_role("button").all() if one.is_visible()] == []
    assert plain.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("window", [(390, 844), (360, 740)])
@pytest.mark.parametrize("path", ["yamaguchi/", "yamaguchi/plan/", "en/yamaguchi/", "404.html"])
def test_letters_twice_as_large_move_no_page_sideways(
    browser: Browser, address: str, path: str, window: tuple[int, int]
) -> None:
    with fresh(browser, address, "staff/") as page:
        _narrowed(page, window)
        wishes = page.context.new_cdp_session(page)
        wishes.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
        page.goto(path)
        page.wait_for_load_state("load")

        assert page.evaluate("() => getComputedStyle(document.documentElement).fontSize") == "32px"
        assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("wide", [390, 800, 1280])
def test_the_tab_key_goes_through_the_header_as_the_eye_does(browser: Browser, address: str, wide: int) -> None:
    with fresh(browser, address, "yamaguchi/forms/", wide) as page:
        page.locator(".k-name").focus()
        walked = []
        while page.evaluate("() => !!document.activeElement.closest('.k-header')"):
            walked.append(page.evaluate(_MIDDLE))
            page.keyboard.press("Tab")

        assert len(walked) > 6
        assert walked[1:] == sorted(walked[1:], key=lambda middle: (middle[0] // 30, middle[1]))


@pytest.mark.parametrize("width", [960, 1100, 1219, 1220])
def test_beside_the_text_the_contents_of_a_guide_are_seen_whole(browser: Browser, address: str, width: int) -> None:
    with fresh(browser, address, "yamaguchi/forms/", width) as page:
        _narrowed(page, (width, 1000))
        links = page.locator("#k_drawer .k-nav > ul > li > a:visible")

        expect(page.locator("[data-k-menu]")).to_be_hidden()
        assert links.count() > 10
        for link in (links.first, links.last):
            expect(link).to_be_in_viewport(ratio=1)
        trail = page.locator(".k-trail").bounding_box()
        last = links.last.bounding_box()
        assert trail
        assert last
        assert last["x"] + last["width"] <= trail["x"]
