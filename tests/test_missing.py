"""Texts that nobody has written in a language are listed with their lines."""

from __future__ import annotations

from macros.guideline.missing import missing
from macros.guideline.model import Library
from macros.guideline.problems import Place


def test_the_one_text_without_english_is_found(mini: Library) -> None:
    assert missing(mini, "en") == [(Place("data/midori/effects.yml", 5, 11), "midori.effects.items[0].text")]


def test_japanese_is_never_missing(mini: Library) -> None:
    assert missing(mini, "ja") == []


def test_children_miss_nothing_where_no_reader_shows_it(mini: Library) -> None:
    assert missing(mini, "kids") == []


def test_children_miss_texts_of_what_a_reader_shows(mini: Library) -> None:
    found = missing(mini, "kids", ["midori/cautions"])

    assert [path for _, path in found] == ["midori.cautions.items[0].title"]


def test_any_language_can_be_asked_for(mini: Library) -> None:
    found = missing(mini, "ja-easy")

    assert "midori.cautions.items[0].text" not in {path for _, path in found}
    assert {"labels.labels.site", "vocabulary.forms[0].name"} <= {path for _, path in found}
    assert found == sorted(found)
