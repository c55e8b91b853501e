"""Readings that the source prints ({岩国市《まち》}) carry meaning: shown always, in both languages, never searched."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from macros.furigana import Furigana, Ruby, joined, plain, printed
from macros.web.ruby import with_printed_ruby, with_ruby
from tests.live import visiting

WRITTEN = "住み良い{岩国市《まち》}にする"
RUBY = '<ruby class="k-printed" lang="ja">岩国市<rp>(</rp><rt translate="no">まち</rt><rp>)</rp></ruby>'


@pytest.fixture(name="engine", scope="module")
def fixture_engine() -> Furigana:
    return Furigana(cache=None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (WRITTEN, "住み良い岩国市にする"),
        ("{岩国市《マチ》}と{方|かた}", "岩国市と方"),
        ("岩国市《まち》", "岩国市《まち》"),  # without braces these are signs of the text
        ("{岩国市《街》}{《まち》}{まち《まち》}", "{岩国市《街》}{《まち》}{まち《まち》}"),
        ("{岩国市《まち》|まち}", "{岩国市《まち》|まち}"),
    ],
)
def test_only_kanji_with_kana_in_these_brackets_is_a_printed_reading(text: str, said: str) -> None:
    assert plain(text) == said
    assert joined(printed(text)) == said


def test_a_printed_reading_is_told_from_our_own(engine: Furigana) -> None:
    own = [one for one in engine.segments("{方|ほう}と{岩国市《まち》}") if isinstance(one, Ruby)]

    assert [(one.base, one.reading, one.printed) for one in own] == [("方", "ほう", False), ("岩国市", "まち", True)]
    assert [one for one in printed("{方|ほう}と{岩国市《まち》}") if isinstance(one, Ruby)] == own[1:]


@pytest.mark.parametrize("grade", [None, 3, 6])
@pytest.mark.parametrize("split", ["word", "kanji"])
def test_it_stands_over_the_whole_word_for_every_reader(engine: Furigana, grade: int | None, split: str) -> None:
    found = engine.segments(WRITTEN, grade=grade, split=split)  # type: ignore[arg-type]  # both are splits

    assert [(one.base, one.reading) for one in found if isinstance(one, Ruby) and one.printed] == [("岩国市", "まち")]
    assert engine.doubts(WRITTEN) == ()


@pytest.mark.parametrize(
    ("page", "made"),
    [
        ("<p>良い{岩国市《まち》}に</p>", f"<p>良い{RUBY}に</p>"),
        ("<p>&#123;岩国市《まち》&#125;</p>", f"<p>{RUBY}</p>"),
        ('<p title="{岩国市《まち》}">city</p>', '<p title="岩国市">city</p>'),
        ("<title>{岩国市《まち》}</title>", "<title>岩国市</title>"),
        ("<p>{方|かた} 計画 {x}</p>", "<p>方 計画 {x}</p>"),
    ],
)
def test_other_languages_show_printed_readings_only(page: str, made: str) -> None:
    assert with_printed_ruby(page) == made


def test_japanese_pages_mark_it(engine: Furigana) -> None:
    assert RUBY in with_ruby(f"<p>{WRITTEN}</p>", engine.segments)


def test_the_search_index_and_attributes_have_the_word_as_written(real_site: Path) -> None:
    for path in (*(real_site / "search").rglob("*.json"), *(real_site / "en/search").rglob("*.json")):
        assert "《まち》" not in path.read_text(encoding="utf-8"), path
    for language in ("", "en/"):
        text = (real_site / language / "iwakuni/about/index.html").read_text(encoding="utf-8")
        assert "《まち》" not in text
        assert [one.text() for one in LexborHTMLParser(text).css("ruby.k-printed rt")] == ["まち"]
    assert "住み良い岩国市にしていく" in (real_site / "search/guides/iwakuni.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("script", [True, False])
def test_it_is_seen_with_furigana_off_and_without_javascript(
    browser: Browser, address: str, language: str, script: bool
) -> None:
    with visiting(browser, address, java_script_enabled=script) as page:
        page.goto(f"{language}iwakuni/about/")
        expect(page.locator("main .k-printed rt")).to_be_visible()
        if not language:
            expect(page.locator("main rt").first).to_be_hidden()
