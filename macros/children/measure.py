"""How hard a text for children may be: the thresholds and word lists of data/kids.yml."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import Field

from macros.guideline.model.records import Line, Part, Whole

FILE = Path(__file__).resolve().parents[2] / "data" / "kids.yml"

Level = Literal["notice", "error"]


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
    double_negatives: tuple[Line, ...]
    """二重の否定の言い方(正規表現)"""
    helpers: tuple[Line, ...]
    """「〜て」のあとに付いて、節を増やさないことば"""
    katakana_words: tuple[Line, ...]
    """説明なしで分かる片仮名のことば"""


@cache
def measure() -> Measure:
    """Give the measure that stands in the data."""
    return Measure.model_validate(yaml.load(FILE.read_text(encoding="utf-8"), yaml.CBaseLoader))
