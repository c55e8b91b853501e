"""Furigana on the page: chosen by a button, remembered, and never in the way of the text."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.site import page_of

PAGES = ("yamaguchi/", "yamaguchi/forms/", "yamaguchi/plan/", "yamaguchi/plan/information/", "yamaguchi/about/")
HEIGHTS = """() => [...document.querySelectorAll("h1,h2,h3,p,li,dt,dd,th,td,summary,caption")]
    .filter(one => one.offsetHeight && !one.closest("details:not([open])"))
    .map(one => [one.innerText.slice(0, 30), Math.round(one.getBoundingClientRect().height)])"""


def choose(page: Page, step: str) -> None:
    page.locator(f"[data-k-furigana] button[value={step}]").click()


def shown(page: Page) -> int:
    return int(page.evaluate("[...document.querySelectorAll('main rt')].filter(one => one.offsetHeight).length"))


def test_text_is_plain_until_furigana_is_asked_for(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")

    assert shown(visit) == 0
    expect(visit.locator("[data-k-furigana] button[value=off]")).to_have_attribute("aria-pressed", "true")


def test_all_words_have_readings_and_difficult_ones_are_fewer(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    choose(visit, "all")
    every = shown(visit)
    choose(visit, "hard")
    difficult = shown(visit)

    assert every > 300
    assert 0 < difficult < every


def test_choice_works_by_keyboard_and_is_remembered_without_a_flash(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    button = visit.get_by_role("group", name="ふりがな").get_by_role("button").last
    button.focus()
    visit.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    visit.goto("yamaguchi/roles/", wait_until="commit")
    visit.wait_for_selector("h1")

    assert visit.evaluate("document.documentElement.dataset.furigana") == "all"
    expect(visit.locator("[data-k-furigana] button[value=all]")).to_have_attribute("aria-pressed", "true")


def test_tables_headings_and_figures_have_readings_too(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    choose(visit, "all")
    for place in ("h2 rt", "table rt", ".k-nav a rt"):
        expect(visit.locator(place).first).to_be_visible()
    expect(visit.locator(".k-spectrum--wide .k-figure-reading").first).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", PAGES)
def test_a_line_of_text_does_not_jump(visit: Page, path: str, width: int) -> None:
    visit.set_viewport_size({"width": width, "height": 900})
    visit.goto(path)
    before = visit.evaluate(HEIGHTS)
    choose(visit, "all")
    after = visit.evaluate(HEIGHTS)

    assert len(before) > 20
    assert [one[1] for one in after] == [one[1] for one in before]


@pytest.mark.parametrize("step", ["off", "hard", "all"])
def test_copied_text_is_clean(visit: Page, step: str) -> None:
    visit.goto("yamaguchi/forms/")
    choose(visit, step)
    copied = visit.evaluate(
        """() => { const range = document.createRange(); range.selectNodeContents(document.querySelector("article"));
        const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range);
        return selection.toString() }"""
    )

    assert "協働の主体と市が、どちらも事業主体(主催者)となって" in copied
    assert "きょうどう" not in copied.replace("きょうどういたく", "")


def test_without_furigana_the_page_is_found_as_if_it_were_not_there(searching: Page) -> None:
    searching.goto("yamaguchi/rules/")

    assert searching.evaluate("window.find('相互尊重・対等な関係')")


def test_a_text_fragment_leads_into_words_that_have_readings(searching: Page, real_site: Path) -> None:
    words = page_of(real_site, "yamaguchi/rules").css("#evaluation ~ p")[1].text()[:16]
    searching.goto(f"yamaguchi/rules/#:~:text={quote(words)}")
    searching.wait_for_function("scrollY > 0")


def test_titles_and_the_search_index_hold_no_readings(real_site: Path) -> None:
    page = page_of(real_site, "yamaguchi/forms", readings=True)
    title = page.css_first("title")

    assert title is not None
    assert "(" not in title.text()
    assert not page.css("head ruby, code ruby, svg ruby, ruby ruby")
    for index in (real_site / "search").rglob("*.json"):
        assert "<rt" not in index.read_text(encoding="utf-8")


def test_english_pages_have_no_ruby_but_name_the_reading(real_site: Path) -> None:
    page = page_of(real_site, "en/yamaguchi/forms", readings=True)
    japanese = [node.text() for node in page.css(".k-reading [lang=ja]")]

    assert not page.css("ruby")
    assert "共催(きょうさい)" in japanese
    assert page.css("[lang=ja][title]")


def test_without_javascript_the_text_reads_plainly(plain: Page) -> None:
    plain.goto("yamaguchi/forms/")

    expect(plain.locator("[data-k-furigana]")).to_be_hidden()
    expect(plain.locator("main rt").first).to_be_hidden()


def test_screen_readers_hear_each_word_once(visit: Page) -> None:
    visit.goto("yamaguchi/rules/")
    tree = visit.context.new_cdp_session(visit).send("Accessibility.getFullAXTree")
    names = [one["name"]["value"] for one in tree["nodes"] if one.get("role", {}).get("value") == "heading"]

    assert "協働の約束" in names
    assert "相互尊重・対等な関係" in names


def test_pages_for_children_have_all_readings_in_menus_too_and_no_button_for_them(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    choose(visit, "off")
    for path in ("yamaguchi/kids/", "yamaguchi/kids/quiz/"):
        visit.goto(path)
        hidden = visit.evaluate(
            """[...document.querySelectorAll('rt')].filter(one => !one.closest('[hidden], dialog')
            && one.parentElement.offsetHeight && getComputedStyle(one).display === 'none').length"""
        )

        expect(visit.locator("[data-k-furigana]")).to_have_count(0)
        assert visit.locator("header rt").count() > 0
        assert hidden == 0
