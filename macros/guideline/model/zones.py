"""zones.yml: the spectrum of collaboration, its zones, and the stretches named in the figure."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.guideline.model.records import Id, Item, Line, Part, Record, Source, Text


class Zone(Record):
    """協働の領域の一つ。"""

    mark: Line | None = None
    """資料の番号や文字(①、A など)"""
    title: Text
    """名前"""
    text: Text
    """説明"""
    lead: Literal["residents", "mostly-residents", "both", "mostly-government", "government"]
    """だれが主に進めるか(vocabulary.yml の zones の id。町どうしを比べる物差し)"""
    collaboration: Literal["yes", "no"]
    """協働の領域に入るか"""
    forms: tuple[Id, ...] = ()
    """この領域にある形態の id"""
    examples: tuple[Text, ...] = ()
    """具体例、または形態の表にない活動(許認可など)"""
    same_why: Text | None = None
    """なぜその lead とみたか。資料どうしを並べる図に出します"""


class Band(Item):
    """図に添えられたことば。いくつかの領域をまとめるものは、その領域も書きます。"""

    zones: tuple[Id, ...] = ()
    """まとめられている領域の id(市民側から)"""


class Spectrum(Part):
    """協働の領域の図。"""

    title: Text
    """図の題"""
    text: Text
    """説明"""
    left: Text
    """左端のことば"""
    right: Text
    """右端のことば"""
    middle: Text
    """協働の領域を示すことば"""
    source: Source
    """出典"""
    notes: tuple[Text, ...] = ()
    """資料の誤りなどの注"""
    inferred: Text | None = None
    """図の崩れた部分をどう組み立てたか"""
    bands: tuple[Band, ...] = ()
    """図に添えられたことば(条例の範囲、いくつかの領域をまとめる名前など)"""


class ZonesFile(Part):
    """zones.yml: 協働の領域。"""

    spectrum: Spectrum
    """図全体のこと"""
    zones: tuple[Zone, ...] = Field(min_length=2)
    """領域(市民側から行政側へ)"""
