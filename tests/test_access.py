"""Nothing shuts someone out: axe-core finds nothing (WCAG 2.2 A, AA and best practice, no rule and no node left out),
and every text stands out from what lies under it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.access import EVERY_KIND, SCHEMES, WIDTHS, Opens, by_night, every_page, fresh, in_turn, telling, together
from tests.axe import violations
from tests.contrast import pale, point_at_everything
from tests.site import ROOT, library

STATES = (
    "[data-k-search]",
    "[data-k-menu]",
    *(f"[data-k-furigana] button[value={step}]" for step in ("off", "hard", "all")),
)
"""What is pressed on a phone before axe looks"""
PARTS = ("site", *(guide.id for guide in library(ROOT / "data").guides))


@pytest.mark.parametrize(("kind", "dress"), in_turn([("light", 1280)], [("dark", 320)]))
def test_axe_finds_nothing_on_any_kind_of_page(
    open_at: Opens, real_site: Path, kind: tuple[str, str], dress: tuple[str, int]
) -> None:
    assert _found(open_at, telling(real_site, kind), *dress) == []


@pytest.mark.nightly
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("part", PARTS)
def test_axe_finds_nothing_on_any_page(
    open_at: Opens, real_site: Path, part: str, language: str, scheme: str, width: int
) -> None:
    paths = [path for path in every_page(real_site) if _part(path) == (part, language)]

    assert paths
    assert [one for path in paths for one in _found(open_at, path, scheme, width)] == []


@pytest.mark.parametrize(("language", "scheme"), [("ja", "light"), ("en", "dark")])
def test_texts_can_be_read_while_something_points_at_them(
    open_at: Opens, real_site: Path, language: str, scheme: str
) -> None:
    paths = together(real_site, language)

    assert len(paths) > 3
    assert [one for path in paths for one in _pale_under_a_pointer(open_at(path, 1280, scheme))] == []


@pytest.mark.nightly
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", EVERY_KIND)
def test_texts_of_any_kind_of_page_can_be_read_while_something_points_at_them(
    open_at: Opens, real_site: Path, kind: tuple[str, str], scheme: str
) -> None:
    assert _pale_under_a_pointer(open_at(telling(real_site, kind), 1280, scheme)) == []


@pytest.mark.parametrize(
    ("path", "width", "scheme"),
    [
        (path, width, scheme) if (width, scheme) == seen else by_night(path, width, scheme)
        for path, seen in (
            ("yamaguchi/forms/", (390, "dark")),
            ("yamaguchi/kids/", (390, "dark")),
            ("en/", (1280, "light")),
        )
        for width in (1280, 390)
        for scheme in SCHEMES
    ],
)
def test_axe_finds_nothing_while_search_shows_hits(
    browser: Browser, address: str, path: str, width: int, scheme: str
) -> None:
    with fresh(browser, address, path, width, scheme) as page:
        page.locator("[data-k-search]").click()
        page.locator(".md-search__input").fill("NPO")
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        assert _faults(page) == []


@pytest.mark.parametrize("scheme", [by_night("light"), "dark"])
def test_axe_finds_nothing_while_search_finds_nothing(browser: Browser, address: str, scheme: str) -> None:
    with fresh(browser, address, "yamaguchi/forms/", 390, scheme) as page:
        page.locator("[data-k-search]").click()
        page.locator(".md-search__input").fill("qqqxyzzy")
        expect(page.locator("[data-k-none]")).to_be_visible()
        assert _faults(page) == []


@pytest.mark.parametrize(
    ("path", "scheme"),
    [
        ("yamaguchi/forms/", "light"),
        ("en/akaiwa/plan/", "dark"),
        by_night("yamaguchi/forms/", "dark"),
        by_night("en/yamaguchi/plan/", "light"),
    ],
)
def test_axe_finds_nothing_while_the_menu_is_open(browser: Browser, address: str, path: str, scheme: str) -> None:
    with fresh(browser, address, path, 390, scheme) as page:
        page.locator("[data-k-menu]").click()
        expect(page.locator("#k_drawer a").first).to_be_in_viewport()
        assert _faults(page) == []


@pytest.mark.parametrize("step", ["off", "hard", "all"])
@pytest.mark.parametrize("path", ["", "yamaguchi/", by_night("yamaguchi/plan/"), by_night("iwakuni/about/")])
def test_axe_finds_nothing_with_any_furigana(browser: Browser, address: str, path: str, step: str) -> None:
    with fresh(browser, address, path, 390, "dark" if step == "all" else "light") as page:
        page.locator(f"[data-k-furigana] button[value={step}]").click()
        expect(page.locator("html")).to_have_attribute("data-furigana", step)
        assert _faults(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_after_the_button_for_a_dark_screen(browser: Browser, address: str, scheme: str) -> None:
    with fresh(browser, address, "yamaguchi/", 1280, scheme) as page:
        page.locator(".k-header [data-k-scheme]").click()
        expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", SCHEMES[scheme])
        assert _faults(page) == []


@pytest.mark.parametrize("scheme", ["light", by_night("dark")])
def test_axe_finds_nothing_when_the_quiz_has_been_answered(browser: Browser, address: str, scheme: str) -> None:
    with fresh(browser, address, "yamaguchi/kids/quiz/", 390, scheme) as page:
        for at, quiz in enumerate(page.locator("[data-k-quiz]").all()):
            right = int(quiz.get_attribute("data-answer") or "")
            if at:  # the first one stays without an answer, every other one is answered wrongly
                quiz.get_by_role("radio").nth(right - 1 if at % 2 else right % 2).check()
            quiz.get_by_role("button").click()
        assert {one.get_attribute("data-state") for one in page.locator("[data-k-quiz]").all()} == {
            "none",
            "right",
            "wrong",
        }
        assert _faults(page) == []


@pytest.mark.parametrize(
    ("path", "scheme"),
    [
        ("akaiwa/plan/?step=implement&year=2021", "light"),
        ("akaiwa/plan/?department=nobody", "dark"),
        *(
            by_night(f"yamaguchi/plan/{query}", scheme)
            for query in ("?step=implement&year=2009", "?department=nobody")
            for scheme in SCHEMES
        ),
    ],
)
def test_axe_finds_nothing_with_filters_set(browser: Browser, address: str, path: str, scheme: str) -> None:
    with fresh(browser, address, path, 390, scheme) as page:
        expect(page.locator("[data-k-filter-status]")).not_to_be_empty()
        assert _faults(page) == []


@pytest.mark.parametrize(
    ("path", "scheme"),
    [("akaiwa/plan/mechanism/", "light"), *(by_night("yamaguchi/plan/environment/", scheme) for scheme in SCHEMES)],
)
def test_axe_finds_nothing_where_everything_is_open(browser: Browser, address: str, path: str, scheme: str) -> None:
    with fresh(browser, address, path, 390, scheme) as page:
        page.evaluate("() => { for (const one of document.querySelectorAll('details')) one.open = true }")
        assert _faults(page) == []


@pytest.mark.parametrize("scheme", [by_night("light"), "dark"])
def test_axe_finds_nothing_while_towns_are_narrowed(browser: Browser, address: str, scheme: str) -> None:
    for words, towns in (("あかいわ", 1), ("qqq", 0)):
        with fresh(browser, address, "", 390, scheme) as page:
            page.locator("[data-k-towns] input").fill(words)
            expect(page.locator("[data-k-town]:visible")).to_have_count(towns)
            assert _faults(page) == []


@pytest.mark.nightly
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", EVERY_KIND)
def test_axe_finds_nothing_on_any_kind_of_page_in_any_state(
    browser: Browser, address: str, real_site: Path, kind: tuple[str, str], scheme: str
) -> None:
    path = telling(real_site, kind)
    found = []
    for state in STATES:
        with fresh(browser, address, path, 390, scheme) as page:
            if not page.locator(state).count():
                continue
            page.locator(state).click()
            if state == "[data-k-search]":
                page.locator(".md-search__input").fill("NPO")
                expect(page.locator(".md-search-result__item").first).to_be_visible()
            found += [f"{path} {scheme} {state}: {one}" for one in _faults(page)]

    assert found == []


def _faults(page: Page) -> list[str]:
    """Give what axe finds on a page as it stands, and texts that are too pale, which axe leaves open in many places."""
    return [*violations(page), *pale(page)]


def _pale_under_a_pointer(page: Page) -> list[str]:
    point_at_everything(page)
    return [f"{page.url}: {one}" for one in pale(page)]


def _part(path: str) -> tuple[str, str]:
    folders = path.split("/")
    language = "en" if folders[0] == "en" else "ja"
    part = folders[1] if language == "en" else folders[0]
    return part if part in PARTS else "site", language


def _found(open_at: Opens, path: str, scheme: str, width: int) -> list[str]:
    """Give what axe finds on a page."""
    return [f"{path} {scheme} {width}: {one}" for one in _faults(open_at(path, width, scheme))]
