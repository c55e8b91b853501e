"""The records as they are published: those of the model, each with the address of its section on the site."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from macros.guideline import model
from macros.guideline.model import Text
from macros.guideline.model.records import FiscalYear, Id, Line


class Published(BaseModel):
    """A frozen piece of what is published; the Japanese docstrings of its fields become its schema."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)


class Placed(BaseModel):
    """Something that has a section of its own on the site."""

    model_config = ConfigDict(defer_build=True)

    url: Line
    """この記録のページの番地(公開先の番地が決まっていなければ、サイトの根元からの道)"""


class Contact(Placed, model.Contact):
    """問い合わせ先(資料に印刷されたまま)。"""


class Related(Placed, model.Related):
    """関係する条例・計画・方針。"""


class Statement(Placed, model.Statement):
    """目的・位置づけ・目指す姿など、計画の柱となる文。"""


class LostFigure(Placed, model.LostFigure):
    """資料にはあるが、読み取った文には残っていない図や表。"""


class Passage(Placed, model.Passage):
    """背景・効果・留意点など、見出しと文の記録。"""


class Effect(Placed, model.Effect):
    """協働に期待される効果。"""


class Definition(Placed, model.Definition):
    """協働の定義。"""


class Requirements(Placed, model.Requirements):
    """ある主体と認められるための要件(市民活動団体の六つの要件など)。"""


class Term(Placed, model.Term):
    """用語。"""


class Zone(Placed, model.Zone):
    """協働の領域の一つ。"""


class Form(Placed, model.Form):
    """協働の形態。"""


class SuitedField(Placed, model.Field_):
    """協働に適した分野。"""


class Role(Placed, model.Role):
    """まちづくりの主体と、その役割。"""


class Rule(Placed, model.Rule):
    """協働の原則・ルール。"""


class Strand(Placed, model.Strand):
    """スケジュールの一本の帯。"""


class Indicator(Placed, model.Indicator):
    """成果指標。"""


class Survey(Placed, model.Survey):
    """調査の結果や、日付のある数字。"""


class Organisation(Placed, model.Organisation):
    """進める組織・推進員・拠点。"""


class Cycle(Placed, model.Cycle):
    """評価のサイクル。"""


class Programme(Placed, model.Programme):
    """使える制度(交付金・保険・派遣など)。"""


class Case(Placed, model.Case):
    """事例。資料が例として示す事業や活動。"""


class Policy(Placed, model.Record):
    """推進方針。"""

    number: Line
    """資料に印刷された番号"""
    title: Text
    """名前"""
    text: Text | None
    """説明"""
    government: Text | None
    """行政がすること"""
    residents: Text | None
    """市民がすること"""


class Measure(Placed, model.Record):
    """推進施策。"""

    policy: Id
    """どの方針か(policies の id)"""
    number: Line
    """資料に印刷された番号"""
    title: Text
    """名前"""


class Year(Published):
    """年次計画の一年。資料に何も印刷されていない年は並びません。"""

    year: FiscalYear
    """年度(西暦。4月から翌年3月まで)"""
    printed: Line | None
    """資料に印刷されていることば(「検討」「→」など)。印があるかどうか決められない年では空"""
    step: Id | None
    """そのことばが表す段階(いくつかあれば、一番進んだもの。vocabulary の steps の id)"""
    steps: tuple[Id, ...]
    """そのことばが表すすべての段階(「検討・一部実施」なら二つ)"""
    uncertain: bool
    """資料から一つに決められない年なら true"""


class Action(Placed, model.Action):
    """推進項目の表の一枚。【再掲】の表も一枚と数え、もとの項目と同じ内容を入れます。"""

    id: Line
    """名前。再掲の表では、方針の id と、もとの項目の id を点でつないだもの"""
    repeats: Id | None
    """再掲なら、もとの項目の id。項目を数えるときは、これが空のものだけを数えます"""
    policy: Id
    """どの方針か(policies の id)"""
    measure: Id | None
    """どの施策か(measures の id)。施策の段がない計画では空"""
    schedule: tuple[Year, ...]  # type: ignore[assignment]  # a list, where the YAML has a map
    """年次計画"""
