"""The data pages: every file in a sentence with its size, for people with and without a computer's words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from tests.access import fresh
from tests.axe import violations
from tests.live import browsing, served

pytestmark = pytest.mark.xdist_group("browser")
GUIDES = ("akaiwa", "hanamaki", "ishioka", "iwakuni", "yamaguchi")
PAGES = ("yamaguchi/data/", "data/", "en/ishioka/data/")


@pytest.fixture(scope="module")
def home(real_site: Path) -> Iterator[str]:
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as one:
        yield one


def tree(site: Path, page: str) -> LexborHTMLParser:
    found = LexborHTMLParser((site / page / "index.html").read_text(encoding="utf-8"))
    for reading in found.css("rt, rp"):
        reading.decompose()
    return found


@pytest.mark.parametrize("guide", GUIDES)
@pytest.mark.parametrize("language", ["", "en/"])
def test_every_file_of_a_guide_is_offered_with_its_size_and_a_sentence(
    real_site: Path, guide: str, language: str
) -> None:
    page = tree(real_site, f"{language}{guide}/data")
    offered = {(link.attributes["href"] or "").rpartition("/")[2]: link for link in page.css("a[download]")}
    made = {path.name for path in (real_site / guide / "data").iterdir() if path.suffix != ".html"}

    assert set(offered) == made | {f"{guide}.json", "changes.xml"}
    for name, link in offered.items():
        box = link.parent.parent  # type: ignore[union-attr]
        assert box is not None
        words = box.text()
        assert any(unit in words for unit in ("\u00a0B", "\u00a0KB", "\u00a0MB")), name
        assert ("。" if not language else ".") in words.replace(name, ""), name


@pytest.mark.parametrize("guide", GUIDES)
def test_the_example_is_part_of_the_document(real_site: Path, guide: str) -> None:
    shown = json.loads(tree(real_site, f"{guide}/data").css_first("pre.k-example").text())  # type: ignore[union-attr]
    whole = json.loads((real_site / "api" / "v1" / f"{guide}.json").read_text(encoding="utf-8"))
    kind = next(kind for kind in ("actions", "rules", "forms") if whole[kind])

    assert shown.items() <= whole[kind][0].items() or all(whole[kind][0][name] == one for name, one in shown.items())


def test_the_page_of_all_towns_leads_to_the_data_of_each(real_site: Path) -> None:
    links = {link.attributes["href"] for link in tree(real_site, "data").css("a[href]")}

    assert {f"../{guide}/data/" for guide in GUIDES} <= links
    assert {f"../api/v1/{guide}.json" for guide in GUIDES} <= links


def test_licence_and_citation_are_said_and_every_footer_leads_there(real_site: Path) -> None:
    page = tree(real_site, "yamaguchi/data")
    words = page.css_first("main").text()  # type: ignore[union-attr]

    assert "CC BY 4.0" in words
    assert "公共データ利用規約" in words
    version = json.loads((real_site / "api/v1/yamaguchi.json").read_text(encoding="utf-8"))["version"]
    assert version in page.css_first(".k-cite").text()  # type: ignore[union-attr]
    footer = tree(real_site, "yamaguchi/forms").css_first(".k-footer")
    assert "../data/" in {link.attributes["href"] for link in footer.css("a")}  # type: ignore[union-attr]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_data_pages_are_accessible_and_fit_a_phone(
    home: str, browser: Browser, page: str, width: int, scheme: str
) -> None:
    with fresh(browser, home, page, width, scheme) as sheet:
        assert violations(sheet) == []
        assert sheet.evaluate("document.documentElement.scrollWidth") <= width


def test_a_file_can_be_taken_without_javascript(home: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    try:
        sheet = context.new_page()
        sheet.goto(f"{home}yamaguchi/data/")
        with sheet.expect_download() as taken:
            sheet.get_by_role("link", name="schedule.csv").click()
        assert taken.value.suggested_filename == "schedule.csv"
    finally:
        context.close()
