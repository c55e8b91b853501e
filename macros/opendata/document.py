"""The documents of the API: a whole guide, the list of guides, and how the guides' ideas correspond."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from macros.guideline import model
from macros.guideline.model import Source, Text
from macros.guideline.model.guide import Municipality, PlanWords, Sdgs, State
from macros.guideline.model.records import FiscalYear, Id, Line
from macros.guideline.model.sources import FullVersion
from macros.opendata import records
from macros.opendata.records import Published

VERSION = "v1"


class Licence(Published):
    """このデータを使うときの約束。"""

    name: Text
    """許諾の名前"""
    url: Line
    """許諾の全文"""
    compatible: tuple[Line, ...]
    """この許諾と合わせて使える、ほかの利用規約"""
    attribution: Text
    """出典の書き方"""


class SharedWord(Published):
    """町どうしで共通の id が表すことば。"""

    id: Id
    """共通の id"""
    name: Text
    """名前"""
    aliases: tuple[Line, ...] = ()
    """町ごとの言い方"""


class SharedStep(Published):
    """年次計画の段階。"""

    id: Id
    """共通の id"""
    name: Text
    """名前"""
    sign: Line
    """色がなくても分かる印"""
    printed: tuple[Line, ...]
    """資料に印刷されることば"""


class Words(Published):
    """記録の中の id が指す、町どうしで共通のことば。"""

    parties: tuple[SharedWord, ...]
    """主体"""
    forms: tuple[SharedWord, ...]
    """形態"""
    rules: tuple[SharedWord, ...]
    """原則"""
    zones: tuple[SharedWord, ...]
    """領域を進める人(市民側から行政側へ)"""
    effects: tuple[SharedWord, ...]
    """効果"""
    steps: tuple[SharedStep, ...]
    """年次計画の段階"""


class Alignment(Published):
    """ある町の記録が、町どうしで共通の考えのどれに当たるか。このサイトの判断です。"""

    kind: Literal["forms", "rules", "roles", "zones", "effects"]
    """何の記録か"""
    idea: Id
    """共通の考えの id(vocabulary の id。roles は parties の id)"""
    idea_name: Text
    """共通の考えの名前"""
    guide: Id
    """どの町のガイドか"""
    record: Id | None
    """その町の記録の id。一覧の外で触れているだけなら空"""
    title: Text
    """その町での言い方。一覧の外で触れているだけなら、どこでどう触れているか"""
    relation: Literal["same", "part", "mentioned"]
    """same 同じ考え / part 別の考えの中にまとめている / mentioned 一覧の外で触れている"""
    confidence: Literal["named", "judged"]
    """named 名前が共通のことばと同じ / judged 内容を読んで判断した"""
    reason: Text
    """なぜそうみたか"""
    url: Line
    """その町の記録のページの番地"""


class Intro(Published):
    """一覧の前書き。"""

    id: Line
    """どの一覧の前書きか"""
    text: Text
    """前書き"""


class Timetable(Published):
    """年度の帯(strands)で示されたスケジュール全体のこと。"""

    title: Text
    """スケジュールの名前"""
    intro: Text | None
    """前書き"""
    first: FiscalYear
    """始まりの年度(西暦)"""
    last: FiscalYear
    """終わりの年度(西暦)"""
    source: Source
    """出典"""


class Guide(Published):
    """一つのガイドのすべて。資料にない部分は、空の並びか null です。"""

    api: Literal["v1"]
    """この形式の版。同じ版の間は、項目が増えることはあっても、なくなりません"""
    id: Id
    """ガイドの id"""
    version: Line
    """データの版。中身かプログラムが変わると変わります"""
    url: Line
    """ガイドの番地"""
    licence: Licence
    """許諾"""
    municipality: Municipality
    """市町村と、その全国地方公共団体コード"""
    title: Text
    """資料の名前"""
    reading: Line
    """資料の名前の読み"""
    short_title: Text
    """短い呼び名"""
    kind: Literal["plan", "guideline", "programme", "summary"]
    """plan 計画 / guideline 指針 / programme 行動計画 / summary 概要版"""
    status: Literal["adopted", "draft"]
    """adopted 決定 / draft 案"""
    state: State
    """いまの効力"""
    official: Literal["yes", "no"]
    """市の公式サイトなら yes"""
    slogan: Text
    """最初に見える呼びかけ"""
    lead: Text
    """これは何かを二、三文で"""
    making: Text | None
    """どのようにして作られたか"""
    plan_words: PlanWords | None
    """計画の段の呼び方"""
    documents: tuple[model.Document, ...]
    """もとになった資料"""
    full_version: FullVersion | None
    """この資料が概要版のとき、詳しい資料とその読める場所"""
    periods: tuple[model.Period, ...]
    """計画の期間"""
    purposes: tuple[records.Statement, ...]
    """策定の目的"""
    position: tuple[records.Statement, ...]
    """位置づけ"""
    goals: tuple[records.Statement, ...]
    """目指す姿"""
    appeal: records.Statement | None
    """読む人への呼びかけ"""
    related: tuple[records.Related, ...]
    """関係する条例や計画"""
    sdgs: Sdgs | None
    """取り組むとしている SDGs の目標"""
    contacts: tuple[records.Contact, ...]
    """問い合わせ先(資料に印刷されたまま)"""
    departments: tuple[model.Department, ...]
    """課"""
    intros: tuple[Intro, ...]
    """一覧の前書き"""
    background: tuple[records.Passage, ...]
    """背景"""
    definitions: tuple[records.Definition, ...]
    """協働の定義"""
    requirements: tuple[records.Requirements, ...]
    """団体などの要件"""
    ideas: tuple[records.Passage, ...]
    """補完性の原理など、図のある考え方"""
    terms: tuple[records.Term, ...]
    """用語"""
    effects: tuple[records.Effect, ...]
    """協働に期待される効果"""
    cautions: tuple[records.Passage, ...]
    """始める前の留意点"""
    methods: tuple[records.Passage, ...]
    """進めるための手法"""
    spectrum: model.Spectrum | None
    """協働の領域の図全体のこと"""
    zones: tuple[records.Zone, ...]
    """協働の領域(市民側から行政側へ)"""
    forms: tuple[records.Form, ...]
    """協働の形態"""
    forms_common: tuple[Text, ...]
    """どの形態にも共通すること"""
    fields: tuple[records.SuitedField, ...]
    """協働に適した分野"""
    roles: tuple[records.Role, ...]
    """主体と役割"""
    rules: tuple[records.Rule, ...]
    """原則・ルール"""
    policies: tuple[records.Policy, ...]
    """推進方針"""
    measures: tuple[records.Measure, ...]
    """推進施策"""
    actions: tuple[records.Action, ...]
    """推進項目の表(再掲も含めて、資料の順に)"""
    timetable: Timetable | None
    """年度の帯で示されたスケジュール全体のこと"""
    strands: tuple[records.Strand, ...]
    """スケジュールの帯"""
    indicators: tuple[records.Indicator, ...]
    """成果指標"""
    surveys: tuple[records.Survey, ...]
    """調査の結果や、日付のある数字"""
    organisations: tuple[records.Organisation, ...]
    """組織・推進員・拠点"""
    cycle: records.Cycle | None
    """評価のサイクル"""
    programmes: tuple[records.Programme, ...]
    """使える制度"""
    cases: tuple[records.Case, ...]
    """事例"""
    lost: tuple[records.LostFigure, ...]
    """失われた図や表"""
    alignments: tuple[Alignment, ...]
    """共通の考えとの対応"""
    vocabulary: Words
    """id が指す共通のことば"""


class Entry(Published):
    """一覧の中の、一つのガイド。"""

    id: Id
    """ガイドの id"""
    municipality: Municipality
    """市町村と、その全国地方公共団体コード"""
    title: Text
    """資料の名前"""
    kind: Literal["plan", "guideline", "programme", "summary"]
    """plan 計画 / guideline 指針 / programme 行動計画 / summary 概要版"""
    status: Literal["adopted", "draft"]
    """adopted 決定 / draft 案"""
    state: State
    """いまの効力"""
    version: Line
    """データの版"""
    url: Line
    """ガイドの番地"""
    data: Line
    """このガイドの JSON の番地"""
    page: Line
    """このガイドのデータのページの番地"""


class Index(Published):
    """ガイドの一覧。"""

    api: Literal["v1"]
    """この形式の版"""
    version: Line
    """すべてのガイドを合わせたデータの版"""
    licence: Licence
    """許諾"""
    guides: tuple[Entry, ...] = Field(min_length=1)
    """ガイド"""
    alignments: Line
    """共通の考えとの対応をまとめた JSON の番地"""
    openapi: Line
    """この API の説明(OpenAPI)の番地"""


class Alignments(Published):
    """町どうしの、考えの対応の一覧。"""

    api: Literal["v1"]
    """この形式の版"""
    version: Line
    """すべてのガイドを合わせたデータの版"""
    alignments: tuple[Alignment, ...]
    """対応"""


DOCUMENTS: Mapping[str, type[Published]] = {"index": Index, "guide": Guide, "alignments": Alignments}
"""Every kind of document, by the name of its schema"""
