"""What every record shares: language maps, its source, notes, what is uncertain, where it stands."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    StringConstraints,
    Tag,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from macros.guideline.links import can_be_followed
from macros.guideline.problems import Place
from macros.guideline.text import joined_lines

PLACE_KEY = "__place__"
LANGUAGES = ("ja", "en", "kids", "ja-easy", "zh", "zh-hant", "ko", "vi", "pt", "ne", "tl", "id")

ID_PATTERN = r"^[a-z0-9-]{1,64}$"
DATE_PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
COLOUR_PATTERN = r"^#[0-9a-f]{6}$"
ADDRESS_PATTERN = r"^(https?://|mailto:|tel:)[^\s<>\"']+$"
CODE_PATTERN = r"^[0-9]{6}$"
FINGERPRINT_PATTERN = r"^[0-9a-f]{64}$"

FIRST_YEAR, LAST_YEAR = 1868, 2200
"""What can be a year of the Western calendar, and not one of an era"""
LARGEST_NUMBER = 10**15
"""Up to which whole numbers are kept to the last digit wherever they are published"""

_YEAR = re.compile("[0-9]{4}")
_NUMBER = re.compile(r"-?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?")


def _plain_year(value: object) -> object:
    if isinstance(value, str) and not _YEAR.fullmatch(value):
        raise PydanticCustomError("bad_year", "not a fiscal year")
    return value


def _plain_number(value: object) -> object:
    if isinstance(value, str):
        if not _NUMBER.fullmatch(value):
            raise PydanticCustomError("bad_number", "not a number")
        value = value.replace(",", "")
        _between(float(value), -LARGEST_NUMBER, LARGEST_NUMBER)
    return value


def _real_date(value: str) -> str:
    if int(value[:4]) < FIRST_YEAR:
        raise PydanticCustomError("bad_date", "not a year of the Western calendar")
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        raise PydanticCustomError("no_such_day", "not in the calendar") from None
    _between(int(value[:4]), FIRST_YEAR, LAST_YEAR)
    return value


def _between(value: float, least: int, most: int) -> None:
    if value < least:
        raise PydanticKnownError("greater_than_equal", {"ge": least})
    if value > most:
        raise PydanticKnownError("less_than_equal", {"le": most})


def _followed(value: str) -> str:
    if not (value.isprintable() and can_be_followed(value)):
        raise PydanticCustomError("broken_address", "no browser could follow it")
    return value


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Line = Annotated[str, StringConstraints(min_length=1), BeforeValidator(joined_lines)]
FiscalYear = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR), BeforeValidator(_plain_year)]
Whole = Annotated[int, BeforeValidator(_plain_number)]
Figure = Annotated[float, BeforeValidator(_plain_number)]
Date = Annotated[str, StringConstraints(pattern=DATE_PATTERN), AfterValidator(_real_date)]
Colour = Annotated[str, StringConstraints(pattern=COLOUR_PATTERN)]
Address = Annotated[str, StringConstraints(pattern=ADDRESS_PATTERN), AfterValidator(_followed)]


class Located(dict[str, Any]):
    """A YAML mapping that knows where it and its values stand; *spots* go down to the next mappings."""

    place: Place
    spots: dict[tuple[str | int, ...], Place]

    def place_of(self, path: tuple[str | int, ...]) -> Place:
        """Give the place of the value at *path*, or that of the mapping where there is no such value."""
        if path in self.spots:
            return self.spots[path]
        value: Any = self
        for at, step in enumerate(path):
            value = value.get(step) if isinstance(value, dict) else value[int(step)]
            if isinstance(value, Located):
                return value.place_of(path[at + 1 :])
        return self.place


_LONGEST_LIST = 1000
"""Numbers from here on are years"""


class Part(BaseModel):
    """A frozen piece of a guide that refuses unknown keys and knows its place in the YAML file."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)

    place: SkipJsonSchema[Place | None] = Field(default=None, alias=PLACE_KEY, exclude=True)

    _written: Located | None = PrivateAttr(default=None)

    def place_of(self, *path: str | int) -> Place:
        """Give the place of the value at *path*, or of this record.

        *path* is a field, followed by numbers from 0 in lists and by the years of a schedule.
        """
        written: Located | None = (self.__pydantic_private__ or {}).get("_written")
        if written is None:
            return self.place or Place("")
        return written.place_of(
            tuple(step if isinstance(step, int) and step < _LONGEST_LIST else str(step) for step in path)
        )

    def forget_places(self) -> None:
        """Know from now on only where the record itself stands: the places of its values take much memory."""
        self._written = None

    @model_validator(mode="wrap")
    @classmethod
    def _remember_places(cls, value: object, build: ModelWrapValidatorHandler[Self]) -> Self:
        if not isinstance(value, Located):
            return build(value)
        part = build({**value, PLACE_KEY: value.place})
        part._written = value
        return part


class Text(Part):
    """言語ごとの文。ja は必ず書き、en と kids はなければ日本語で表示します。"""

    model_config = ConfigDict(defer_build=True, extra="allow", frozen=True)

    ja: Line
    """日本語(です・ます。1行に1文)"""
    en: Line | None = None
    """英語"""
    kids: Line | None = None
    """小学4年生向けの日本語"""

    __pydantic_extra__: dict[str, Line] = Field(init=False)

    @model_validator(mode="before")
    @classmethod
    def _know_languages(cls, value: object) -> object:
        if isinstance(value, dict):
            for language in value:
                if language not in LANGUAGES and language != PLACE_KEY:
                    raise PydanticCustomError("unknown_language", "not a language", {"key": language})
        return value

    def written_in(self, language: str) -> str | None:
        """Give the words of *language* as written, or None where nobody has translated them."""
        if language in ("ja", "en", "kids"):
            return getattr(self, language)  # type: ignore[no-any-return]  # the three fields above
        return (self.__pydantic_extra__ or {}).get(language)


class Source(Part):
    """この記録の出典。"""

    document: Id = "plan"
    """guide.yml の documents にある資料の id"""
    at: Line
    """資料の中の場所(章・見出し・整理番号)"""


def _reading_kind(value: object) -> str:
    return "年度ごと" if isinstance(value, dict) else "ことば"


Reading = Annotated[
    Annotated[Line, Tag("ことば")] | Annotated[dict[FiscalYear, Line], Tag("年度ごと")], Discriminator(_reading_kind)
]


class Uncertain(Part):
    """資料からは一つに決められないこと。"""

    field: Line
    """どの項目のことか(schedule など)"""
    at: Line
    """資料のどこか"""
    why: Text
    """なぜ決められないか"""
    readings: tuple[Reading, ...] = Field(min_length=2)
    """考えられる読み方(二つ以上。先頭が、このサイトで仮に示す読み方)"""


class Record(Part):
    """id と出典を持つ記録。"""

    id: Id
    """半角の小文字・数字・ハイフンの名前。公開後は変えません"""
    source: Source
    """出典"""
    notes: tuple[Text, ...] = ()
    """資料そのものの誤りや、まとめ方についての注"""
    inferred: Text | None = None
    """資料の崩れた部分を、意味から組み合わせたときの説明"""
    uncertain: tuple[Uncertain, ...] = ()
    """資料からは一つに決められないこと"""


class Item(Part):
    """見出しと説明の組。"""

    number: Line | None = None
    """資料に印刷された番号"""
    title: Text
    """見出し(資料の言い方のまま)"""
    text: Text | None = None
    """説明"""
