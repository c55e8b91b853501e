"""strands.yml: a schedule drawn as strands that run over several fiscal years."""

from __future__ import annotations

from pydantic import Field

from macros.guideline.model.records import FiscalYear, Line, Part, Record, Source, Text


class Stretch(Part):
    """ある年度から続く、一つの取り組み。"""

    title: Text
    """何をするか(短く)"""
    first: FiscalYear
    """始まりの年度(西暦)"""
    last: FiscalYear | None = None
    """終わりの年度(西暦)。1年だけなら first と同じ年。資料に書かれていなければ省きます"""


class Strand(Record):
    """スケジュールの一本の帯。"""

    number: Line | None = None
    """資料に印刷された番号"""
    title: Text
    """名前"""
    text: Text
    """説明"""
    stretches: tuple[Stretch, ...] = Field(min_length=1)
    """年度の分かる取り組み"""
    undated: tuple[Text, ...] = ()
    """年度の書かれていない取り組み"""


class StrandsFile(Part):
    """strands.yml: 年度の帯で示されたスケジュール。"""

    title: Text
    """スケジュールの名前"""
    intro: Text | None = None
    """前書き"""
    first: FiscalYear
    """スケジュールの始まりの年度(西暦)"""
    last: FiscalYear
    """スケジュールの終わりの年度(西暦)"""
    source: Source
    """出典"""
    strands: tuple[Strand, ...] = Field(min_length=1)
    """帯"""
