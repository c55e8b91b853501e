"""Every Tab stop is seen, and all that can be worked is worked by keys alone and gives focus back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.access import EVERY_KIND, Opens, fresh, telling, together, walk

KEYS = ("Enter", "Space")


@pytest.mark.parametrize(("language", "width"), [("ja", 1280), ("en", 390)])
def test_every_tab_stop_is_seen(open_at: Opens, real_site: Path, language: str, width: int) -> None:
    paths = together(real_site, language)

    assert len(paths) > 3
    assert [one for path in paths for one in _faults_on_the_way(open_at(path, width))] == []


@pytest.mark.nightly
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_tab_stop_is_seen_on_any_kind_of_page(
    open_at: Opens, real_site: Path, kind: tuple[str, str], width: int
) -> None:
    assert _faults_on_the_way(open_at(telling(real_site, kind), width)) == []


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("kind", [("for", "ja"), ("forms", "en"), ("plan", "ja")], ids="-".join)
def test_every_stop_is_seen_on_the_way_back(open_at: Opens, real_site: Path, kind: tuple[str, str], width: int) -> None:
    stops = walk(open_at(telling(real_site, kind), width), "Shift+Tab")

    assert len(stops) > 10
    assert [f"{stop['name']} {stop['fault']}" for stop in stops if stop["fault"]] == []


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_skip_link_leads_past_the_header(open_at: Opens, real_site: Path, kind: tuple[str, str]) -> None:
    page = open_at(telling(real_site, kind))
    page.keyboard.press("Tab")
    expect(page.locator(".k-skip:focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#k_main h1")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("() => Boolean(document.activeElement.closest('#k_main, .k-footer'))")


@pytest.mark.parametrize("key", KEYS)
def test_menu_works_by_keys(browser: Browser, address: str, key: str) -> None:
    with fresh(browser, address, "yamaguchi/forms/", 390) as page:
        menu = page.locator("[data-k-menu]")
        menu.focus()
        page.keyboard.press(key)
        expect(menu).to_have_attribute("aria-expanded", "true")
        expect(page.locator("#k_drawer :focus")).to_be_in_viewport()
        page.locator("[data-k-menu-close]").focus()
        page.keyboard.press(key)
        expect(menu).to_be_focused()
        expect(menu).to_have_attribute("aria-expanded", "false")
        page.keyboard.press(key)
        page.keyboard.press("Escape")
        expect(menu).to_be_focused()
        expect(menu).to_have_attribute("aria-expanded", "false")


def test_walking_out_of_the_open_menu_closes_it(browser: Browser, address: str) -> None:
    with fresh(browser, address, "yamaguchi/forms/", 390) as page:
        page.locator("[data-k-menu]").press("Enter")
        page.locator("#k_drawer :is(a, button)").last.focus()
        page.keyboard.press("Tab")
        expect(page.locator("[data-k-menu]")).to_have_attribute("aria-expanded", "false")
        expect(page.locator("#k_drawer :is(a, button)").last).to_be_hidden()
        expect(page.locator("main :focus")).to_be_in_viewport()


@pytest.mark.parametrize("key", KEYS)
def test_search_works_by_keys(browser: Browser, address: str, key: str) -> None:
    with fresh(browser, address, "yamaguchi/forms/", 390) as page:
        button = page.locator("[data-k-search]")
        button.focus()
        page.keyboard.press(key)
        expect(page.locator(".md-search__input")).to_be_focused()
        page.keyboard.type("NPO")
        expect(page.locator(".md-search-result__item a").first).to_be_visible()
        expect(page.get_by_role("status").first).to_contain_text(re.compile(r"\d"))
        page.keyboard.press("ArrowDown")
        expect(page.locator(".md-search-result__item a").first).to_be_focused()
        page.locator("[data-k-search-close]").focus()
        page.keyboard.press(key)
        expect(button).to_be_focused()
        page.keyboard.press(key)
        page.keyboard.press("Escape")
        expect(button).to_be_focused()


@pytest.mark.parametrize("key", KEYS)
def test_furigana_works_by_keys(browser: Browser, address: str, key: str) -> None:
    with fresh(browser, address, "yamaguchi/forms/") as page:
        for step in ("all", "hard", "off"):
            button = page.locator(f"[data-k-furigana] button[value={step}]")
            button.focus()
            page.keyboard.press(key)
            expect(page.locator("html")).to_have_attribute("data-furigana", step)
            expect(button).to_have_attribute("aria-pressed", "true")
            expect(button).to_be_focused()


@pytest.mark.parametrize("key", KEYS)
def test_dark_screen_works_by_keys(browser: Browser, address: str, key: str) -> None:
    with fresh(browser, address, "yamaguchi/forms/", color_scheme="light") as page:
        button = page.locator(".k-header [data-k-scheme]")
        button.focus()
        for scheme, pressed in (("slate", "true"), ("default", "false")):
            page.keyboard.press(key)
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
            expect(button).to_have_attribute("aria-pressed", pressed)
            expect(button).to_be_focused()


@pytest.mark.parametrize("path", ["yamaguchi/forms/", "yamaguchi/kids/quiz/"])
def test_single_letters_do_nothing(browser: Browser, address: str, path: str) -> None:
    with fresh(browser, address, path) as page:
        here = page.url, page.locator("body").inner_text()
        page.keyboard.type("abcdefghijklmnopqrstuvwxyz,./?1234567890")
        assert (page.url, page.locator("body").inner_text()) == here
        assert page.evaluate("() => document.activeElement === document.body")


@pytest.mark.parametrize("key", KEYS)
def test_language_switch_works_by_keys(browser: Browser, address: str, key: str) -> None:
    with fresh(browser, address, "yamaguchi/forms/") as page:
        page.locator(".k-languages a").focus()
        page.keyboard.press(key)
        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page).to_have_url(re.compile("/en/yamaguchi/forms/$"))
        page.wait_for_load_state()
        page.keyboard.press("Tab")
        expect(page.locator(".k-skip")).to_be_focused()
        page.locator(".k-languages a").focus()
        page.keyboard.press(key)
        expect(page.locator("html")).to_have_attribute("lang", "ja")


@pytest.mark.parametrize("key", KEYS)
def test_filters_work_by_keys(browser: Browser, address: str, key: str) -> None:
    with fresh(browser, address, "yamaguchi/plan/") as page:
        field = page.locator("[data-k-filter] select").first
        status = page.locator("[data-k-filter-status]")
        every = status.inner_text()
        field.focus()
        page.keyboard.press(key)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(field).not_to_have_value("")
        expect(field).to_be_focused()
        expect(status).not_to_have_text(every)
        page.locator("[data-k-filter] [type=reset]").focus()
        page.keyboard.press(key)
        expect(field).to_have_value("")
        expect(field).to_be_focused()
        expect(status).to_have_text(every)


@pytest.mark.parametrize("key", KEYS)
def test_quiz_works_by_keys(browser: Browser, address: str, key: str) -> None:
    with fresh(browser, address, "yamaguchi/kids/quiz/") as page:
        quiz = page.locator("[data-k-quiz]").first
        right = int(quiz.get_attribute("data-answer") or "")
        quiz.get_by_role("radio").first.focus()
        page.keyboard.press("Space")
        for _ in range(1, right):
            page.keyboard.press("ArrowDown")
        button = quiz.get_by_role("button")
        button.focus()
        page.keyboard.press(key)
        expect(quiz).to_have_attribute("data-state", "right")
        expect(quiz.get_by_role("status")).to_have_text(quiz.get_attribute("data-right") or "")
        expect(button).to_be_focused()
        answer = quiz.locator("summary")
        answer.focus()
        page.keyboard.press(key)
        expect(quiz.locator("details")).not_to_have_attribute("open", re.compile(""))
        expect(answer).to_be_focused()


@pytest.mark.parametrize("key", KEYS)
def test_helper_to_choose_a_form_works_by_keys(browser: Browser, address: str, key: str) -> None:
    with fresh(browser, address, "yamaguchi/choose/") as page:
        for _ in range(9):
            answer = page.locator(".k-answers a").first
            if not answer.count():
                break
            here = page.url
            answer.focus()
            page.keyboard.press(key)
            page.wait_for_url(lambda url, here=here: url != here)
        note = page.locator(".k-note textarea").first
        note.focus()
        page.keyboard.type("a b")
        expect(note).to_have_value("a b")


def test_towns_are_narrowed_by_keys(browser: Browser, address: str) -> None:
    with fresh(browser, address, "") as page:
        page.locator("[data-k-towns] input").focus()
        page.keyboard.type("あかいわ")
        expect(page.locator("[data-k-towns] [role=status]")).to_contain_text(re.compile(r"\d"))
        page.keyboard.press("Tab")
        expect(page.locator("[data-k-town] :focus")).to_be_in_viewport()


@pytest.mark.parametrize("key", KEYS)
def test_boxes_of_a_guide_open_and_close_by_keys(browser: Browser, address: str, key: str) -> None:
    with fresh(browser, address, "yamaguchi/definitions/") as page:
        summary = page.locator("#k_main summary").first
        summary.focus()
        for state in (True, False):
            page.keyboard.press(key)
            assert page.locator("#k_main details").first.evaluate("one => one.open") is state
            expect(summary).to_be_focused()


def _faults_on_the_way(page: Page) -> list[str]:
    """Walk through *page* by Tab; give what is wrong with the stops."""
    here = page.url
    stops = walk(page)
    assert page.url == here
    assert page.evaluate("() => scrollX") == 0, here
    assert "k-skip" in stops[0]["name"], here
    assert any(stop["inMain"] for stop in stops) or not page.locator("#k_main a[href]:visible").count(), here
    return [f"{here}: {stop['name']} {stop['fault']}" for stop in stops if stop["fault"]]
