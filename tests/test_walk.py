"""A citizen's walk through the real site in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.live import spoken, visiting


def test_home_leads_to_the_plan_an_action_and_its_english_page(visit: Page) -> None:
    visit.goto("yamaguchi/")
    expect(visit.locator("h1")).to_contain_text("まちのことを")
    visit.get_by_role("link", name=spoken("計画を見る")).click()
    expect(visit.locator("h1")).to_have_text("計画の一覧", use_inner_text=True)
    visit.get_by_role("link", name=spoken("協働によるまちづくりの副読本作成")).first.click()
    expect(visit).to_have_url(re.compile(r"/yamaguchi/plan/information/school-reader/$"))
    visit.locator(".k-languages a").click()
    expect(visit.locator("html")).to_have_attribute("lang", "en")
    assert visit.url.endswith("/en/yamaguchi/plan/information/school-reader/")


def test_menu_on_a_phone_opens_and_closes_by_keyboard_and_gives_focus_back(visit: Page) -> None:
    visit.set_viewport_size({"width": 390, "height": 800})
    visit.goto("yamaguchi/forms/")
    menu = visit.get_by_role("button", name="メニュー")
    menu.focus()
    visit.keyboard.press("Enter")
    expect(visit.get_by_role("link", name=spoken("それぞれの役割"))).to_be_visible()
    expect(menu).to_have_attribute("aria-expanded", "true")
    visit.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")


def test_no_tab_stop_is_hidden_on_a_phone(visit: Page) -> None:
    visit.set_viewport_size({"width": 390, "height": 800})
    visit.goto("yamaguchi/rules/")
    for _ in range(40):
        visit.keyboard.press("Tab")
        box = visit.evaluate(
            "() => { const one = document.activeElement, box = one.getBoundingClientRect();"
            " return one === document.body ? null : [one.outerHTML.slice(0, 90), box.right > 0 && box.left < innerWidth"
            " && box.width > 0 && box.height > 0 && getComputedStyle(one).visibility === 'visible'] }"
        )
        assert box is None or box[1], box


def test_search_finds_and_escape_gives_focus_back(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    button = visit.get_by_role("button", name=spoken("探す"))
    button.click()
    visit.locator(".md-search__input").fill("NPO")
    expect(visit.locator(".md-search-result__meta")).to_contain_text("見つかりました")
    expect(visit.locator(".md-search-result__item").first).to_be_visible()
    visit.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_words_typed_on_the_home_page_are_searched(visit: Page) -> None:
    visit.goto("yamaguchi/")
    visit.locator("#k_find-words").fill("NPO")
    visit.keyboard.press("Enter")
    expect(visit.locator(".md-search-result__item").first).to_be_visible()


def test_dark_screen_follows_the_system_and_can_be_changed(browser: Browser, address: str) -> None:
    with visiting(browser, address, color_scheme="dark") as page:
        page.goto("yamaguchi/")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        page.get_by_role("button", name=spoken("暗い画面")).click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
        page.reload()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize(
    "path", ["", "yamaguchi/", "yamaguchi/plan/", "yamaguchi/plan/information/", "en/yamaguchi/forms/"]
)
def test_page_never_scrolls_sideways(visit: Page, path: str, width: int) -> None:
    visit.set_viewport_size({"width": width, "height": 800})
    visit.goto(path)

    assert visit.evaluate("document.documentElement.scrollWidth") <= width


def test_everything_can_be_read_without_javascript(plain: Page) -> None:
    plain.goto("yamaguchi/plan/information/")
    expect(plain.locator("#school-reader")).to_be_visible()
    expect(plain.get_by_role("button", name=spoken("暗い画面"))).to_be_hidden()


def test_nothing_is_asked_of_another_site(visit: Page, address: str) -> None:
    asked: list[str] = []
    visit.on("request", lambda request: asked.append(request.url))
    for path in ("", "yamaguchi/", "yamaguchi/plan/", "en/yamaguchi/terms/"):
        visit.goto(path, wait_until="networkidle")

    assert asked
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def test_every_year_of_the_plan_is_printed(visit: Page) -> None:
    visit.goto("yamaguchi/plan/")
    visit.emulate_media(media="print")
    last = visit.locator("table.k-plan").first.locator("thead th").last
    box = last.bounding_box()

    assert box is not None
    assert box["x"] + box["width"] <= 1280
    expect(last).to_be_visible()
