"""readings.yml and readings.lock.yml: readings that people wrote down, and readings that people approved."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from macros.guideline.model.records import Line, Part, Whole

READING_PATTERN = r"^[ぁ-ゖァ-ヶー]+$"
_IN_NAMES = re.compile("[ぁ-ゖァ-ヶーゝゞヽヾ0-9０-９ \u3000・、。()（）「」『』【】〜～]*")
_KANA = re.compile("[ぁ-ゖァ-ヶ]")

LONGEST_WORD = 100
"""A word or a name, and no sentence: laying a reading over it takes the longer the longer it is"""

Kana = Annotated[str, StringConstraints(pattern=READING_PATTERN, max_length=LONGEST_WORD)]


def _of_a_name(value: str) -> str:
    if not (_IN_NAMES.fullmatch(value) and _KANA.search(value)):
        raise PydanticCustomError("bad_reading", "not the reading of a name")
    return value


NameReading = Annotated[Line, AfterValidator(_of_a_name)]
"""The reading of a name: kana, with the numbers, spaces and signs of the name between them"""


class WordReading(Part):
    """ことばと、その読み。"""

    word: Annotated[Line, StringConstraints(max_length=LONGEST_WORD)]
    """ことば(漢字を含む書き方のまま)"""
    reading: Kana
    """ひらがなの読み"""
    basis: Line | None = None
    """読みの根拠(名前のとき。資料から分からないなら、そう書きます)"""


class LockedReading(WordReading):
    """人が確かめて認めた読み。"""

    reading: Annotated[Line, StringConstraints(max_length=LONGEST_WORD)]
    """ひらがなの読み(数字や英字はそのまま。10ぷん)"""
    at: Line | None = None
    """どの記録のどの項目か(同じことばに二つの読みがあるときだけ。forms/co-hosting/summary の形)"""
    occurrence: Annotated[Whole, Field(ge=1)] | None = None
    """その文の中で、このことばの何番目か(1 から)"""


class ReadingsFile(Part):
    """readings.yml: 機械の読みより先に使う読み。"""

    readings: tuple[WordReading, ...]
    """ことばと読み"""


class LockFile(Part):
    """readings.lock.yml: 認めた読み(kyodo furigana lock が書きます)。"""

    readings: tuple[LockedReading, ...]
    """認めた読み"""
