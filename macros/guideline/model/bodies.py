"""Departments, indicators, surveys, organisations and programmes."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.guideline.model.readings import NameReading
from macros.guideline.model.records import Date, Figure, FiscalYear, Id, Item, Line, Part, Record, Text


class Department(Part):
    """課。名前と連絡先はここにだけ書きます。"""

    id: Id
    """名前の代わりに使う id"""
    name: Text
    """名前"""
    reading: NameReading
    """ひらがなの読み"""
    parent: Text | None = None
    """部"""
    valid_from: Date | None = None
    """いつから"""
    valid_until: Date | None = None
    """いつまで"""
    successor: Id | None = None
    """引き継いだ課の id"""
    notes: tuple[Text, ...] = ()
    """注"""


class Value(Part):
    """ある年度の値。"""

    year: FiscalYear
    """年度(西暦)"""
    value: Figure
    """値"""


class Indicator(Record):
    """成果指標。"""

    number: Line
    """資料に印刷された番号"""
    title: Text
    """名前"""
    unit: Text
    """単位"""
    direction: Literal["up", "down"]
    """up 増えるとよい / down 減るとよい"""
    baseline: Value
    """現状値"""
    targets: tuple[Value, ...] = Field(min_length=1)
    """目標値"""
    actuals: tuple[Value, ...] = ()
    """実績値"""
    belongs_to: Text | None = None
    """上位計画のどの施策の指標か"""


class Share(Part):
    """調査の答えと割合。"""

    answer: Text
    """答え"""
    value: Figure
    """割合や数"""


class Survey(Record):
    """調査の結果や、日付のある数字。"""

    title: Text
    """何の数字か"""
    question: Text | None = None
    """問い"""
    held: Text
    """いつ調べたか"""
    date: Date
    """調べた年月"""
    unit: Text
    """単位"""
    answers: tuple[Share, ...] = Field(min_length=1)
    """答え"""
    total: Figure | None = None
    """合計(割合なら 100)"""
    text: Text | None = None
    """読み取れること"""


class Unit(Part):
    """組織の中の部会・役員など。"""

    title: Text
    """名前"""
    duties: tuple[Text, ...] = ()
    """担うこと"""


class Organisation(Record):
    """進める組織・推進員・拠点。"""

    title: Text
    """名前"""
    reading: NameReading
    """ひらがなの読み"""
    kind: Literal["body", "officer", "centre"] | None = None
    """body 組織 / officer 推進員 / centre 拠点"""
    since: Date | None = None
    """いつからあるか(2015-10 の形)"""
    location: Text | None = None
    """どこにあるか"""
    nickname: Text | None = None
    """愛称と、そのいわれ"""
    text: Text
    """どんなところか"""
    units: tuple[Unit, ...] = ()
    """中の組織"""
    members: tuple[Text, ...] = ()
    """構成団体"""
    services: tuple[Item, ...] = ()
    """はたらき"""
    history: tuple[Item, ...] = ()
    """あゆみ・見通し"""


class Step(Part):
    """評価の一段階。"""

    title: Text
    """名前"""
    text: Text
    """内容"""


class Cycle(Record):
    """評価のサイクル。"""

    title: Text
    """名前"""
    text: Text
    """説明"""
    steps: tuple[Step, ...] = Field(min_length=2)
    """段階"""
    evaluations: tuple[Item, ...] = ()
    """評価の方法"""


class Programme(Record):
    """使える制度(交付金・保険・派遣など)。"""

    title: Text
    """名前"""
    reading: NameReading
    """ひらがなの読み"""
    kind: Literal["grant", "insurance", "advice", "proposal", "desk"]
    """grant お金 / insurance 保険 / advice 助言 / proposal 提案 / desk 窓口"""
    text: Text
    """どんな制度か"""
    for_whom: Text
    """だれのためか"""
    items: tuple[Item, ...] = ()
    """種類など"""
    actions: tuple[Id, ...] = ()
    """関係する推進項目の id"""


class DepartmentsFile(Part):
    """departments.yml: 課。"""

    departments: tuple[Department, ...] = Field(min_length=1)
    """課"""


class IndicatorsFile(Part):
    """indicators.yml: 成果指標。"""

    intro: Text | None = None
    """前書き"""
    indicators: tuple[Indicator, ...] = Field(min_length=1)
    """指標"""


class SurveysFile(Part):
    """surveys.yml: 調査。"""

    surveys: tuple[Survey, ...] = Field(min_length=1)
    """調査"""


class OrganisationsFile(Part):
    """organisations.yml: 組織と評価の仕組み。"""

    intro: Text | None = None
    """前書き"""
    organisations: tuple[Organisation, ...] = ()
    """組織"""
    cycle: Cycle | None = None
    """評価のサイクル"""


class ProgrammesFile(Part):
    """programmes.yml: 使える制度。"""

    programmes: tuple[Programme, ...] = Field(min_length=1)
    """制度"""
