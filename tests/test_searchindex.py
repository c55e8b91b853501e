"""Pages are cut into plain sections, and get the words by which people look for them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from macros.guideline.model import Guide, Library
from macros.guideline.model.vocabulary import Synonym
from macros.web import names, searchindex
from macros.web.searchindex import Section
from tests.theme import theme_index


def test_a_page_is_cut_at_its_headings() -> None:
    html = (
        '<h1 id="sec_top">協働の形</h1><p>前書き</p><h2 id="a">共<b>催</b></h2><ul><li>一</li><li>二</li></ul>'
        '<h3 id="a_points">こつ</h3><p>三</p><h3>見出しだけ</h3><h2 id="b">後援</h2>'
    )

    assert searchindex.sections(html, "m/forms/", "協働の形") == (
        Section("m/forms/", "", 1, "協働の形", "前書き"),
        Section("m/forms/", "a", 2, "共催", "一 二"),
        Section("m/forms/", "a_points", 3, "こつ", "三 見出しだけ"),
        Section("m/forms/", "b", 2, "後援", ""),
    )


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p><ruby>協働<rp>(</rp><rt>きょうどう</rt><rp>)</rp></ruby>する</p>", "協働する"),
        ('<p>a</p><div data-search-exclude="1">出典</div><p data-search-elsewhere>読み</p>', "a"),
        ("<svg><text>図</text></svg><script>x</script><button>押す</button>b", "b"),
        ('<td><span aria-hidden="true">●</span> 実施</td>', "実施"),
        ("<p>&lt;b&gt; &amp; 𠮷</p>", "<b> & 𠮷"),
        ("", ""),
    ],
)
def test_text_is_what_a_reader_reads(html: str, text: str) -> None:
    assert searchindex.sections(html, "m/", "題")[0].text == text


def test_an_index_names_what_stands_above_each_section() -> None:
    found = [
        Section("m/", "", 1, "題", ""),
        Section("m/", "a", 2, "甲", "x", ("こう", "first")),
        Section("m/", "b", 3, "乙", ""),
    ]

    read = json.loads(
        searchindex.index(
            {"m/": searchindex.Head("題", "m")}, found, {"m": "町"}, {"実施": "じっし"}, [(["甲"], ["A"])]
        )
    )

    assert read == {
        "guides": {"m": "町"},
        "pages": [["m/", "題", "m"]],
        "sections": [[0, "", "題", -1, "", ""], [0, "a", "甲", 0, "こう|first", "x"], [0, "b", "乙", 1, "", ""]],
        "synonyms": [[["甲"], ["A"]]],
        "readings": "じっし 実施",
    }


def test_the_light_index_keeps_first_sentences_of_pages_and_records() -> None:
    found = [
        Section("m/", "", 1, "題", "一文。二文。"),
        Section("m/", "a", 2, "甲", "三文。", ("こう",)),
        Section("m/", "a_x", 3, "役割", "四文。"),
    ]

    assert [(one.id, one.text) for one in searchindex.light(found)] == [("", "一文。"), ("a", "三文。")]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        ("Short, without an end", "Short, without an end"),
        ("There are 1.5 million. And more.", "There are 1.5 million."),
        ("x" * 90, "x" * 90),
        ("x" * 91, "x" * 89 + "…"),
        ("長" * 90 + "い。", "長" * 89 + "…"),
        ("長" * 89 + "い。", "長" * 89 + "い。"),
        ("such " * 17 + "as a volunteer group.", "such " * 17 + "as a…"),
        ("such " * 17 + "volunteer groups.", ("such " * 17).strip() + "…"),
    ],
    ids=range(9),
)
def test_a_first_sentence_that_is_long_ends_between_words_with_a_sign(text: str, kept: str) -> None:
    (light,) = searchindex.light([Section("m/", "", 1, "題", text)])

    assert light.text == kept


def test_a_record_is_found_by_reading_other_language_aliases_and_what_other_towns_say(
    mini: Library, midori: Guide
) -> None:
    found = names.names(mini, midori, "ja")

    assert found["midori/forms/#subsidy"] == ("ほじょきん", "Subsidy", "助成", "じょせい")
    assert found["midori/terms/#kyodo"] == ("きょうどう", "collaboration (kyōdō)", "コラボレーション")
    assert names.names(mini, midori, "en")["midori/forms/#co-hosting"] == ("きょうさい", "共催")


def test_everyday_words_come_with_their_readings(mini: Library) -> None:
    everyday = Synonym.model_validate({"words": ["自治会"], "also": ["町内会", "クラブ"]})
    library = replace(mini, vocabulary=mini.vocabulary.model_copy(update={"synonyms": (everyday,)}))

    assert names.synonyms(library) == ((("自治会",), ("町内会", "ちょうないかい", "クラブ")),)


def test_everyday_words_of_the_real_data_belong_to_words_that_are_there(real: Library) -> None:
    known = [name for guide in real.guides for found in names.names(real, guide, "ja").values() for name in found]
    titles = [one.title.ja for guide in real.guides for one in names._named(real, guide)]
    unused = [
        words for words, _ in names.synonyms(real) if not any(w in name for w in words for name in (*known, *titles))
    ]

    assert unused == []


def test_kanji_without_a_reading_in_the_data_are_spelt(midori: Guide) -> None:
    assert names.Speller(midori)("公民館の活用") == "こうみんかんのかつよう"
    assert names.Speller(midori)("センター") == ""
    assert names.Speller(midori)("市のことを、\nともに考える。🌸\n") == "しのことを、ともにかんがえる。"
    assert names.readings(["計画を実施し、実施する"]) == {"計画": "けいかく", "実施": "じっし"}


def test_japanese_index_is_at_most_three_fifths_of_the_themes(tmp_path: Path) -> None:
    theirs = theme_index(tmp_path / "site", "ja", "yamaguchi").stat().st_size
    own = (tmp_path / "site" / searchindex.path("yamaguchi")).stat().st_size

    assert own <= 0.6 * theirs


def test_indexes_are_written_for_every_guide(mini_site: Path) -> None:
    for root, language in (("", "ja"), ("en/", "en")):
        own = json.loads((mini_site / root / searchindex.path("midori")).read_text(encoding="utf-8"))
        assert {page[2] for page in own["pages"]} == {"midori", ""}
        assert own["guides"] == {"midori": "みどり町 協働ガイド" if language == "ja" else "Midori Town Kyōdō Guide"}
        assert any("共催" in section[4] or section[2] == "共催" for section in own["sections"])
        assert (mini_site / root / searchindex.ALL).stat().st_size < (
            mini_site / root / searchindex.path("midori")
        ).stat().st_size
        assert not (mini_site / root / "search/search_index.json").exists()
    assert not (mini_site / "assets/javascripts/lunr").exists()
    assert not (mini_site / "assets/javascripts/workers").exists()
