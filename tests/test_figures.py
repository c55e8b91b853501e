"""Figures as numbers: the strands of a schedule, and titles cut to fit their boxes."""

from __future__ import annotations

import pytest

from macros.figures import bands, lettering
from macros.guideline.model import Guide


def test_a_stretch_is_on_from_its_first_to_its_last_year_or_open(midori: Guide) -> None:
    assert midori.strands is not None
    appoint, promote = midori.strands.strands[0].stretches

    assert bands.years(midori.strands) == (2018, 2019, 2020)
    assert bands.cells(midori.strands, appoint) == ("on", "", "")
    assert bands.cells(midori.strands, promote) == ("", "on", "open")


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        ("相互協力", 164, ("相互協力",)),
        ("市の取り組みに市民が協力", 164, ("市の取り組みに市民", "が協力")),
        ("市民が主に進め、行政が", 17 * 7, ("市民が主に進め、", "行政が")),
        ("Residents lead and the city helps", 164, ("Residents lead and", "the city helps")),
        ("𠮷野", 10, ("𠮷", "野")),
        ("{市民|しみん}が{主|おも}に進める", 17 * 5, ("市民が主に", "進める")),
        ("", 164, ()),
    ],
)
def test_a_title_is_cut_between_words_or_signs(words: str, width: float, lines: tuple[str, ...]) -> None:
    assert lettering.wrapped(words, width) == lines
