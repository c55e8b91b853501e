"""The downloads page: what was printed, with pictures and sizes, for everyone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from tests.access import fresh
from tests.axe import violations
from tests.live import browsing, served
from tests.site import built

pytestmark = pytest.mark.xdist_group("browser")
PAGES = ("midori/print", "en/midori/print")


@pytest.fixture(scope="module", name="site")
def fixture_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("downloads"))


@pytest.fixture(scope="module", name="browser")
def fixture_browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@pytest.mark.parametrize("address", PAGES)
def test_it_leads_to_everything_that_was_printed(site: Path, address: str) -> None:
    folder = site / address
    tree = LexborHTMLParser((folder / "index.html").read_text(encoding="utf-8"))
    links = [str(one.attributes["href"]) for one in tree.css(".k-printed a")]
    pictures = [str(one.attributes["src"]) for one in tree.css(".k-printed img")]
    entries = json.loads((site / "midori" / "print" / "index.json").read_text(encoding="utf-8"))

    assert {Path(link).name for link in links} == {entry["file"] for entry in entries}
    assert {Path(one).name for one in pictures} == {entry["picture"] for entry in entries}
    for link in (*links, *pictures):
        assert (folder / link).resolve().is_file()


def test_what_is_in_the_readers_language_comes_first(site: Path) -> None:
    for address, first in zip(PAGES, ("leaflet-ja.pdf", "leaflet-en.pdf"), strict=True):
        tree = LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))
        assert str(tree.css(".k-printed a")[0].attributes["href"]).endswith(first)


def test_it_says_size_pages_date_and_how_to_print(site: Path) -> None:
    tree = LexborHTMLParser((site / PAGES[0] / "index.html").read_text(encoding="utf-8"))
    for reading in tree.css("rt, rp"):
        reading.decompose()
    text = tree.css(".k-printed")[0].text()

    assert "A4・2ページ・" in text
    assert "KB" in text
    assert "に作成" in text
    assert "A4・両面・短辺とじ・実際のサイズ(100%)で印刷します。" in text


def test_home_and_contents_lead_there(site: Path) -> None:
    tree = LexborHTMLParser((site / "midori" / "index.html").read_text(encoding="utf-8"))

    assert [node.attributes["href"] for node in tree.css("section a")].count("print/") == 1


@pytest.fixture(scope="module", name="address")
def fixture_address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_it_is_usable_by_everyone(browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]) -> None:
    for part in PAGES:
        with fresh(browser, address, f"{part}/", width, scheme) as page:
            assert violations(page) == [], part
            assert page.evaluate("document.documentElement.scrollWidth") <= width, part
