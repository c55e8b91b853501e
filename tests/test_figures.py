"""Figures as numbers: the strands of a schedule, and titles cut to fit their boxes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest

from macros.figures import bands, chart, lettering, spectrum
from macros.figures.lettering import Read, length, unread
from macros.figures.spectrum import Say
from macros.furigana import plain
from macros.guideline.model import Guide, Survey, Text
from tests.site import ROOT, library


def test_a_stretch_is_on_from_its_first_to_its_last_year_or_open(midori: Guide) -> None:
    assert midori.strands is not None
    appoint, promote = midori.strands.strands[0].stretches

    assert bands.years(midori.strands) == (2018, 2019, 2020)
    assert bands.cells(midori.strands, appoint) == ("on", "", "")
    assert bands.cells(midori.strands, promote) == ("", "on", "open")


def _own(text: Text) -> str:
    return text.ja


def _other(text: Text) -> str:
    return text.written_in("en") or text.ja


def _packed(words: Iterable[str]) -> str:
    return "".join(words).replace(" ", "")


@pytest.mark.parametrize(("say", "read"), [(_own, str), (_other, unread)])
@pytest.mark.parametrize("guide", [one for one in library(ROOT / "data").guides if one.zones], ids=lambda one: one.id)
def test_every_line_of_a_zone_stands_in_its_box_and_below_the_line_before(guide: Guide, say: Say, read: Read) -> None:
    drawn = spectrum.drawing(guide, say, read)

    for box in (*drawn.wide.boxes, *drawn.tall.boxes):
        mark = [box.face.mark] if box.face.mark else []
        starts = [y for y, _ in (*mark, *box.face.title, *box.face.reading)]
        assert starts == sorted(set(starts))
        assert starts[0] > 16
        assert starts[-1] < box.height - 3
        assert _packed(words for _, words in box.face.title) == _packed(plain(say(box.zone.title)))
    assert len({(one.y, one.height) for one in drawn.wide.boxes}) == 1
    assert all(one.y + one.height < two.y for one, two in pairwise(drawn.tall.boxes))


@pytest.mark.parametrize(("say", "read"), [(_own, str), (_other, unread)])
@pytest.mark.parametrize(
    "survey",
    [one for guide in library(ROOT / "data").guides if guide.surveys for one in guide.surveys.surveys],
    ids=lambda one: one.id,
)
def test_labels_of_bars_stand_in_their_rows_and_fit_their_column(survey: Survey, say: Say, read: Read) -> None:
    drawn = chart.survey(survey, say, read)
    rows = [(bar.wide for bar in drawn.bars), (bar.tall for bar in drawn.bars)]

    for bar in drawn.bars:
        for row, width in ((bar.wide, drawn.label_end), (bar.tall, 340)):
            assert _packed(words for _, words in row.words) == _packed(plain(bar.label))
            assert all(length(words, narrow=0.55) <= width for _, words in row.words)
    for arranged in rows:
        starts = [y for row in arranged for y, _ in (*row.reading, *row.words)]
        assert starts == sorted(set(starts))
        assert starts[0] > 8
    assert max(y for y, _ in drawn.bars[-1].wide.words) < drawn.wide_height - 6


@pytest.mark.parametrize(
    ("reading", "width", "lines"),
    [
        ("しみんしゅたい", 9 * 5, ("しみん", "しゅたい")),
        ("しのとりくみにしみんがきょうりょく", 9 * 16, ("しのとりくみにしみ", "んがきょうりょく")),
        ("ぎょうせい", 9 * 5, ("ぎょうせい",)),
        ("", 9, ()),
    ],
)
def test_a_reading_is_cut_evenly_and_never_before_a_small_sign(
    reading: str, width: float, lines: tuple[str, ...]
) -> None:
    assert lettering.wrapped_reading(reading, width) == lines


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        ("相互協力", 164, ("相互協力",)),
        ("市の取り組みに市民が協力", 164, ("市の取り組みに", "市民が協力")),
        ("市民が主に進め、行政が協力する", 17 * 9, ("市民が主に進め、", "行政が協力する")),
        ("市民の範囲", 17 * 4, ("市民の", "範囲")),
        ("協働のまちづくり推進プログラム", 17 * 6, ("協働の", "まちづくり", "推進", "プログラム")),
        ("ボランティアコーディネーター", 17 * 5, ("ボランティ", "アコーディ", "ネーター")),
        ("ショップ", 17 * 3, ("ショッ", "プ")),
        ("Residents lead and the city helps", 164, ("Residents lead and", "the city helps")),
        ("𠮷野", 10, ("𠮷", "野")),
        ("{市民|しみん}が{主|おも}に進める", 17 * 5, ("市民が主に", "進める")),
        ("市民が自分たちで行う", 17 * 9, ("市民が", "自分たちで行う")),
        ("", 164, ()),
    ],
)
def test_a_title_is_cut_between_words_or_phrases_and_else_between_signs(
    words: str, width: float, lines: tuple[str, ...]
) -> None:
    assert lettering.wrapped(words, width) == lines
