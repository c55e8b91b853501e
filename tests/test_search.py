"""The search panel as people use it, on the real site in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.live import spoken
from tests.panel import hits, opened, status


def test_typing_shows_hits_with_page_mark_and_excerpt_and_announces_the_count(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    opened(visit).press_sequentially("補助金")
    expect(status(visit)).to_have_text(re.compile(r"^\d+件見つかりました。$"))
    third = hits(visit).nth(2)
    expect(third.locator(".k-hit__where")).to_have_text("使える制度")
    expect(third.locator(".k-hit__title mark")).to_have_text("補助金")
    expect(third.locator(".k-hit__text mark").first).to_have_text("補助金")


def test_pasting_is_enough(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    opened(visit)
    visit.keyboard.insert_text("ＮＰＯ")
    expect(hits(visit).first).to_contain_text("NPO")


def test_nothing_is_searched_while_an_input_method_composes(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    box = opened(visit)
    visit.evaluate(
        """() => {
          const box = document.querySelector(".md-search__input")
          window.say = (kind, value) => {
            if (value !== undefined) box.value = value
            const bubbles = true
            box.dispatchEvent(kind === "input" ? new InputEvent(kind, { bubbles, isComposing: true })
              : new CompositionEvent(kind, { bubbles }))
          }
          say("compositionstart"); say("input", "き"); say("input", "きょうさい")
        }"""
    )
    visit.wait_for_timeout(300)
    expect(hits(visit)).to_have_count(0)
    box.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    expect(visit).to_have_url(re.compile("forms/$"))
    visit.evaluate("() => { say('input', '共催'); say('compositionend') }")
    expect(hits(visit).first).to_contain_text("共催")


def test_an_input_method_of_the_browser_commits_words(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    opened(visit)
    session = visit.context.new_cdp_session(visit)
    session.send("Input.imeSetComposition", {"text": "きょうさ", "selectionStart": 4, "selectionEnd": 4})
    visit.wait_for_timeout(200)
    expect(hits(visit)).to_have_count(0)
    session.send("Input.insertText", {"text": "共催"})
    expect(hits(visit).first).to_contain_text("共催")


def test_arrow_keys_enter_and_escape(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    box = opened(visit)
    box.fill("共催")
    expect(hits(visit).first).to_be_visible()
    visit.keyboard.press("ArrowDown")
    expect(hits(visit).first).to_be_focused()
    visit.keyboard.press("ArrowDown")
    expect(hits(visit).nth(1)).to_be_focused()
    visit.keyboard.press("ArrowUp")
    visit.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    visit.keyboard.press("Escape")
    expect(visit.locator("[data-k-search]")).to_be_focused()
    expect(box).to_be_hidden()
    visit.locator("[data-k-search]").click()
    box.fill("きょうさい")
    expect(hits(visit).first).to_contain_text("共催")
    box.press("Enter")
    expect(visit).to_have_url(re.compile("forms/#co-hosting$"))
    expect(box).to_be_hidden()


def test_enter_before_the_answer_goes_to_the_first_hit_of_that_answer(visit: Page) -> None:
    visit.goto("yamaguchi/rules/")
    opened(visit).fill("きょうさい")
    visit.keyboard.press("Enter")
    expect(visit).to_have_url(re.compile("forms/#co-hosting$"))


def test_tab_reaches_hits_and_leaving_the_panel_closes_it(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    box = opened(visit)
    box.fill("共催")
    expect(hits(visit).first).to_be_visible()
    for _ in range(3):
        visit.keyboard.press("Tab")
    expect(hits(visit).first).to_be_focused()
    visit.locator(".k-header [data-k-scheme]").focus()
    expect(box).to_be_hidden()


def test_an_address_with_words_opens_with_results(visit: Page) -> None:
    visit.goto("yamaguchi/?q=" + "きょうさい")
    expect(hits(visit).first).to_contain_text("共催")
    visit.keyboard.press("Escape")
    expect(visit).to_have_url(re.compile("yamaguchi/$"))


def test_words_from_the_form_on_the_first_page_are_searched_and_focus_returns_there(visit: Page) -> None:
    visit.goto("yamaguchi/")
    visit.locator("#k_find-words").fill("ほじょきん")
    visit.keyboard.press("Enter")
    expect(hits(visit).first).to_contain_text("補助、助成")
    visit.keyboard.press("Escape")
    expect(visit.locator("#k_find-words")).to_be_focused()


def test_what_is_not_there_is_said_with_help(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    opened(visit).fill("マイナンバーカード")
    expect(status(visit)).to_have_text("「マイナンバーカード」は見つかりませんでした。")
    expect(hits(visit)).to_have_count(0)
    help = visit.locator("[data-k-none]")
    expect(help.get_by_role("link", name=spoken("用語の一覧を見る"))).to_have_attribute("href", "../terms/")
    expect(help.get_by_role("link", name=spoken("相談先にたずねる"))).to_have_attribute("href", "../contact/")
    help.get_by_role("button", name=spoken("補助金")).click()
    expect(hits(visit).first).to_contain_text("補助、助成")
    expect(help).to_be_hidden()


def test_a_misspelt_word_brings_words_of_the_guide(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    opened(visit).fill("こみゅにてーかつどほけんん")
    near = visit.locator("[data-k-near] button")
    expect(near.first).to_have_text(re.compile("コミュニティ活動保険"))
    near.first.click()
    expect(hits(visit).first).to_contain_text("コミュニティ活動保険")


def test_a_long_list_is_shown_in_parts(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    opened(visit).fill("協働")
    expect(hits(visit)).to_have_count(30)
    visit.get_by_role("button", name=spoken("続きを見る")).click()
    expect(hits(visit)).to_have_count(60)
    expect(hits(visit).nth(30)).to_be_focused()


def test_clearing_starts_again(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    box = opened(visit)
    box.fill("共催")
    expect(hits(visit).first).to_be_visible()
    visit.get_by_role("button", name=spoken("消す")).click()
    expect(hits(visit)).to_have_count(0)
    expect(box).to_be_focused()
    expect(status(visit)).to_have_text("ことばを入れると、すぐに探します。")


def test_no_index_is_asked_for_before_someone_searches(visit: Page) -> None:
    asked: list[str] = []
    visit.on("request", lambda request: asked.append(request.url))
    visit.goto("yamaguchi/forms/", wait_until="networkidle")
    assert not [url for url in asked if "search" in url]


def test_an_index_that_cannot_be_read_is_said(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.route("**/search/guides/*.json", lambda route: route.fulfill(status=404))
    page.goto("yamaguchi/forms/")
    opened(page).fill("共催")
    expect(status(page)).to_have_text(re.compile("検索を始められませんでした"))
    context.close()


def test_search_works_on_the_page_that_was_not_found(visit: Page) -> None:
    visit.goto("404.html")
    opened(visit).fill("共催")
    expect(hits(visit).first).to_have_attribute("href", re.compile("/forms/#co-hosting$"))


@pytest.mark.parametrize("width", [390, 320])
def test_panel_fits_a_phone(visit: Page, width: int) -> None:
    visit.set_viewport_size({"width": width, "height": 700})
    visit.goto("yamaguchi/plan/information/")
    opened(visit).fill("情報 " * 3)
    expect(hits(visit).first).to_be_visible()
    assert visit.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.evaluate("document.querySelector('.md-search-result__list').scrollWidth") <= width


def test_the_panel_is_closed_by_a_click_and_by_a_finger(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, viewport={"width": 390, "height": 800}, has_touch=True) as context:
        page = context.new_page()
        page.goto("yamaguchi/forms/")
        for press in ("click", "tap"):
            box = opened(page)
            getattr(page.locator("[data-k-search-close]"), press)()
            expect(box).to_be_hidden()
            expect(page.locator("[data-k-search]")).to_be_focused()


def test_the_button_that_opens_the_panel_closes_it(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    box = opened(visit)
    visit.locator("[data-k-search]").click()
    expect(box).to_be_hidden()
    expect(visit.locator("[data-k-search]")).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("then", ["Escape", "の"])
def test_who_pressed_enter_too_early_and_went_on_is_not_led_away(visit: Page, then: str) -> None:
    asked: list[Route] = []
    visit.route("**/search/**/*.json", lambda route: asked.append(route))
    visit.goto("yamaguchi/rules/")
    box = opened(visit)
    box.fill("補助金")
    box.press("Enter")
    if then == "Escape":
        box.press(then)
    else:
        visit.keyboard.insert_text(then)
    for route in asked:
        route.continue_()
    visit.wait_for_timeout(700)
    expect(visit).to_have_url(re.compile("yamaguchi/rules/$"))


def test_search_that_failed_once_works_when_the_network_is_back(visit: Page) -> None:
    visit.route("**/search/**/*.json", lambda route: route.abort())
    visit.goto("yamaguchi/forms/")
    box = opened(visit)
    box.fill("共催")
    expect(status(visit)).to_contain_text("検索を始められませんでした")
    visit.unroute("**/search/**/*.json")
    box.fill("補助金")
    expect(hits(visit).first).to_contain_text("補助")
    box.fill("共催")
    expect(hits(visit).first).to_contain_text("共催")


@pytest.mark.parametrize("signs", ["、", "!", "|", "ー", '("', "\u0000"])
def test_signs_alone_find_nothing_and_break_nothing(visit: Page, signs: str) -> None:
    visit.goto("yamaguchi/forms/")
    box = opened(visit)
    for words in (signs, f"{signs}協", f"{signs}協働"):
        box.fill(words)
    expect(hits(visit).first).to_contain_text("協働")
    box.fill(signs)
    expect(hits(visit)).to_have_count(0)
    expect(status(visit)).not_to_contain_text("検索を始められませんでした")


def test_on_an_english_page_what_is_japanese_among_the_hits_says_so(visit: Page) -> None:
    visit.goto("en/yamaguchi/forms/")
    opened(visit).fill("協働")
    expect(hits(visit).first).to_be_visible()
    assert _unmarked(visit) == []
    visit.locator(".md-search__input").fill("花巻マイナンバーカード")
    expect(status(visit)).to_contain_text("Nothing was found")
    assert _unmarked(visit) == []


def _unmarked(visit: Page) -> list[str]:
    found: list[str] = visit.evaluate(
        """() => {
          const texts = document.createTreeWalker(document.querySelector(".md-search-result"), NodeFilter.SHOW_TEXT)
          const found = []
          while (texts.nextNode()) {
            const { data, parentElement } = texts.currentNode
            if (/[\\u3041-\\u9fff]/.test(data) && !parentElement.closest("[lang=ja]")) found.push(data)
          }
          return found
        }"""
    )
    return found
