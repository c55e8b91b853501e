"""The data pages: every file in a sentence with its size, for people with and without a computer's words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.everyone import Scheme, hindrances, looks
from tests.site import page_of

GUIDES = ("akaiwa", "hanamaki", "ishioka", "iwakuni", "yamaguchi")
PAGES = ("yamaguchi/data/", "data/", "en/ishioka/data/")


@pytest.mark.parametrize("guide", GUIDES)
@pytest.mark.parametrize("language", ["", "en/"])
def test_every_file_of_a_guide_is_offered_with_its_size_and_a_sentence(
    real_site: Path, guide: str, language: str
) -> None:
    page = page_of(real_site, f"{language}{guide}/data")
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
    shown = json.loads(page_of(real_site, f"{guide}/data").css_first("pre.k-example").text())  # type: ignore[union-attr]
    whole = json.loads((real_site / "api" / "v1" / f"{guide}.json").read_text(encoding="utf-8"))
    kind = next(kind for kind in ("actions", "rules", "forms") if whole[kind])

    assert shown.items() <= whole[kind][0].items() or all(whole[kind][0][name] == one for name, one in shown.items())


def test_the_page_of_all_towns_leads_to_the_data_of_each(real_site: Path) -> None:
    links = {link.attributes["href"] for link in page_of(real_site, "data").css("a[href]")}

    assert {f"../{guide}/data/" for guide in GUIDES} <= links
    assert {f"../api/v1/{guide}.json" for guide in GUIDES} <= links


def test_licence_and_citation_are_said_and_every_footer_leads_there(real_site: Path) -> None:
    page = page_of(real_site, "yamaguchi/data")
    words = page.css_first("main").text()  # type: ignore[union-attr]

    assert "CC BY 4.0" in words
    assert "公共データ利用規約" in words
    version = json.loads((real_site / "api/v1/yamaguchi.json").read_text(encoding="utf-8"))["version"]
    assert version in page.css_first(".k-cite").text()  # type: ignore[union-attr]
    footer = page_of(real_site, "yamaguchi/forms").css_first(".k-footer")
    assert "../data/" in {link.attributes["href"] for link in footer.css("a")}  # type: ignore[union-attr]


@looks
def test_data_pages_are_accessible_and_fit_a_phone(browser: Browser, address: str, width: int, scheme: Scheme) -> None:
    assert hindrances(browser, address, PAGES, width, scheme) == []


def test_a_file_can_be_taken_without_javascript(plain: Page) -> None:
    plain.goto("yamaguchi/data/")
    with plain.expect_download() as taken:
        plain.get_by_role("link", name="schedule.csv").click()
    assert taken.value.suggested_filename == "schedule.csv"
