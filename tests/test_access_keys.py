"""Everything works by keys alone: each stop is seen, each control does its work and gives focus back."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.access import fresh, kinds, stops
from tests.live import browsing, served
from tests.site import ROOT

pytestmark = pytest.mark.xdist_group("browser")

KINDS = [pytest.param(path, id=kind) for kind, path in kinds(ROOT / "data", "ja", "yamaguchi").items()]
KEYS = ("Enter", "Space")


@pytest.fixture(scope="module", name="browser")
def fixture_browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@pytest.fixture(scope="module", name="address")
def fixture_address(real_site: Path) -> Iterator[str]:
    with served(real_site) as address:
        yield address


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", KINDS)
def test_every_tab_stop_is_seen(browser: Browser, address: str, path: str, width: int) -> None:
    with fresh(browser, address, path, width, reduced_motion="reduce") as page:  # nothing is still gliding
        here = page.url
        walked = list(stops(page))

        assert [stop for stop in walked if stop["fault"]] == []
        assert page.url == here


@pytest.mark.parametrize("path", KINDS)
def test_first_stop_leads_to_the_content(browser: Browser, address: str, path: str) -> None:
    with fresh(browser, address, path) as page:
        page.keyboard.press("Tab")
        first = page.locator(":focus")
        target = str(first.get_attribute("href"))
        page.keyboard.press("Enter")

        assert target.startswith("#")
        assert page.locator("main").locator(f'[id="{target[1:]}"]').count() == 1
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.querySelector('main article').contains(document.activeElement)") or (
            page.evaluate("() => !document.activeElement.closest('header, .k-sidebar')")
        )


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


@pytest.mark.parametrize("key", KEYS)
def test_search_works_by_keys(browser: Browser, address: str, key: str) -> None:
    with fresh(browser, address, "yamaguchi/forms/", 390) as page:
        button = page.locator("[data-k-search]")
        button.focus()
        page.keyboard.press(key)
        expect(page.locator(".md-search__input")).to_be_focused()
        page.keyboard.type("NPO")
        expect(page.locator(".md-search-result__item a").first).to_be_visible(timeout=15000)
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
        button = page.locator("[data-k-scheme]")
        button.focus()
        for scheme, pressed in (("slate", "true"), ("default", "false")):
            page.keyboard.press(key)
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
            expect(button).to_have_attribute("aria-pressed", pressed)
            expect(button).to_be_focused()


@pytest.mark.parametrize("key", KEYS)
def test_filters_work_by_keys(browser: Browser, address: str, key: str) -> None:
    with fresh(browser, address, "yamaguchi/plan/") as page:
        form = page.locator("[data-k-filter]")
        status = form.locator("[data-k-filter-status]")
        whole = status.text_content()
        choice = form.locator("select").first
        choice.focus()
        page.keyboard.press("ArrowDown")
        expect(status).not_to_have_text(str(whole))
        expect(status).to_have_attribute("role", "status")
        expect(choice).to_be_focused()
        assert page.url.split("?")[0].endswith("/yamaguchi/plan/")
        form.locator("[type=reset]").focus()
        page.keyboard.press(key)
        expect(status).to_have_text(str(whole))
        expect(choice).to_be_focused()


@pytest.mark.parametrize("key", KEYS)
def test_quiz_works_by_keys(browser: Browser, address: str, key: str) -> None:
    with fresh(browser, address, "yamaguchi/kids/quiz/") as page:
        here = page.url
        quiz = page.locator("[data-k-quiz]").first
        quiz.locator("input").first.focus()
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        button = quiz.locator("button").first
        button.focus()
        page.keyboard.press(key)
        expect(quiz.locator("[role=status]")).not_to_be_empty()
        expect(button).to_be_focused()
        quiz.locator("summary").focus()
        before = quiz.locator("details").get_attribute("open")
        page.keyboard.press(key)
        assert quiz.locator("details").get_attribute("open") != before
        assert page.url == here


def test_language_switch_works_by_keys(browser: Browser, address: str) -> None:
    with fresh(browser, address, "yamaguchi/forms/", 390) as page:
        for language in ("en", "ja"):
            page.locator(".k-languages a").first.focus()
            page.keyboard.press("Enter")
            expect(page.locator("html")).to_have_attribute("lang", language)


def test_no_letter_is_a_shortcut(browser: Browser, address: str) -> None:
    with fresh(browser, address, "yamaguchi/forms/") as page:
        here = page.url
        for sign in string.ascii_lowercase + string.digits + ",.-/;":
            page.keyboard.press(sign)
            assert page.evaluate("() => document.activeElement === document.body"), sign
        page.wait_for_timeout(200)
        assert page.url == here
