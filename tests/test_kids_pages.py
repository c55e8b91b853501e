"""The children's pages: a book in the browser, with a quiz that works by keyboard and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Page, expect

from macros.figures import scenes
from macros.guideline.model import Library
from macros.guideline.model.reader import SceneName
from macros.web.pages import guide_pages, pages
from tests.live import served
from tests.site import page_of

CHILDREN = "midori/kids/"
PHONE = {"width": 390, "height": 800}


@pytest.fixture(scope="module", name="address")
def fixture_address(mini_site: Path) -> Iterator[str]:
    with served(mini_site) as address:
        yield address


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


def test_pages_turn_like_those_of_a_book(mini_site: Path) -> None:
    way = ["", "problem/", "together/", "quiz/", "words/"]
    for here, after in pairwise(way[1:]):
        turn = page_of(mini_site, CHILDREN + here).css_first("a[rel=next]")
        assert turn is not None
        assert turn.attributes["href"] == f"../{after}"
    for before, here in pairwise(way):
        turn = page_of(mini_site, CHILDREN + here).css_first("a[rel=prev]")
        assert turn is not None
        assert turn.attributes["href"] == (f"../{before}" if before else "../")


def test_every_scene_has_words_that_say_what_it_shows(mini: Library) -> None:
    said = [mini.labels.labels[scenes.label(name)].ja for name in get_args(SceneName)]

    assert len(set(said)) == len(said)
    assert all(words.endswith("絵") for words in said)


def test_pictures_say_what_they_show(mini_site: Path) -> None:
    for name in ("problem", "together"):
        tree = page_of(mini_site, f"{CHILDREN}{name}/")
        scenes = tree.css("figure.k-kids__scene svg")
        assert scenes
        assert all(one.attributes["role"] == "img" and one.attributes["aria-label"] for one in scenes)
        captions = {one.text(strip=True) for one in tree.css("figure.k-kids__scene figcaption")}
        assert captions.isdisjoint({one.attributes["aria-label"] for one in scenes})
        assert all(one.attributes["aria-hidden"] == "true" for one in tree.css(".k-kids__face"))


@pytest.mark.parametrize(("root", "link"), [("", "kids/"), ("en/", "../../midori/kids/")])
def test_home_and_header_lead_there_in_both_languages(mini_site: Path, root: str, link: str) -> None:
    tree = page_of(mini_site, f"{root}midori")
    links = [one for one in tree.css("a") if one.attributes.get("href") == link]

    assert len(links) >= 2
    if root:
        assert all(one.attributes.get("hreflang") == "ja" for one in links)


def test_paper_for_children_can_be_taken_but_not_the_answers(mini_site: Path) -> None:
    files = [one.attributes["href"] for one in page_of(mini_site, CHILDREN).css(".k-kids__prints a")]

    assert [Path(one or "").name for one in files] == [
        "reader.pdf",
        "reader-a4.pdf",
        "reader-booklet.pdf",
        "worksheet.pdf",
    ]


def test_downloads_page_warns_of_the_printers_booklet_function(mini_site: Path) -> None:
    words = page_of(mini_site, "midori/print").text()

    assert "面付け済み。プリンターの小冊子機能は使わないでください。" in words


def test_quiz_is_answered_by_keyboard(visit: Page) -> None:
    visit.set_viewport_size(PHONE)
    visit.goto(f"{CHILDREN}quiz/")
    first = visit.locator("[data-k-quiz]").first
    button = first.locator("button[type=submit]")

    button.press("Enter")
    expect(first.get_by_role("status")).to_contain_text("えらんでね")
    radios = first.get_by_role("radio")
    radios.first.press("Space")
    button.press("Enter")
    expect(first.get_by_role("status")).to_contain_text("おしい")
    radios.first.focus()
    visit.keyboard.press("ArrowDown")
    expect(first.get_by_role("status")).to_be_empty()
    visit.keyboard.press("Enter")
    expect(first.get_by_role("status")).to_contain_text("せいかい")
    expect(first.locator("details")).to_have_attribute("open", "")


def test_quiz_works_without_javascript(plain: Page) -> None:
    plain.set_viewport_size(PHONE)
    plain.goto(f"{CHILDREN}quiz/")
    first = plain.locator("[data-k-quiz]").first

    expect(first.locator("button[type=submit]")).to_be_hidden()
    first.locator("summary").click()
    expect(first.locator("details p").first).to_be_visible()
    expect(first.locator("details p").first).to_contain_text("イ")


@pytest.mark.parametrize("visitor", ["visit", "plain"])
def test_readings_are_always_there(request: pytest.FixtureRequest, visitor: str) -> None:
    page: Page = request.getfixturevalue(visitor)
    page.set_viewport_size(PHONE)
    page.goto(f"{CHILDREN}problem/")

    expect(page.locator(".k-kids rt").first).to_be_visible()
    expect(page.locator("h1 rt").first).to_be_visible()


@pytest.mark.parametrize("name", ["", "problem/", "together/", "quiz/", "words/"])
def test_nothing_is_wider_than_the_narrowest_phone(visit: Page, name: str) -> None:
    visit.set_viewport_size({"width": 320, "height": 800})
    visit.goto(f"{CHILDREN}{name}")

    assert visit.evaluate("document.documentElement.scrollWidth") <= 320
