"""Readings over kanji: none touches another or a neighbour's kanji, none leaves the page, no line breaks badly."""

from __future__ import annotations

from itertools import pairwise

import pytest

from macros.furigana import Furigana, Ruby
from macros.paper.said import Speaker, spaced, words_of
from tests.paper import Sign, set_in, signs, texts

TEMPLATE = """
#import "kyodo.typ": *
#show: sheet.with(title: "試し", width: 105mm, height: 260mm, margin: 12mm, size: 14pt, readings: true)
#set par(leading: 1.05em, spacing: 1.4em)
#heading(level: 1, said(data.title))
#for one in data.texts { par(said(one)) }
"""
TITLE = "協働推進の計画"
TEXTS = (
    "私は、志を承り、「協働」を進める。趣旨を承知した市役所の職員が、「政策提言」を受け取る。",
    "今日と明日、一人で百合を見た。二十歳の若人が、果物を土産に、東京都庁へ行った。",
    "湖の畔で、翁が鶏を飼う。その隣で、政が司る。「快い志」と「潔い心」、慮る、覆す、甦る。",
    "協働推進計画策定委員会及び市民活動支援審議会委員長の挨拶が、予定どおり、20日に行われました。",
    "あ、い、う、え、お、か、き、く、け、こ、さ、し、す、せ、そ、「協働」「参画」「推進」「承認」「自治」。",
)


@pytest.fixture(scope="module", name="page")
def fixture_page(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Sign], list[Sign], bytes]:
    """Give the base text and the readings of the page, in the order of the text."""
    say = Speaker("ja", Furigana(cache=None))
    made = set_in(
        tmp_path_factory.mktemp("ruby"), TEMPLATE, {"title": say(TITLE), "texts": [say(one) for one in TEXTS]}
    )
    found = [one for one in signs(made.pdf, 0) if one.text.strip()]
    return (
        [one for one in found if one.size >= 14],
        [one for one in found if one.size < 14 and one.size != 9.8],
        made.pdf,
    )


def lines(found: list[Sign]) -> list[list[Sign]]:
    """Group characters that stand on one line, from left to right."""
    rows: dict[float, list[Sign]] = {}
    for one in found:
        rows.setdefault(round(one.bottom), []).append(one)
    return [sorted(row, key=lambda one: one.x0) for _, row in sorted(rows.items())]


def words(texts_: tuple[str, ...]) -> list[Ruby]:
    engine = Furigana(cache=None)
    return [one for text in texts_ for one in engine.segments(text, split="kanji") if isinstance(one, Ruby)]


def test_every_reading_is_painted(page: tuple[list[Sign], list[Sign], bytes]) -> None:
    _, readings, _ = page
    body = [one for one in readings if one.size == 7]

    assert "".join(one.text for one in body) == "".join(one.reading for one in words(TEXTS))


def test_no_reading_touches_another(page: tuple[list[Sign], list[Sign], bytes]) -> None:
    for row in lines([one for one in page[1] if one.size == 7]):
        for left, right in pairwise(row):
            assert left.x1 <= right.x0 + 0.05, (left, right)


def test_no_reading_stands_over_the_kanji_of_another_word(page: tuple[list[Sign], list[Sign], bytes]) -> None:
    base = [one for one in page[0] if one.size == 14]
    readings = iter([one for one in page[1] if one.size == 7])
    engine = Furigana(cache=None)
    at, owner = 0, 0
    owners: dict[int, int] = {}
    glyphs: list[tuple[Sign, int]] = []
    for text in TEXTS:
        last = ""
        for segment in engine.segments(text, split="kanji"):
            if isinstance(segment, str):
                at += len(segment)
                last = ""
                continue
            owner += segment.word != last
            last = segment.word
            for _ in segment.base:
                owners[at] = owner
                at += 1
            glyphs += [(next(readings), owner) for _ in segment.reading]

    assert at == len(base)
    for glyph, word in glyphs:
        below = [
            i
            for i, one in enumerate(base)
            if 0 < one.top - glyph.top < 5 and one.x0 + 0.05 < glyph.x1 and glyph.x0 < one.x1 - 0.05
        ]
        for i in below:
            assert owners.get(i, word) == word or not ("\u4e00" <= base[i].text <= "\u9fff"), (glyph, base[i])


def test_no_reading_leaves_the_page(page: tuple[list[Sign], list[Sign], bytes]) -> None:
    assert min(one.x0 for one in page[1]) > 5
    assert max(one.x1 for one in page[1]) < 100


def test_no_line_begins_or_ends_badly(page: tuple[list[Sign], list[Sign], bytes]) -> None:
    for row in lines([one for one in page[0] if one.size == 14]):
        assert row[0].text not in "、。」』)・ーゃゅょっ"
        assert row[-1].text not in "「『("


def test_text_is_that_of_a_page_without_readings(page: tuple[list[Sign], list[Sign], bytes]) -> None:
    base = "".join(one.text for one in page[0] if one.size == 14)

    assert base == "".join(TEXTS)
    for text in texts(page[2]).values():
        assert text.count("協働") == 4
        assert "\ufffd" not in text


def test_words_are_joined_with_room_by_their_neighbours() -> None:
    def ruby(base: str, reading: str, word: str) -> Ruby:
        return Ruby(base, reading, word, hard=False)

    found = spaced(["を", ruby("協", "きょう", "協働"), ruby("働", "どう", "協働"), ruby("推", "すい", "推進"), "、"])

    assert found == [
        "を",
        ["協働", [["協", "きょう"], ["働", "どう"]], 0.4, 0.0],
        ["推", [["推", "すい"]], 0.0, 0.2],
        "、",
    ]


def test_title_is_cut_into_phrases_that_join_to_it_again() -> None:
    leaf = Speaker("ja").phrased("岩国市協働のまちづくり促進計画(概要版)")

    assert words_of(leaf) == "岩国市協働のまちづくり促進計画(概要版)"
    assert len(leaf["say"]) > 2
