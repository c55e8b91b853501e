"""What a guide rests on: its documents, their full version, related plans and ordinances, and figures lost."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.guideline.model.readings import NameReading
from macros.guideline.model.records import Address, Date, FiscalYear, Id, Item, Part, Record, Source, Text


class FullVersion(Part):
    """概要版の資料が案内する、詳しい資料。"""

    title: Text
    """名前"""
    text: Text
    """説明"""
    places: tuple[Text, ...] = Field(min_length=1)
    """読める場所"""
    source: Source
    """出典"""


class Document(Part):
    """もとになった資料。"""

    id: Id
    """この資料を指す名前"""
    title: Text
    """資料の名前"""
    publisher: Text
    """発行者"""
    published: Text
    """発行日(書かれていなければ、そう書きます)"""
    date: Date | None = None
    """発行の年月(2016-09 の形。資料どうしを並べる表に使います)"""
    where: Text
    """どこで読めるか"""
    url: Address | None = None
    """公開されている場所"""


class Related(Record):
    """関係する条例・計画・方針。"""

    kind: Literal["law", "ordinance", "parent", "earlier", "related"]
    """law 法律 / ordinance 条例 / parent 上位計画 / earlier 前の計画 / related その他"""
    title: Text
    """名前"""
    reading: NameReading | None = None
    """ひらがなの読み"""
    text: Text
    """この計画とのつながり"""
    basis: Literal["yes", "no"] = "no"
    """この資料の根拠となる条例などなら yes"""
    date: Date | None = None
    """定められた年月(2014-03 の形)"""
    first: FiscalYear | None = None
    """期間の始まりの年度(西暦)"""
    last: FiscalYear | None = None
    """期間の終わりの年度(西暦)"""
    items: tuple[Item, ...] = ()
    """条文や柱など"""


class LostFigure(Record):
    """資料にはあるが、読み取った文には残っていない図や表。"""

    title: Text
    """図や表の名前(資料の言い方のまま)"""
    text: Text
    """何の図か、何が残っていて何が失われたか"""
    page: Literal["about", "definitions", "forms", "roles", "rules", "methods", "plan", "organisations", "cases"]
    """どのページの話か"""
    holds: Literal["forms", "rules", "roles", "zones", "effects"] | None = None
    """その図が、町どうしを並べる表のどれにあたるか(「書かれていない」と言わないため)"""
