"""Menu, search, furigana and dark screen work by keys alone and give focus back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.access import fresh

pytestmark = pytest.mark.xdist_group("browser")

KEYS = ("Enter", "Space")


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
