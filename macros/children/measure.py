"""How hard a text for children may be: the thresholds and word lists of data/kids.yml."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from macros.furigana.gradesfile import checked
from macros.furigana.tables import GRADES_FILE
from macros.guideline.model.records import Line, Part, Whole
from macros.guideline.single import single

FILE = Path(__file__).resolve().parents[2] / "data" / "kids.yml"

Level = Literal["notice", "error"]


def _expression(value: str) -> str:
    try:
        re.compile(value)
    except re.error:
        raise PydanticCustomError("bad_expression", "not a regular expression") from None
    return value


Expression = Annotated[Line, AfterValidator(_expression)]


class Most(Part):
    """二段の物差し。"""

    notice: Annotated[Whole, Field(ge=0)]
    """これを超えたら知らせる"""
    error: Annotated[Whole, Field(ge=0)]
    """これを超えたら止める"""

    def level(self, found: int) -> Level | None:
        """Say how bad it is that there are *found*, or None where it is not."""
        return "error" if found > self.error else "notice" if found > self.notice else None


class Judged(Part):
    """一段の物差し。"""

    level: Level
    """error 止める / notice 知らせる"""


class Grade(Judged):
    """漢字の物差し。"""

    grade: Annotated[Whole, Field(ge=1, le=6)]
    """この学年までの漢字はよい"""


class Measure(Part):
    """kids.yml: 子ども向けの文の物差し。"""

    length: Most
    """一文の文字数"""
    clauses: Most
    """一文の節の数"""
    passive: Most
    """一文の受け身の数"""
    kanji: Grade
    """習わない漢字"""
    katakana: Judged
    """説明のない片仮名のことば"""
    double_negative: Judged
    """二重の否定"""
    style: Judged
    """です・ますに、ほかの言い方がまじること"""
    double_negatives: tuple[Expression, ...]
    """二重の否定の言い方(正規表現)"""
    helpers: tuple[Line, ...]
    """「〜て」のあとに付いて、節を増やさないことば"""
    katakana_words: tuple[Line, ...]
    """説明なしで分かる片仮名のことば"""


@cache
def measure() -> Measure:
    """Give the measure that stands in the data; raise GuidelineError with all that is wrong with it or kanji.yml."""
    checked(GRADES_FILE)
    return single(FILE, Measure)
