"""axe-core finds nothing that shuts someone out: WCAG 2.2 A and AA and best practice, no rule and no node left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.guideline.load import load
from tests.access import EVERY_KIND, SCHEMES, WIDTHS, every_page, fresh, richest
from tests.axe import violations
from tests.live import browsing, served
from tests.site import ROOT

pytestmark = pytest.mark.xdist_group("browser")

PARTS = ("site", *(guide.id for guide in load(ROOT / "data").guides))


@pytest.fixture(scope="module", name="browser")
def fixture_browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@pytest.fixture(scope="module", name="address")
def fixture_address(real_site: Path) -> Iterator[str]:
    with served(real_site) as address:
        yield address


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Browser, address: str, real_site: Path, kind: tuple[str, str]
) -> None:
    assert _found(browser, address, richest(real_site, kind), SCHEMES, WIDTHS) == []


@pytest.mark.nightly
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("part", PARTS)
def test_axe_finds_nothing_on_any_page(
    browser: Browser, address: str, real_site: Path, part: str, language: str, scheme: str, width: int
) -> None:
    paths = [path for path in every_page(real_site) if _part(path) == (part, language)]

    assert paths
    assert [one for path in paths for one in _found(browser, address, path, [scheme], [width])] == []


def _part(path: str) -> tuple[str, str]:
    folders = path.split("/")
    language = "en" if folders[0] == "en" else "ja"
    part = folders[1] if language == "en" else folders[0]
    return part if part in PARTS else "site", language


def _found(browser: Browser, address: str, path: str, schemes: Iterable[str], widths: Iterable[int]) -> list[str]:
    """Give what axe finds on a page in each dress and width, each time in a browser that has never been here."""
    found = []
    for scheme in schemes:
        for width in widths:
            with fresh(browser, address, path, width, scheme) as page:
                found += [f"{path} {scheme} {width}: {one}" for one in violations(page)]
    return found
