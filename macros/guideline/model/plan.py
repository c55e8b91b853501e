"""plan/*.yml: policies, their measures, and the actions with their fiscal years."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Discriminator, Field, Tag

from macros.guideline.links import can_be_followed
from macros.guideline.model.records import Date, FiscalYear, Id, Line, Part, Record, Source, Text
from macros.guideline.years import fiscal_year_of

State = Literal["as-planned", "late", "changed", "stopped", "merged", "done"]
STATES: tuple[State, ...] = get_args(State)
"""How an action may stand, in the order in which reports count them"""


class Variant(Part):
    """同じ項目が、資料の別の場所で違って印刷されているもの。"""

    at: Line
    """資料の中の場所"""
    field: Literal[
        "number",
        "title",
        "departments",
        "implementers",
        "targets",
        "purpose",
        "issues",
        "content",
        "done_when",
        "mark",
        "policy",
        "schedule",
    ]
    """どの項目が違うか"""
    printed: Line
    """そこに印刷されているもの"""


class Evaluation(Part):
    """評価。"""

    kind: Literal["self", "mutual", "third-party"]
    """self 自己 / mutual 相互 / third-party 第三者"""
    by: Text
    """だれが"""
    text: Text
    """内容"""


class Progress(Part):
    """進み具合の記録。"""

    date: Date
    """記録した日"""
    year: FiscalYear | None = None
    """どの年度のことか(西暦の年度)。書かなければ、記録した日の年度です"""
    state: State
    """as-planned 予定どおり / late 遅れ / changed 変更 / stopped 中止 / merged 統合 / done 完了"""
    text: Text
    """何をしたか"""
    by: Text | None = None
    """だれが"""
    reason: Text | None = None
    """変更や遅れの理由"""
    evidence: Line | None = None
    """根拠(https:// で始まるページなど)"""
    evaluations: tuple[Evaluation, ...] = ()
    """評価"""

    @property
    def has_page(self) -> bool:
        """Whether the evidence is a page that a link can lead to."""
        written = self.evidence or ""
        return written.startswith(("https://", "http://")) and can_be_followed(written)

    @property
    def fiscal_year(self) -> int:
        """The fiscal year this entry is about."""
        return self.year if self.year is not None else fiscal_year_of(self.date)


class RelatedPassage(Part):
    """項目のよりどころとして示された、ほかの計画の箇所。"""

    related: Id
    """guide.yml の related の id"""
    steps: tuple[Text, ...] = Field(min_length=1)
    """大きなまとまりから順に(戦略、プログラム、施策など。資料の言い方のまま)"""


class Action(Record):
    """推進項目。"""

    number: Line
    """資料に印刷された整理番号"""
    title: Text
    """名前(資料の言い方のまま)"""
    mark: Text | None = None
    """名前に添えられた印(【行政改革大綱推進計画】など)"""
    departments: tuple[Id, ...] = ()
    """担当課(departments.yml の id)"""
    implementers: tuple[Id, ...] = ()
    """実施主体(vocabulary.yml の parties の id)"""
    targets: tuple[Id, ...] = ()
    """対象(vocabulary.yml の parties の id)"""
    target_note: Text | None = None
    """「その他」の中身"""
    purpose: Text | None = None
    """目的"""
    issues: Text | None = None
    """現状と課題"""
    content: Text | None = None
    """推進内容"""
    effect: Text | None = None
    """効果"""
    passages: tuple[RelatedPassage, ...] = ()
    """上位計画などの関係する箇所"""
    done_when: Text | None = None
    """完了の目安"""
    remarks: Text | None = None
    """備考"""
    schedule: dict[FiscalYear, Line] = Field(default_factory=dict)
    """年次計画(西暦の年度: 印刷されていることば)。空欄の年は書きません"""
    status: Literal["new", "continued"] | None = None
    """new 新規 / continued 継続"""
    forms: tuple[Id, ...] = ()
    """関係する形態の id"""
    rules: tuple[Id, ...] = ()
    """関係する原則・ルールの id(資料にそう書かれているときだけ)"""
    variants: tuple[Variant, ...] = ()
    """別の場所で違って印刷されているもの"""
    progress: tuple[Progress, ...] = ()
    """進み具合"""


class Repeat(Part):
    """【再掲】の項目。内容はもとの項目だけに書きます。"""

    repeats: Id
    """もとの項目の id"""
    number: Line
    """この場所に印刷された整理番号"""
    source: Source
    """出典"""
    variants: tuple[Variant, ...] = ()
    """もとの項目と違って印刷されているもの"""
    notes: tuple[Text, ...] = ()
    """注"""


def _sheet_kind(value: object) -> str:
    return "再掲" if isinstance(value, Repeat) or (isinstance(value, dict) and "repeats" in value) else "推進項目"


Sheet = Annotated[Annotated[Action, Tag("推進項目")] | Annotated[Repeat, Tag("再掲")], Discriminator(_sheet_kind)]


class Measure(Record):
    """推進施策。"""

    number: Line
    """資料に印刷された番号"""
    title: Text
    """名前"""
    actions: tuple[Sheet, ...] = ()
    """推進項目"""


class Policy(Record):
    """推進方針(1ファイルに一つ)。"""

    number: Line
    """資料に印刷された番号"""
    title: Text
    """名前"""
    short_title: Text
    """目次に使う短い名前"""
    text: Text | None = None
    """説明"""
    government: Text | None = None
    """行政がすること"""
    residents: Text | None = None
    """市民がすること"""
    measures: tuple[Measure, ...] = ()
    """推進施策"""
    actions: tuple[Sheet, ...] = ()
    """推進項目(施策の段がない計画では、方針のすぐ下に書きます)"""

    @property
    def sheets(self) -> tuple[tuple[Measure | None, Action | Repeat], ...]:
        """Every sheet of this policy, repeats included, with its measure where the plan has that level."""
        own: list[tuple[Measure | None, Action | Repeat]] = [(None, sheet) for sheet in self.actions]
        return (*own, *((measure, sheet) for measure in self.measures for sheet in measure.actions))
