"""The search panel of a page: open it, and look at what it shows."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


def opened(page: Page) -> Locator:
    """Open the panel and give its box for words."""
    page.locator("[data-k-search]").click()
    box = page.locator(".md-search__input")
    expect(box).to_be_focused()
    return box


def hits(page: Page) -> Locator:
    """Give the links to what was found."""
    return page.locator(".md-search-result__link")


def status(page: Page) -> Locator:
    """Give the line that says how much was found."""
    return page.locator(".md-search [role=status]")
