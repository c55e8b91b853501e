"""cases.yml: projects that the document shows as examples."""

from __future__ import annotations

from pydantic import Field

from macros.guideline.model.readings import NameReading
from macros.guideline.model.records import FiscalYear, Id, Part, Record, Text


class Case(Record):
    """事例。資料が例として示す事業や活動。"""

    title: Text
    """名前"""
    reading: NameReading | None = None
    """ひらがなの読み"""
    year: FiscalYear | None = None
    """年度(西暦)"""
    who: Text | None = None
    """だれが"""
    where: Text | None = None
    """どこで"""
    text: Text | None = None
    """何をしたか"""
    programme: Id | None = None
    """使った制度(programmes.yml の id)"""
    forms: tuple[Id, ...] = ()
    """どの形態の例か(forms.yml の id)"""
    zone: Id | None = None
    """どの領域の例か(zones.yml の id)"""
    actions: tuple[Id, ...] = ()
    """関係する推進項目の id"""


class CasesFile(Part):
    """cases.yml: 事例。"""

    intro: Text | None = None
    """前書き"""
    cases: tuple[Case, ...] = Field(min_length=1)
    """事例"""
