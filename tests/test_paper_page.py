"""The downloads page: what was printed, with pictures and sizes, for everyone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.everyone import Scheme, hindrances, looks
from tests.live import served
from tests.site import page_of

PAGES = ("midori/print", "en/midori/print")


@pytest.mark.parametrize("address", PAGES)
def test_it_leads_to_everything_that_was_printed(mini_site: Path, address: str) -> None:
    folder = mini_site / address
    tree = page_of(mini_site, address)
    links = [str(one.attributes["href"]) for one in tree.css(".k-printed a")]
    pictures = [str(one.attributes["src"]) for one in tree.css(".k-printed img")]
    entries = json.loads((mini_site / "midori" / "print" / "index.json").read_text(encoding="utf-8"))

    assert {Path(link).name for link in links} == {entry["file"] for entry in entries}
    assert {Path(one).name for one in pictures} == {entry["picture"] for entry in entries}
    for link in (*links, *pictures):
        assert (folder / link).resolve().is_file()


def test_what_is_in_the_readers_language_comes_first(mini_site: Path) -> None:
    for address, first in zip(PAGES, ("leaflet-ja.pdf", "leaflet-en.pdf"), strict=True):
        tree = page_of(mini_site, address)
        assert str(tree.css(".k-printed a")[0].attributes["href"]).endswith(first)


def test_it_says_size_pages_date_and_how_to_print(mini_site: Path) -> None:
    text = page_of(mini_site, PAGES[0]).css(".k-printed")[0].text()

    assert "A4・2ページ・" in text
    assert "KB" in text
    assert "に作成" in text
    assert "A4・両面・短辺とじ・実際のサイズ(100%)で印刷します。" in text


def test_home_and_contents_lead_there(mini_site: Path) -> None:
    tree = page_of(mini_site, "midori")

    assert [node.attributes["href"] for node in tree.css("section a")].count("print/") == 1


@pytest.fixture(scope="module", name="address")
def fixture_address(mini_site: Path) -> Iterator[str]:
    with served(mini_site) as address:
        yield address


@looks
def test_it_is_usable_by_everyone(browser: Browser, address: str, width: int, scheme: Scheme) -> None:
    assert hindrances(browser, address, [f"{part}/" for part in PAGES], width, scheme) == []
