"""The pages of towns side by side: as files, and in a browser on desks, phones and paper."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborNode

from macros.guideline.alignment import KINDS
from macros.web.comparison import HEADER
from macros.web.pages import COMPARED
from tests.everyone import Scheme, hindrances, looks
from tests.site import page_of

PARTS = ("", *(f"{part}/" for part in COMPARED))


def _words(node: LexborNode) -> str:
    return "".join(node.text().split())


def test_the_csv_says_what_the_pages_say(real_site: Path) -> None:
    with (real_site / "compare/compare.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *rows = list(csv.reader(file))
    names = dict.fromkeys(row[4] for row in rows)
    assert tuple(header) == HEADER
    assert (real_site / "compare/compare.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    for kind in KINDS:
        read: dict[tuple[str, str], str] = {}
        for row in rows:
            record = dict(zip(header, row, strict=True))
            if record["kind"] == kind and record["idea"]:
                key = (record["idea"], record["guide"])
                read[key] = read.get(key, "") + (record["words_ja"] or record["reason_ja"])
        shown = {}
        tree = page_of(real_site, f"compare/{kind}")
        for tag in tree.css(".k-matrix .k-tag, .k-matrix .k-cell__town"):
            tag.decompose()
        for row in tree.css(".k-matrix tbody tr:not(.k-own)"):
            idea = str(row.css_first(".k-why").attributes["href"]).removeprefix("#why_")
            for town, cell in zip(names, row.css("td"), strict=True):
                shown[idea, town] = _words(cell)
        for key, words in read.items():
            said = "".join(words.split())
            assert said == shown[key] or (kind == "zones" and shown[key].endswith(said)), (kind, key)
        assert read.keys() == shown.keys()


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("part", PARTS[1:])
def test_every_table_has_a_caption_and_heads_that_name_kind_date_and_state(
    real_site: Path, part: str, language: str
) -> None:
    tree = page_of(real_site, f"{language}compare/{part}")
    table = tree.css_first("table")
    heads = " ".join(head.text() for head in table.css("thead th, .k-head__facts"))

    assert table.css_first("caption").text().strip()
    assert all(head.attributes.get("scope") for head in table.css("th"))
    assert ("案" if not language else "Draft") in heads or part == "plans/"
    assert tree.css_first("a.k-silent") or "zones" not in part


def test_silence_is_in_words(real_site: Path) -> None:
    ja, en = page_of(real_site, "compare/rules").text(), page_of(real_site, "en/compare/rules").text()

    for words in ("この資料には書かれていない", "概要版には書かれていない"):
        assert words in ja
    for words in ("Not stated in this document", "Not stated in the summary"):
        assert words in en


def test_towns_compared_are_found_by_everyone_but_not_in_one_towns_index(real_site: Path) -> None:
    assert '"compare/rules/"' in (real_site / "search/all.json").read_text(encoding="utf-8")
    assert '"compare/rules/"' not in (real_site / "search/guides/akaiwa.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [320, 390, 900, 1280])
@pytest.mark.parametrize("language", ["", "en/"])
def test_nothing_scrolls_sideways(visit: Page, language: str, width: int) -> None:
    visit.set_viewport_size({"width": width, "height": 800})
    for part in (*(f"compare/{part}" for part in PARTS), ""):
        visit.goto(f"{language}{part}")
        wide = visit.evaluate(
            """() => [document.documentElement, ...document.querySelectorAll(".k-table")]
            .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.className || one.tagName)"""
        )
        assert wide == [], (part, width)


def test_on_a_phone_each_idea_is_a_card_that_names_the_towns(visit: Page) -> None:
    visit.set_viewport_size({"width": 390, "height": 800})
    visit.goto("compare/forms/")
    card = visit.locator(".k-matrix tbody tr").first

    expect(card.locator(".k-cell__town")).to_have_count(5)
    expect(card.locator(".k-cell__town").first).to_be_visible()
    expect(visit.locator(".k-matrix thead .k-head__facts").first).to_be_visible()


def test_by_keyboard_from_a_word_to_its_section_and_to_the_reason(visit: Page) -> None:
    visit.goto("compare/forms/")
    visit.locator(".k-matrix").evaluate("table => { table.parentElement.tabIndex = -1; table.parentElement.focus() }")
    for place in ("thead a", "tbody th a"):
        link = visit.locator(f".k-matrix {place}").first
        for _ in range(9):
            if link.evaluate("one => one === document.activeElement"):
                break
            visit.keyboard.press("Tab")
        expect(link).to_be_focused()
    visit.keyboard.press("Enter")
    visit.wait_for_url("**/compare/forms/#why_*")
    visit.goto("compare/forms/")
    visit.locator(".k-matrix td a").first.focus()
    visit.keyboard.press("Enter")
    visit.wait_for_url("**/hanamaki/forms/#co-hosting")


def test_a_screen_reader_hears_a_table_with_its_caption_and_heads(visit: Page) -> None:
    for width in (1280, 390):
        visit.set_viewport_size({"width": width, "height": 800})
        visit.goto("compare/rules/")
        tree = visit.context.new_cdp_session(visit).send("Accessibility.getFullAXTree")
        roles = [one.get("role", {}).get("value") for one in tree["nodes"] if not one.get("ignored")]

        assert roles.count("table") == 1
        assert roles.count("rowheader") == 12
        assert "caption" in roles


@pytest.mark.parametrize(
    ("asked", "towns"),
    [
        ("山口市", ["yamaguchi"]),
        ("いわくに", ["iwakuni"]),
        ("イワテ", ["hanamaki"]),
        ("山口県", ["yamaguchi", "iwakuni"]),
        ("ｉｓｈｉｏｋａ", ["ishioka"]),
        ("okayama akaiwa", ["akaiwa"]),
        ("やまく\u309bち", ["yamaguchi", "iwakuni"]),
        ("さっぽろ", []),
        ("", ["hanamaki", "ishioka", "akaiwa", "yamaguchi", "iwakuni"]),
    ],
)
def test_the_list_of_towns_is_narrowed_by_name_reading_and_prefecture(
    visit: Page, asked: str, towns: list[str]
) -> None:
    visit.goto("")
    visit.locator("[data-k-towns] input").fill(asked)
    shown = visit.locator("[data-k-town]:visible a").evaluate_all(
        "all => all.map(one => one.getAttribute('href').replace('/', ''))"
    )

    assert shown == towns
    status = visit.locator("[data-k-towns] [role=status]").inner_text()
    assert bool(status) == bool(asked)
    assert visit.locator("[data-k-prefecture]:visible").count() == len(
        {"yamaguchi" if one == "iwakuni" else one for one in towns}
    )


def test_no_town_is_hidden_while_an_input_method_composes(visit: Page) -> None:
    visit.goto("")
    box = visit.locator("[data-k-towns] input")
    box.dispatch_event("compositionstart")
    box.fill("やｍ")
    expect(visit.locator("[data-k-town]:visible")).to_have_count(5)

    box.fill("いわくに")
    box.dispatch_event("compositionend")
    expect(visit.locator("[data-k-town]:visible")).to_have_count(1)


def test_without_javascript_every_town_is_there(plain: Page) -> None:
    plain.goto("")

    expect(plain.locator("[data-k-town] a")).to_have_count(5)
    expect(plain.locator("[data-k-towns]")).to_be_hidden()


@looks
@pytest.mark.parametrize(
    "paths",
    [
        pytest.param(["compare/"], id="overview"),
        pytest.param(
            ["", "en/", "en/compare/", "en/compare/zones/", *(f"compare/{part}" for part in PARTS[1:])],
            id="tables",
            marks=pytest.mark.nightly,  # tests/test_access.py has one by day
        ),
    ],
)
def test_axe_finds_nothing(browser: Browser, address: str, paths: list[str], width: int, scheme: Scheme) -> None:
    assert hindrances(browser, address, paths, width, scheme) == []


def test_on_paper_the_whole_table_is_there(visit: Page) -> None:
    visit.emulate_media(media="print")
    visit.set_viewport_size({"width": 720, "height": 1000})
    visit.goto("compare/rules/")

    assert visit.locator(".k-matrix").evaluate("one => getComputedStyle(one).display") == "table"
    expect(visit.locator(".k-matrix thead th").last).to_be_visible()
    assert visit.evaluate("document.querySelector('.k-matrix').scrollWidth <= 720")
