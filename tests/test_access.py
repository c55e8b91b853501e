"""axe-core finds nothing that shuts someone out: WCAG 2.2 A and AA and best practice, no rule and no node left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.access import ENGLISH, SCHEMES, WIDTHS, fresh, kinds
from tests.axe import violations
from tests.live import browsing, served
from tests.site import MINI, ROOT, built

TOWN = {f"mini {kind}": path for kind, path in kinds(MINI, "ja", "midori").items()}
REAL = kinds(ROOT / "data", "ja", "yamaguchi")
REAL |= {f"en {kind}": path for kind, path in kinds(ROOT / "data", "en", "yamaguchi").items() if kind in ENGLISH}
FURIGANA = ("off", "hard", "all")


@pytest.fixture(scope="module", name="browser")
def fixture_browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@pytest.fixture(scope="module", name="town_address")
def fixture_town_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(built(tmp_path_factory.mktemp("town"))) as address:
        yield address


@pytest.fixture(scope="module", name="address")
def fixture_address(real_site: Path) -> Iterator[str]:
    with served(real_site) as address:
        yield address


@pytest.mark.xdist_group("town")
@pytest.mark.parametrize("path", [pytest.param(path, id=kind) for kind, path in TOWN.items()])
def test_axe_finds_nothing_on_any_kind_of_page_of_the_town(browser: Browser, town_address: str, path: str) -> None:
    assert _everywhere(browser, town_address, path) == []


@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("path", [pytest.param(path, id=kind) for kind, path in REAL.items()])
def test_axe_finds_nothing_on_any_kind_of_page(browser: Browser, address: str, path: str) -> None:
    assert _everywhere(browser, address, path) == []


@pytest.mark.nightly
@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(
    browser: Browser, address: str, real_site: Path, scheme: str, width: int
) -> None:
    found = []
    for file in sorted(real_site.rglob("*.html")):
        path = file.relative_to(real_site).as_posix()
        with fresh(browser, address, path, width, color_scheme=scheme) as page:
            found += [f"{path}: {one}" for one in violations(page)]

    assert found == []


@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", ["yamaguchi/forms/", "yamaguchi/plan/", "en/yamaguchi/forms/"])
def test_axe_finds_nothing_while_search_shows_results(browser: Browser, address: str, path: str, scheme: str) -> None:
    with fresh(browser, address, path, 390, color_scheme=scheme) as page:
        page.locator("[data-k-search]").click()
        page.locator(".md-search__input").fill("NPO")
        expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=15000)
        assert _settled(page) == []


@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", ["yamaguchi/forms/", "yamaguchi/plan/", "en/yamaguchi/forms/"])
def test_axe_finds_nothing_while_the_menu_is_open(browser: Browser, address: str, path: str, scheme: str) -> None:
    with fresh(browser, address, path, 390, color_scheme=scheme) as page:
        page.locator("[data-k-menu]").click()
        expect(page.locator("#k_drawer a").first).to_be_in_viewport()
        assert _settled(page) == []


@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("step", FURIGANA)
@pytest.mark.parametrize("path", ["yamaguchi/", "yamaguchi/forms/", "yamaguchi/kids/"])
def test_axe_finds_nothing_with_any_furigana(browser: Browser, address: str, path: str, step: str, scheme: str) -> None:
    with fresh(browser, address, path, 390, color_scheme=scheme) as page:
        page.locator(f"[data-k-furigana] button[value={step}]").click()
        assert _settled(page) == []


def _everywhere(browser: Browser, address: str, path: str) -> list[str]:
    """Give what axe finds on a page in each dress and width, each time in a browser that has never been here."""
    found = []
    for scheme in SCHEMES:
        for width in WIDTHS:
            with fresh(browser, address, path, width, color_scheme=scheme) as page:
                found += [f"{scheme} {width}: {one}" for one in violations(page)]
    return found


def _settled(page: Page) -> list[str]:
    page.evaluate("() => Promise.allSettled(document.getAnimations().map(one => one.finished))")
    return violations(page)
