"""Which readings are trusted: both engines, people's own readings, the lock, and what the audit finds."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest

from macros.furigana import Furigana, Ruby, published
from macros.furigana.approval import spot_in
from macros.furigana.audit import audit
from macros.furigana.kana import is_reading
from macros.furigana.lexicon import Lexicon
from macros.furigana.opinion import opinions
from macros.furigana.published import of_library
from macros.furigana.words import Word, words_of
from macros.guideline.model import Guide, Library, LockedReading


def ruby(engine: Furigana, text: str) -> list[tuple[str, str]]:
    return [(one.base, one.reading) for one in engine.segments(text) if isinstance(one, Ruby)]


@pytest.fixture(scope="module")
def plain_engine() -> Furigana:
    return Furigana(cache=None)


@pytest.fixture(scope="module")
def town_engine(mini: Library) -> Furigana:
    return Furigana.of(mini, mini.guide("midori"), cache=None)


def test_a_word_on_which_the_engines_disagree_stays_plain(plain_engine: Furigana) -> None:
    assert ruby(plain_engine, "会議は20日です。") == [("会議", "かいぎ")]
    (doubt,) = plain_engine.doubts("会議は20日です。")
    assert (doubt.word, doubt.reading, doubt.second, doubt.start, doubt.end) == ("20日", "はつか", "20にち", 3, 6)


@pytest.mark.parametrize(
    "engine",
    [
        Furigana([("20日", "はつか")], cache=None),
        Furigana(locked=[LockedReading(word="20日", reading="はつか")], cache=None),
    ],
    ids=["lexicon", "lock"],
)
def test_a_reading_a_person_approved_is_shown(engine: Furigana) -> None:
    assert ruby(engine, "会議は20日です。") == [("会議", "かいぎ"), ("20日", "はつか")]
    assert engine.doubts("会議は20日です。") == ()


def test_a_reading_in_the_text_is_trusted(plain_engine: Furigana) -> None:
    assert ruby(plain_engine, "この{方|ほう}") == [("方", "ほう")]
    assert plain_engine.doubts("この{方|ほう}") == ()


def test_a_locked_reading_that_has_changed_is_in_doubt_even_if_both_engines_agree() -> None:
    engine = Furigana(locked=[LockedReading(word="会議", reading="かいき")], cache=None)

    (doubt,) = engine.doubts("会議です。")
    assert (doubt.reading, doubt.second, doubt.locked) == ("かいぎ", None, ("かいき",))
    assert ruby(engine, "会議です。") == []


def test_a_word_nobody_can_read_is_in_doubt(plain_engine: Furigana) -> None:
    (doubt,) = plain_engine.doubts("彅㐂。")

    assert doubt.reading == ""
    assert ruby(plain_engine, "彅㐂。") == []


def test_names_of_records_are_read_as_they_say(mini: Library, town_engine: Furigana) -> None:
    front = mini.guide("midori").front
    said = "".join(one if isinstance(one, str) else one.reading for one in town_engine.segments(front.title.ja))

    assert said == front.reading
    assert ruby(town_engine, "十六夜町です。") == [("十六夜", "いざよい"), ("町", "まち")]


def test_a_doubt_names_file_and_line_of_the_text(mini: Library) -> None:
    engine = Furigana.of(mini, mini.guide("midori"), cache=None)
    doubts = [doubt for text in engine.texts for doubt in engine.doubts(text.text)]

    assert doubts
    assert all(doubt.place and doubt.place.file.startswith("data/") and doubt.place.line > 0 for doubt in doubts)


def test_the_audit_lists_each_disagreement_once_with_its_count(town_engine: Furigana) -> None:
    found = audit(town_engine)

    keys = [(one.word, one.reading) for one in found.disagreements]
    assert len(keys) == len(set(keys))
    assert found.words > len(keys) > 0
    assert all(one.word in one.context for one in found.disagreements)
    assert "等" not in [word for word, _ in keys]  # locked in the town


def test_the_published_readings_of_the_real_guides_are_all_decided(real: Library) -> None:
    for guide in (None, *real.guides):
        assert audit(Furigana.of(real, guide)).disagreements == ()


def test_nothing_but_kana_stands_over_words_of_the_real_guides(real: Library) -> None:
    odd = {
        (one.base, one.reading)
        for guide in real.guides
        for engine in (Furigana.of(real, guide),)
        for text in engine.texts
        for one in engine.segments(text.text)
        if isinstance(one, Ruby) and not is_reading(one.reading)
    }

    assert odd == set()


def test_proper_names_carry_the_basis_of_their_reading(real: Library) -> None:
    for guide in real.guides:
        assert all(one.basis for one in (guide.readings.readings if guide.readings else ()))


def test_an_occurrence_is_found_in_its_sentence() -> None:
    assert spot_in("方と方。この方です。", "方", 3) == ("この方です。", "方", 0)
    assert spot_in("方と方。", "方", 2) == ("方と方。", "方", 1)
    assert spot_in("方と方。", "方", 3) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("市民と会議", [None, None]),
        ("20日に会議", ["20にち", None]),
        ("𠮷野家と会議", ["", "", None]),
        ("平成 27 年度", [None, None]),
        ("３階", ["3かい"]),
    ],
)
def test_the_second_opinion_is_word_by_word(sentence: str, expected: list[str | None]) -> None:
    words: tuple[Word, ...] = words_of(sentence, (), Lexicon())

    assert (
        list(opinions(sentence, words))[-len(expected) :] == expected or opinions(sentence, words)[-1] == expected[-1]
    )


@pytest.mark.parametrize("whole", [True, False])
def test_the_texts_at_some_addresses_are_those_that_stand_there_among_all(mini: Library, *, whole: bool) -> None:
    guide = None if whole else mini.guide("midori")
    every = {one.address: one for one in of_library(mini, guide)}
    wanted = ["midori/forms/forms/co-hosting/summary", "labels/labels/site", "midori/nowhere/1"]
    found = {one.address: one for one in of_library(mini, guide, wanted)}

    assert found.keys() < every.keys()
    assert [found.get(one) for one in wanted] == [every.get(one) for one in wanted]
    assert {one.partition("/")[0] for one in found} == {"midori", "labels"}


def test_no_text_is_read_where_no_address_is_asked_for(mini: Library) -> None:
    assert list(of_library(mini, at=[])) == []


def test_names_of_another_guide_are_found_once_and_forgotten_with_it(
    mini: Library, midori: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    find, walked = published._names, []
    monkeypatch.setattr(published, "_names", lambda value: walked.append(id(value)) or find(value))
    municipality = midori.front.municipality
    name = municipality.name.model_copy(update={"ja": "隣町"})
    neighbour = municipality.model_copy(update={"name": name, "reading": "となりまち"})
    other = Guide(front=midori.front.model_copy(update={"municipality": neighbour}), whole=False)
    both, at = replace(mini, guides=(midori, other)), id(other.front)

    for _ in range(3):
        assert dict(published.readings(both, midori))["隣町"] == "となりまち"
    assert walked.count(at) == 1
    del both, other
    gc.collect()
    assert at not in published._found
