"""Ruby run by run and kanji by kanji, and by school grade."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.furigana import Furigana, Ruby
from macros.furigana.grade import is_hard
from macros.furigana.split import _along, _cost, by_kanji, runs
from macros.furigana.tables import grades, kanji_readings, whole_words

PREFECTURES = "茨媛岡潟岐熊香佐埼崎滋鹿縄井沖栃奈梨阪阜"


@pytest.fixture(scope="module")
def engine() -> Furigana:
    return Furigana(cache=None)


def pieces(base: str, reading: str) -> list[str]:
    return [f"{base[one.start : one.end]}={one.reading}" for one in by_kanji(base, reading)]


@pytest.mark.parametrize(
    ("word", "reading", "expected"),
    [
        ("取り組む", "とりくむ", ["取=と", "組=く"]),
        ("話し合い", "はなしあい", ["話=はな", "合=あ"]),
        ("お知らせ", "おしらせ", ["知=し"]),
        ("考え方", "かんがえかた", ["考=かんが", "方=かた"]),
        ("一人ひとり", "ひとりひとり", ["一人=ひとり"]),
        ("買い物", "かいもの", ["買=か", "物=もの"]),
        ("ゴミ箱", "ごみばこ", ["箱=ばこ"]),
        ("霞ヶ関", "かすみがせき", ["霞=かすみ", "関=せき"]),
        ("聞き書き", "ききがき", ["聞=き", "書=が"]),
        ("NPO法人", "えぬぴーおーほうじん", ["法人=ほうじん"]),
        ("窓口（行政）機能", "まどぐちぎょうせいきのう", ["窓口=まどぐち", "行政=ぎょうせい", "機能=きのう"]),
        (
            "協同組合，企業等",
            "きょうどうくみあい、きぎょうとう",
            ["協同組合=きょうどうくみあい", "企業等=きぎょうとう"],
        ),
        ("案(市)", "あん（し）", ["案=あん", "市=し"]),
        ("岩国・市と町", "いわくに、しとまち", ["岩国=いわくに", "市=し", "町=まち"]),
        ("会議", "あさって", ["会議=あさって"]),
        ("見る", "きく", []),
    ],
)
def test_readings_are_laid_over_kanji_runs(word: str, reading: str, expected: list[str]) -> None:
    assert [f"{word[one.start : one.end]}={one.reading}" for one in runs(word, reading)] == expected


@given(
    st.text("協働市見〇々", min_size=1, max_size=3),
    st.sampled_from(("", "る", "し", "ます", "ー", "ル", "ヴ", "ヶ")),
    st.text("みるしまーゔがか", max_size=40),
)
@example("見", "る", "みる")
@example("見", "る", "る")
@example("市", "", "しししししししししししし")
@example("市", "", "ししししししししししししし")
@example("見", "ル", "みる")
def test_one_run_of_kanji_gets_what_is_left_of_the_reading(run: str, kana: str, reading: str) -> None:
    ways = _along(run + kana, reading, _cost)

    assert runs(run + kana, reading) == (ways[1] if ways else ())


@pytest.mark.parametrize(
    ("base", "reading", "expected"),
    [
        ("協働", "きょうどう", ["協=きょう", "働=どう"]),
        ("学校", "がっこう", ["学=がっ", "校=こう"]),
        ("出発", "しゅっぱつ", ["出=しゅっ", "発=ぱつ"]),
        ("人々", "ひとびと", ["人=ひと", "々=びと"]),
        ("日々", "ひび", ["日=ひ", "々=び"]),
        ("取引", "とりひき", ["取=とり", "引=ひき"]),
        ("手紙", "てがみ", ["手=て", "紙=がみ"]),
        ("三本", "さんぼん", ["三=さん", "本=ぼん"]),
        ("反応", "はんのう", ["反=はん", "応=のう"]),
        ("今日", "きょう", ["今日=きょう"]),
        ("大人", "おとな", ["大人=おとな"]),
        ("七夕祭", "たなばたまつり", ["七夕=たなばた", "祭=まつり"]),
        ("時計台", "とけいだい", ["時計=とけい", "台=だい"]),
        ("市民活動", "しみんかつどう", ["市=し", "民=みん", "活=かつ", "動=どう"]),
        ("赤磐", "あかいわ", ["赤=あか", "磐=いわ"]),
        ("山口市", "やまぐちし", ["山=やま", "口=ぐち", "市=し"]),
        ("不思議", "ふしぎ", ["不=ふ", "思=し", "議=ぎ"]),
        ("紫陽花", "あじさい", ["紫陽花=あじさい"]),
        ("十回", "じゅっかい", ["十=じゅっ", "回=かい"]),
    ],
)
def test_runs_are_divided_by_kanji_where_the_reading_can_be(base: str, reading: str, expected: list[str]) -> None:
    assert pieces(base, reading) == expected


def test_every_word_of_the_official_list_stays_whole() -> None:
    for word, readings in whole_words().items():
        for reading in readings:
            whole = [one for run in runs(word, reading) for one in by_kanji(word[run.start : run.end], run.reading)]
            assert whole, word
    assert len(whole_words()) >= 115


def test_divided_ruby_keeps_digits_with_their_counter(engine: Furigana) -> None:
    found = engine.segments("20日の学校", split="kanji", trust=False)

    assert [(one.base, one.reading) for one in found if isinstance(one, Ruby)] == [
        ("20日", "はつか"),
        ("学", "がっ"),
        ("校", "こう"),
    ]


def test_the_grade_table_is_that_of_2020() -> None:
    counts = Counter(grades().values())

    assert [counts[grade] for grade in range(1, 7)] == [80, 160, 200, 202, 193, 191]
    assert len(grades()) == 1026
    assert len(PREFECTURES) == 20
    assert {grades()[kanji] for kanji in PREFECTURES} == {4}


def test_every_school_kanji_has_readings() -> None:
    assert set(grades()) <= set(kanji_readings())


@pytest.mark.parametrize(
    ("grade", "words"),
    [
        (None, ["市民", "今日", "学校", "計画", "話し合う", "協働", "1日"]),
        (6, ["今日", "1日"]),
        (4, ["今日", "1日"]),
        (3, ["市民", "今日", "協働", "1日"]),
        (1, ["市民", "今日", "計画", "話し合う", "協働", "1日"]),
        (0, ["市民", "今日", "学校", "計画", "話し合う", "協働", "1日"]),
    ],
)
def test_a_grade_leaves_out_words_whose_kanji_are_all_taught(
    grade: int | None, words: list[str], engine: Furigana
) -> None:
    text = "市民は今日、学校の計画を話し合う。協働は4月1日から。"
    segments = engine.segments(text, grade=grade, trust=False)
    found = dict.fromkeys(one.word for one in segments if isinstance(one, Ruby))

    assert [word for word in found if word != "4月"] == words


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("差し支える", ["差", "支"]),
        ("手伝って", ["手伝"]),
        ("お巡りさん", ["巡"]),
        ("上手な人", ["上手"]),
        ("二十日", ["二十日"]),
    ],
)
def test_words_of_the_official_list_have_ruby_in_every_grade(text: str, bases: list[str], engine: Furigana) -> None:
    segments = engine.segments(text, grade=6, trust=False)

    assert [one.base for one in segments if isinstance(one, Ruby)] == bases


@pytest.mark.parametrize(
    ("word", "hard"), [("会議", False), ("施策", True), ("髙橋", True), ("人々", False), ("二〇", False)]
)
def test_words_beyond_primary_school_are_hard(word: str, hard: bool) -> None:
    assert is_hard(word) is hard


def test_both_parts_of_a_word_name_the_word(engine: Furigana) -> None:
    found = [one for one in engine.segments("締め切り、取り組む。", trust=False) if isinstance(one, Ruby)]

    assert [(one.base, one.word, one.hard) for one in found] == [
        ("締", "締め切り", True),
        ("切", "締め切り", True),
        ("取", "取り組む", False),
        ("組", "取り組む", False),
    ]


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("協働", "あ" * 199),
        ("q1k協働<rt>きょうどう</rt>a b 市民と行政 " * 40, "q1kb<ruby>きょうどう<rt>abc" * 80),
        ("協働市民行政" * 4 + "に" + "協働" * 9, "い" * 299),
        ("a協" * 150, "あいう" * 67),
    ],
)
def test_what_is_no_reading_of_a_word_is_left_in_no_time_however_long(word: str, reading: str) -> None:
    assert runs(word, reading) == ()
