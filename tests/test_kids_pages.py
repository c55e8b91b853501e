"""The children's pages: a book in the browser, with a quiz that works by keyboard and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from macros.guideline.model import Library
from macros.web.pages import guide_pages, pages
from tests.live import browsing, served
from tests.site import built

pytestmark = pytest.mark.xdist_group("browser")
CHILDREN = "midori/kids/"


@pytest.fixture(scope="module", name="site")
def fixture_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("kids"))


@pytest.fixture(scope="module", name="base")
def fixture_base(site: Path) -> Iterator[str]:
    with served(site) as base:
        yield base


@pytest.fixture(scope="module", name="browser")
def fixture_browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


def page_of(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))


def opened(browser: Browser, address: str, *, scripts: bool = True, width: int = 390) -> Page:
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(address)
    return page


def test_there_is_a_page_a_chapter_in_japanese_only(mini: Library) -> None:
    guide = mini.guide("midori")
    ours = [page.address for page in guide_pages(mini, guide, "ja") if page.frame.startswith("kids")]

    assert ours == [
        "midori/kids/",
        "midori/kids/problem/",
        "midori/kids/together/",
        "midori/kids/quiz/",
        "midori/kids/words/",
    ]
    assert not [page for page in pages(mini, "en") if page.frame.startswith("kids")]


def test_pages_turn_like_those_of_a_book(site: Path) -> None:
    way = ["", "problem/", "together/", "quiz/", "words/"]
    for here, after in pairwise(way[1:]):
        turn = page_of(site, CHILDREN + here).css_first("a[rel=next]")
        assert turn is not None
        assert turn.attributes["href"] == f"../{after}"
    for before, here in pairwise(way):
        turn = page_of(site, CHILDREN + here).css_first("a[rel=prev]")
        assert turn is not None
        assert turn.attributes["href"] == (f"../{before}" if before else "../")


def test_pictures_say_what_they_show(site: Path) -> None:
    for name in ("problem", "together"):
        tree = page_of(site, f"{CHILDREN}{name}/")
        scenes = tree.css("figure.k-kids__scene svg")
        assert scenes
        assert all(one.attributes["role"] == "img" and one.attributes["aria-label"] for one in scenes)
        assert all(one.attributes["aria-hidden"] == "true" for one in tree.css(".k-kids__face"))


@pytest.mark.parametrize(("root", "link"), [("", "kids/"), ("en/", "../../midori/kids/")])
def test_home_and_header_lead_there_in_both_languages(site: Path, root: str, link: str) -> None:
    tree = page_of(site, f"{root}midori")
    links = [one for one in tree.css("a") if one.attributes.get("href") == link]

    assert len(links) >= 2
    if root:
        assert all(one.attributes.get("hreflang") == "ja" for one in links)


def test_paper_for_children_can_be_taken_but_not_the_answers(site: Path) -> None:
    files = [one.attributes["href"] for one in page_of(site, CHILDREN).css(".k-kids__prints a")]

    assert [Path(one or "").name for one in files] == [
        "reader.pdf",
        "reader-a4.pdf",
        "reader-booklet.pdf",
        "worksheet.pdf",
    ]


def test_downloads_page_warns_of_the_printers_booklet_function(site: Path) -> None:
    tree = page_of(site, "midori/print")
    for reading in tree.css("rt, rp"):
        reading.decompose()

    assert "面付け済み。プリンターの小冊子機能は使わないでください。" in tree.text()


def test_quiz_is_answered_by_keyboard(browser: Browser, base: str) -> None:
    page = opened(browser, f"{base}{CHILDREN}quiz/")
    first = page.locator("[data-k-quiz]").first
    button = first.locator("button[type=submit]")

    button.press("Enter")
    expect(first.get_by_role("status")).to_contain_text("えらんでね")
    radios = first.get_by_role("radio")
    radios.first.press("Space")
    button.press("Enter")
    expect(first.get_by_role("status")).to_contain_text("おしい")
    radios.first.focus()
    page.keyboard.press("ArrowDown")
    expect(first.get_by_role("status")).to_be_empty()
    page.keyboard.press("Enter")
    expect(first.get_by_role("status")).to_contain_text("せいかい")
    expect(first.locator("details")).to_have_attribute("open", "")


def test_quiz_works_without_javascript(browser: Browser, base: str) -> None:
    page = opened(browser, f"{base}{CHILDREN}quiz/", scripts=False)
    first = page.locator("[data-k-quiz]").first

    expect(first.locator("button[type=submit]")).to_be_hidden()
    first.locator("summary").click()
    expect(first.locator("details p").first).to_be_visible()
    expect(first.locator("details p").first).to_contain_text("イ")


@pytest.mark.parametrize("scripts", [True, False])
def test_readings_are_always_there(browser: Browser, base: str, scripts: bool) -> None:
    page = opened(browser, f"{base}{CHILDREN}problem/", scripts=scripts)

    expect(page.locator(".k-kids rt").first).to_be_visible()
    expect(page.locator("h1 rt").first).to_be_visible()


@pytest.mark.parametrize("name", ["", "problem/", "together/", "quiz/", "words/"])
def test_nothing_is_wider_than_the_narrowest_phone(browser: Browser, base: str, name: str) -> None:
    page = opened(browser, f"{base}{CHILDREN}{name}", width=320)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
