"""Readings: every row of readings.tsv exactly, numbers, context, the notation, and text that comes back whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.furigana import Furigana, Ruby, joined, plain
from macros.furigana.numbers import spoken
from macros.furigana.sentence import sentences
from macros.furigana.tables import rows
from macros.guideline.load import load

HERE = Path(__file__).parent
ROWS = [
    line.split("\t")
    for line in (HERE / "readings.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
GIVEN = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
SHARED = load(HERE.parent / "data").readings
"""What data/readings.yml says for every guide."""

Spans = list[tuple[str, str]]


@pytest.fixture(scope="module")
def engine() -> Furigana:
    assert SHARED is not None
    return Furigana([(one.word, one.reading) for one in SHARED.readings], cache=None)


def read(engine: Furigana, text: str, **how: object) -> list[str | list[str]]:
    segments = engine.segments(text, trust=False, **how)  # type: ignore[arg-type]
    return [one if isinstance(one, str) else [one.base, one.reading] for one in segments]


def runs(parts: list[str | list[str]]) -> list[str | tuple[str, str]]:
    """Join what stands side by side, so that only readings count and not where words are cut."""
    found: list[str | tuple[str, str]] = []
    for part in parts:
        last = found[-1] if found else None
        if not isinstance(part, str) and isinstance(last, tuple):
            found[-1] = (last[0] + part[0], last[1] + part[1])
        else:
            found.append(part if isinstance(part, str) else (part[0], part[1]))
    return found


def expected(row: str) -> list[str | list[str]]:
    parts: list[str | list[str]] = []
    for at, piece in enumerate(GIVEN.split(row)):
        if at % 3 == 0 and piece:
            parts.append(piece)
        elif at % 3 == 1:
            parts.append([piece])
        elif at % 3 == 2:
            parts[-1].append(piece)  # type: ignore[union-attr]  # the base put there before
    return parts


@pytest.mark.parametrize(("kind", "row"), ROWS, ids=[f"{at}-{kind}" for at, (kind, _) in enumerate(ROWS, 1)])
def test_every_row_is_read_as_written(kind: str, row: str, engine: Furigana) -> None:
    assert runs(read(engine, GIVEN.sub(r"\1", row))) == runs(expected(row)), kind


def test_there_are_enough_rows_of_each_kind() -> None:
    kinds = [kind for kind, _ in ROWS]

    assert len(ROWS) >= 200
    assert kinds.count("blind") >= 100
    assert {"date", "counter", "context", "office", "law", "place", "everyday", "municipal"} <= set(kinds)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("取り組む", [["取", "と"], "り", ["組", "く"], "む"]),
        ("10 日までに", [["10 日", "とおか"], "までに"]),
        ("１人と２人", [["１人", "ひとり"], "と", ["２人", "ふたり"]]),
        ("1日1回", ["1", ["日", "にち"], "1", ["回", "かい"]]),
        ("12月1日", ["12", ["月", "がつ"], ["1日", "ついたち"]]),
        ("第2日曜日", [["第", "だい"], "2", ["日曜日", "にちようび"]]),
        ("3 階", ["3 ", ["階", "がい"]]),
        ("10万本", ["10", ["万本", "まんぼん"]]),
        ("3千円", ["3", ["千円", "ぜんえん"]]),
        ("何百人", [["何百人", "なんびゃくにん"]]),
        ("二十歳", [["二十歳", "はたち"]]),
        ("5分の2", ["5", ["分", "ぶん"], "の2"]),
        ("八戸市", [["八戸市", "はちのへし"]]),
        ("6か月", ["6か", ["月", "げつ"]]),
        ("NPO法人", ["NPO", ["法人", "ほうじん"]]),
        ("霞ヶ関", [["霞", "かすみ"], "ヶ", ["関", "せき"]]),
        ("𠮷野と髙橋と山﨑", [["𠮷野", "よしの"], "と", ["髙橋", "たかはし"], "と", ["山﨑", "やまざき"]]),
        ("絆(きずな)", [["絆", "きずな"], "(きずな)"]),
        ("", []),
        ("ひらがなとカタカナ", ["ひらがなとカタカナ"]),
    ],
)
def test_bases_are_kanji_or_digits_read_with_their_counter(
    text: str, parts: list[str | list[str]], engine: Furigana
) -> None:
    assert read(engine, text) == parts


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "れい"),
        (10, "じゅう"),
        (300, "さんびゃく"),
        (660, "ろっぴゃくろくじゅう"),
        (3800, "さんぜんはっぴゃく"),
        (11111, "いちまんせんひゃくじゅういち"),
        (2024, "にせんにじゅうよん"),
        (10**8, "いちおく"),
        (8 * 10**12, "はっちょう"),
    ],
)
def test_numbers_are_said(value: int, said: str) -> None:
    assert spoken(value) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("高齢の{方|かた}も", "高齢の方も"),
        ("{方|ほう}", "方"),
        ("{方|カタ}", "方"),
        ("{x|y}と{方|}と{|かた}と{方}", "{x|y}と{方|}と{|かた}と{方}"),
        ("{かた|方}{方|ほう角}{ 方|かた}", "{かた|方}{方|ほう角}{ 方|かた}"),
        ("{{方|かた}}", "{方}"),
        ("{count}枚", "{count}枚"),
    ],
)
def test_only_kanji_with_kana_is_notation(text: str, said: str, engine: Furigana) -> None:
    assert plain(text) == said
    assert joined(engine.segments(text, trust=False)) == said


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("この{方|ほう}です", ["この", ["方", "ほう"], "です"]),
        ("{今日|こんにち}は", [["今日", "こんにち"], "は"]),
        ("市民{活|い}動", [["市民", "しみん"], ["活", "い"], ["動", "どう"]]),
        ("{一日|イチニチ}", [["一日", "いちにち"]]),
    ],
)
def test_a_reading_in_the_text_counts_before_all_others(
    text: str, parts: list[str | list[str]], engine: Furigana
) -> None:
    assert read(engine, text) == parts


def test_the_lexicon_takes_the_longest_word_between_the_ends_of_tokens() -> None:
    engine = Furigana([("八郷", "やさと"), ("八郷町", "はちごうちょう")], cache=None)

    assert read(engine, "八郷町と八郷") == [["八郷町", "はちごうちょう"], "と", ["八郷", "やさと"]]


ODD = "会議が20日1人方市民取り組む第2章〇々〆ヶ𠮷﨑髙㈱①😀👨‍👩‍👧ﾊﾟｿｺﾝ葛󠄀é　\t\n\r 。!?」(){|}かたabcＡ１２,.〜～-"


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(st.sampled_from(ODD), max_size=60), st.text(max_size=60)))
@example("基本目的・目標 ⑴〜⑸")
@example("𠮷野家㈱\t😀山﨑髙ｶﾞｷﾞ")
@example("\ud800会議")
@example("1" * 5000 + "日")
@example("一" * 50)
def test_segments_join_to_the_text(text: str) -> None:
    for split in ("word", "kanji"):
        segments = ENGINE.segments(text, split=split, trust=False)  # type: ignore[arg-type]
        assert joined(segments) == plain(text)
        assert all(one.base and one.reading for one in segments if isinstance(one, Ruby))


ENGINE = Furigana(cache=None)


@pytest.mark.parametrize(
    "text", ["協働のまちづくりを進める計画です" * 3000, "漢" * 20_000, "、" * 60_000, "会議。" * 9000]
)
def test_text_beyond_what_the_dictionary_takes_at_once_comes_back_whole(text: str, engine: Furigana) -> None:
    assert len(text.encode()) > 49_149 or len(text) >= 20_000
    assert joined(engine.segments(text, trust=False)) == text


def test_the_tables_of_rules_hold_what_they_say() -> None:
    for word, reading, *_ in rows("context.tsv"):
        assert re.fullmatch("[ぁ-ゖー]+", reading), word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会議です。「次は?」と言う", ["会議です。", "「次は?」", "と言う"]),
        ("元データ: guide.yml 3行目", ["元データ: ", "guide.yml 3行目"]),
        ("10:30に開く", ["10:30に開く"]),
        ("一行\n\n二行: ", ["一行", "\n\n", "二行: "]),
    ],
)
def test_a_text_is_cut_into_sentences_and_after_labels(text: str, expected: list[str]) -> None:
    assert [sentence for _, sentence in sentences(text)] == expected
