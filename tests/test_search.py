"""Search as people use it: the real site and two make-believe towns in a real browser."""

from __future__ import annotations

import itertools
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.web import joined
from tests.live import served, spoken, visiting
from tests.queries import QUERIES
from tests.site import ROOT, built, town

pytestmark = pytest.mark.xdist_group("browser")
HOSTILE = "<img src=x onerror=window.bad=1> & <script>window.bad=1</script>"


@pytest.fixture(scope="module", name="site")
def fixture_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("real"), ROOT / "data", KYODO_THEME_SEARCH="true")


@pytest.fixture(scope="module", name="address")
def fixture_address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture(scope="module", name="towns")
def fixture_towns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Two towns with the same guide, one of which has hostile text in it."""
    folder = tmp_path_factory.mktemp("towns")
    data = town(folder)
    shutil.copytree(data / "midori", data / "aoba")
    front = (data / "aoba" / "guide.yml").read_text(encoding="utf-8")
    front = (
        front.replace("id: midori", "id: aoba", 1).replace("みどり町", "あおば市").replace("Midori Town", "Aoba City")
    )
    (data / "aoba" / "guide.yml").write_text(front.replace("code: 999997", "code: 999989"), encoding="utf-8")
    forms = (data / "midori" / "forms.yml").read_text(encoding="utf-8")
    forms = forms.replace("ja: 補助金, en", f"ja: '{HOSTILE} 補助金', en").replace(
        "町がお金を出します。", f"'{HOSTILE} あぶない'"
    )
    (data / "midori" / "forms.yml").write_text(forms, encoding="utf-8")
    with served(built(folder, data)) as address:
        yield address


@pytest.fixture(name="visit_towns")
def fixture_visit_towns(browser: Browser, towns: str) -> Iterator[Page]:
    with visiting(browser, towns) as page:
        yield page


def _open(page: Page) -> Locator:
    page.locator("[data-k-search]").click()
    box = page.locator(".md-search__input")
    expect(box).to_be_focused()
    return box


def _hits(page: Page) -> Locator:
    return page.locator(".md-search-result__link")


def _status(page: Page) -> Locator:
    return page.locator(".md-search [role=status]")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_query_finds_its_section_among_the_first_three(visit: Page, language: str) -> None:
    """The table is tests/search.tsv; each is asked in the guide that its section is in."""
    root = "" if language == "ja" else "en/"
    missed = []
    asked = sorted((one for one in QUERIES if one.language == language), key=lambda one: one.guide)
    for guide, queries in itertools.groupby(asked, lambda one: one.guide):
        visit.goto(f"{root}{guide}/")
        _open(visit)
        for query in queries:
            found = _found(visit, query.words)
            places = [re.sub(rf"^https?://[^/]*/{root}", "", place) for place in found]
            right = not places if not query.expected else any(place in query.expected for place in places[:3])
            if not right:
                missed.append((query.kind, query.words, places[:3]))

    assert len(QUERIES) >= 120
    assert missed == []


def _found(page: Page, words: str) -> list[str]:
    """Type *words* into the panel and give the addresses that it lists."""
    return list(
        page.evaluate(
            """async (words) => {
              const box = document.querySelector(".md-search__input")
              const status = document.querySelector(".md-search [role=status]")
              const type = (value) => { box.value = value; box.dispatchEvent(new Event("input", { bubbles: true })) }
              type(""); const before = status.textContent
              type(words)
              while (status.textContent === before) await new Promise((go) => setTimeout(go, 2))
              return [...document.querySelectorAll(".md-search-result__link")].map((link) => link.href)
            }""",
            words,
        )
    )


@pytest.mark.parametrize("guide", ["yamaguchi", "iwakuni", "akaiwa", "hanamaki", "ishioka", ""])
def test_every_heading_leads_to_its_own_section_first(visit: Page, site: Path, guide: str) -> None:
    """Of equal headings to this guide's, then to a record's own before one that says it in brief."""
    for root in ("", "en/"):
        names = [f"guides/{guide}"] if guide else []
        indexes = [
            json.loads((site / root / f"search/{name}.json").read_text(encoding="utf-8")) for name in (*names, "all")
        ]
        visit.goto(f"{root}{guide}/" if guide else root)
        visit.add_script_tag(content=joined.source(ROOT, joined.WORKER))
        wrong = visit.evaluate(
            """([indexes, guide]) => {
              const stock = library(indexes, guide)
              const own = stock.sections.filter((section) => !guide || section.guide === guide)
              const equal = Map.groupBy(own, (section) => fold(section.title))
              const right = (best, sections) => sections.includes(best)
                && Boolean(best.brief) === sections.every((section) => section.brief)
              return [...equal].map(([title, sections]) => [title, search(stock, sections[0].title).hits[0], sections])
                .filter(([, hit, sections]) => !hit || !right(hit.section, sections)).map(([title]) => title)
            }""",
            [indexes, guide],
        )
        assert wrong == []


def test_typing_shows_hits_with_page_mark_and_excerpt_and_announces_the_count(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    _open(visit).press_sequentially("補助金")
    expect(_status(visit)).to_have_text(re.compile(r"^\d+件見つかりました。$"))
    third = _hits(visit).nth(2)
    expect(third.locator(".k-hit__where")).to_have_text("使える制度")
    expect(third.locator(".k-hit__title mark")).to_have_text("補助金")
    expect(third.locator(".k-hit__text mark").first).to_have_text("補助金")


def test_pasting_is_enough(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    _open(visit)
    visit.keyboard.insert_text("ＮＰＯ")
    expect(_hits(visit).first).to_contain_text("NPO")


def test_nothing_is_searched_while_an_input_method_composes(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    box = _open(visit)
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
    expect(_hits(visit)).to_have_count(0)
    box.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    expect(visit).to_have_url(re.compile("forms/$"))
    visit.evaluate("() => { say('input', '共催'); say('compositionend') }")
    expect(_hits(visit).first).to_contain_text("共催")


def test_an_input_method_of_the_browser_commits_words(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    _open(visit)
    session = visit.context.new_cdp_session(visit)
    session.send("Input.imeSetComposition", {"text": "きょうさ", "selectionStart": 4, "selectionEnd": 4})
    visit.wait_for_timeout(200)
    expect(_hits(visit)).to_have_count(0)
    session.send("Input.insertText", {"text": "共催"})
    expect(_hits(visit).first).to_contain_text("共催")


def test_arrow_keys_enter_and_escape(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    box = _open(visit)
    box.fill("共催")
    expect(_hits(visit).first).to_be_visible()
    visit.keyboard.press("ArrowDown")
    expect(_hits(visit).first).to_be_focused()
    visit.keyboard.press("ArrowDown")
    expect(_hits(visit).nth(1)).to_be_focused()
    visit.keyboard.press("ArrowUp")
    visit.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    visit.keyboard.press("Escape")
    expect(visit.locator("[data-k-search]")).to_be_focused()
    expect(box).to_be_hidden()
    visit.locator("[data-k-search]").click()
    box.fill("きょうさい")
    expect(_hits(visit).first).to_contain_text("共催")
    box.press("Enter")
    expect(visit).to_have_url(re.compile("forms/#co-hosting$"))
    expect(box).to_be_hidden()


def test_enter_before_the_answer_goes_to_the_first_hit_of_that_answer(visit: Page) -> None:
    visit.goto("yamaguchi/rules/")
    _open(visit).fill("きょうさい")
    visit.keyboard.press("Enter")
    expect(visit).to_have_url(re.compile("forms/#co-hosting$"))


def test_tab_reaches_hits_and_leaving_the_panel_closes_it(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    box = _open(visit)
    box.fill("共催")
    expect(_hits(visit).first).to_be_visible()
    for _ in range(3):
        visit.keyboard.press("Tab")
    expect(_hits(visit).first).to_be_focused()
    visit.locator("[data-k-scheme]").focus()
    expect(box).to_be_hidden()


def test_an_address_with_words_opens_with_results(visit: Page) -> None:
    visit.goto("yamaguchi/?q=" + "きょうさい")
    expect(_hits(visit).first).to_contain_text("共催")
    visit.keyboard.press("Escape")
    expect(visit).to_have_url(re.compile("yamaguchi/$"))


def test_words_from_the_form_on_the_first_page_are_searched_and_focus_returns_there(visit: Page) -> None:
    visit.goto("yamaguchi/")
    visit.locator("#k_find-words").fill("ほじょきん")
    visit.keyboard.press("Enter")
    expect(_hits(visit).first).to_contain_text("補助、助成")
    visit.keyboard.press("Escape")
    expect(visit.locator("#k_find-words")).to_be_focused()


def test_what_is_not_there_is_said_with_help(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    _open(visit).fill("マイナンバーカード")
    expect(_status(visit)).to_have_text("「マイナンバーカード」は見つかりませんでした。")
    expect(_hits(visit)).to_have_count(0)
    help = visit.locator("[data-k-none]")
    expect(help.get_by_role("link", name=spoken("用語の一覧を見る"))).to_have_attribute("href", "../terms/")
    expect(help.get_by_role("link", name=spoken("相談先にたずねる"))).to_have_attribute("href", "../contact/")
    help.get_by_role("button", name=spoken("補助金")).click()
    expect(_hits(visit).first).to_contain_text("補助、助成")
    expect(help).to_be_hidden()


def test_a_misspelt_word_brings_words_of_the_guide(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    _open(visit).fill("こみゅにてーかつどほけんん")
    near = visit.locator("[data-k-near] button")
    expect(near.first).to_have_text(re.compile("コミュニティ活動保険"))
    near.first.click()
    expect(_hits(visit).first).to_contain_text("コミュニティ活動保険")


def test_a_long_list_is_shown_in_parts(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    _open(visit).fill("協働")
    expect(_hits(visit)).to_have_count(30)
    visit.get_by_role("button", name=spoken("続きを見る")).click()
    expect(_hits(visit)).to_have_count(60)
    expect(_hits(visit).nth(30)).to_be_focused()


def test_clearing_starts_again(visit: Page) -> None:
    visit.goto("yamaguchi/forms/")
    box = _open(visit)
    box.fill("共催")
    expect(_hits(visit).first).to_be_visible()
    visit.get_by_role("button", name=spoken("消す")).click()
    expect(_hits(visit)).to_have_count(0)
    expect(box).to_be_focused()
    expect(_status(visit)).to_have_text("ことばを入れると、すぐに探します。")


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
    _open(page).fill("共催")
    expect(_status(page)).to_have_text(re.compile("検索を始められませんでした"))
    context.close()


def test_search_works_on_the_page_that_was_not_found(visit: Page) -> None:
    visit.goto("404.html")
    _open(visit).fill("共催")
    expect(_hits(visit).first).to_have_attribute("href", re.compile("/forms/#co-hosting$"))


@pytest.mark.parametrize("width", [390, 320])
def test_panel_fits_a_phone(visit: Page, width: int) -> None:
    visit.set_viewport_size({"width": width, "height": 700})
    visit.goto("yamaguchi/plan/information/")
    _open(visit).fill("情報 " * 3)
    expect(_hits(visit).first).to_be_visible()
    assert visit.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.evaluate("document.querySelector('.md-search-result__list').scrollWidth") <= width


def test_hub_says_which_guide_each_hit_is_from(visit_towns: Page) -> None:
    visit_towns.goto("")
    _open(visit_towns).fill("共催")
    expect(_hits(visit_towns).first).to_be_visible()
    where = visit_towns.locator(".k-hit__where").all_inner_texts()
    assert {one.split(" › ")[0] for one in where} == {"みどり町 協働ガイド", "あおば市 協働ガイド"}


def test_town_and_word_together_find_that_towns_section_on_the_hub(visit_towns: Page) -> None:
    visit_towns.goto("")
    _open(visit_towns).fill("あおば市 共催")
    expect(_hits(visit_towns).first.locator(".k-hit__where")).to_contain_text("あおば市 協働ガイド")
    for where in visit_towns.locator(".k-hit__where").all_inner_texts():
        assert where.startswith("あおば市")


@pytest.mark.parametrize(("guide", "other"), [("midori", "aoba"), ("aoba", "midori")])
def test_in_a_guide_its_own_sections_come_first_and_others_are_named(visit_towns: Page, guide: str, other: str) -> None:
    visit_towns.goto(f"{guide}/")
    _open(visit_towns).fill("共催")
    expect(_hits(visit_towns).first).to_be_visible()
    towns = [re.search("/(midori|aoba)/", one.get_attribute("href") or "") for one in _hits(visit_towns).all()]
    order = [found[1] for found in towns if found]
    assert order == sorted(order, key=lambda one: one == other)
    assert set(order) == {guide, other}
    name = {"midori": "みどり町", "aoba": "あおば市"}
    labels = visit_towns.locator(".k-hit__where").all_inner_texts()
    assert not any(label.startswith(f"{name[guide]} 協働ガイド") for label in labels)
    assert any(label.startswith(f"{name[other]} 協働ガイド") for label in labels)


def test_hostile_text_is_text(visit_towns: Page) -> None:
    visit_towns.goto("midori/")
    box = _open(visit_towns)
    for words in ("あぶない", "img", "script", "onerror"):
        box.fill(words)
        expect(visit_towns.locator("[data-k-hits]")).to_contain_text("<script>window.bad=1</script>")
    box.fill('<b onclick="bad()">ひこうき')
    expect(_status(visit_towns)).to_have_text('「<b onclick="bad()">ひこうき」は見つかりませんでした。')
    assert visit_towns.locator(".md-search img, .md-search script, .md-search b").count() == 0
    assert visit_towns.evaluate("window.bad") is None


def test_japanese_index_is_at_most_three_fifths_of_the_themes(site: Path) -> None:
    theirs = (site / "search" / "search_index.json").stat().st_size
    own = (site / "search" / "guides" / "yamaguchi.json").stat().st_size

    assert own <= 0.6 * theirs
