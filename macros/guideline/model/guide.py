"""guide.yml: whose guideline this is, what kind of document, in force or not, and how it looks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.guideline.model.readings import NameReading
from macros.guideline.model.records import (
    CODE_PATTERN,
    FINGERPRINT_PATTERN,
    Colour,
    Date,
    FiscalYear,
    Id,
    Item,
    Line,
    Part,
    Record,
    Source,
    Text,
    Whole,
)
from macros.guideline.model.sources import Document, FullVersion, LostFigure, Related

Code = Annotated[str, StringConstraints(pattern=CODE_PATTERN)]
GoalNumber = Annotated[Whole, Field(ge=1, le=17)]

LONGEST_PATH = 1000


class Named(Part):
    """名前と読み。"""

    name: Text
    """名前"""
    reading: NameReading
    """ひらがなの読み"""


class Municipality(Named):
    """市町村。"""

    code: Code | None = None
    """全国地方公共団体コード(6けた)"""
    prefecture: Named
    """都道府県"""


class State(Part):
    """計画がいま生きているかどうか。"""

    now: Literal["in-force", "ended", "superseded", "unknown"]
    """in-force 実施中 / ended 終了 / superseded 後の計画に引き継がれた / unknown 確かめられない"""
    checked_on: Date
    """確かめた日(2026-11-20 の形)"""
    basis: Text
    """何によって判断したか"""
    successor: Text | None = None
    """後継の計画"""


class Period(Part):
    """期間(年度)。"""

    title: Text
    """何の期間か"""
    first: FiscalYear
    """始まりの年度(西暦)"""
    last: FiscalYear
    """終わりの年度(西暦)"""
    text: Text | None = None
    """説明"""
    source: Source
    """出典"""
    notes: tuple[Text, ...] = ()
    """資料の誤りなどの注"""


class Contact(Record):
    """問い合わせ先(資料に印刷されたまま)。"""

    department: Id
    """departments.yml の id"""
    section: Text | None = None
    """担当"""
    postal_code: Line | None = None
    """郵便番号"""
    address: Text | None = None
    """所在地"""
    telephone: Line | None = None
    """電話番号"""
    fax: Line | None = None
    """ファクス番号"""
    email: Line | None = None
    """電子メール"""


class Colours(Part):
    """サイトの色(#rrggbb)。"""

    brand: Colour
    """この町の色"""
    accent: Colour
    """目印の色"""


class OwnFace(Part):
    """市が使う権利を持つ書体。ファイルはこのプロジェクトには入れません。"""

    use: Literal["plain", "school"]
    """plain リーフレットなど / school 副読本など"""
    family: Line
    """書体の家族の名前(ファイルに書かれているもの)"""
    file: Annotated[Line, StringConstraints(max_length=LONGEST_PATH)]
    """ファイルの場所(~/fonts/kyokasho.ttf など)。その場所にないときは、決まりの書体を使います"""
    sha256: str = Field(pattern=FINGERPRINT_PATTERN)
    """ファイルの指紋(SHA-256、64けた)。違うファイルなら止まります"""


class Statement(Record):
    """目的・位置づけ・目指す姿など、計画の柱となる文。"""

    title: Text
    """見出し"""
    text: Text
    """説明"""
    items: tuple[Item, ...] = ()
    """箇条書き"""


class Goal(Part):
    """SDGs の目標の一つ。"""

    number: GoalNumber
    """1 から 17 の番号"""
    name: Text
    """名前(資料の言い方のまま)"""


class Sdgs(Part):
    """資料が取り組むとしている SDGs の目標。"""

    text: Text
    """説明"""
    goals: tuple[Goal, ...] = Field(min_length=1)
    """目標"""
    source: Source
    """出典"""


class PlanWords(Part):
    """計画の段の、この資料での呼び方。書かないものは「方針」「施策」「推進項目」と呼びます。"""

    policy: Text | None = None
    """一番上の段(英語は単数)"""
    policies: Text | None = None
    """一番上の段(英語は複数)"""
    action: Text | None = None
    """項目(英語は単数)"""
    actions: Text | None = None
    """項目(英語は複数)"""


class Front(Part):
    """guide.yml: 計画の表紙にあたる事がら。"""

    id: Id
    """フォルダーと同じ名前"""
    municipality: Municipality
    """市町村"""
    title: Text
    """資料の名前"""
    reading: NameReading
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
    documents: tuple[Document, ...] = Field(min_length=1)
    """もとになった資料"""
    periods: tuple[Period, ...] = ()
    """計画の期間"""
    purposes: tuple[Statement, ...] = ()
    """策定の目的"""
    position: tuple[Statement, ...] = ()
    """位置づけ"""
    goals: tuple[Statement, ...] = ()
    """目指す姿"""
    related: tuple[Related, ...] = ()
    """関係する条例や計画"""
    making: Text | None = None
    """どのようにして作られたか"""
    contacts: tuple[Contact, ...] = ()
    """問い合わせ先"""
    full_version: FullVersion | None = None
    """この資料が概要版のとき、詳しい資料とその読める場所"""
    sdgs: Sdgs | None = None
    """取り組むとしている SDGs の目標"""
    appeal: Statement | None = None
    """読む人への呼びかけ"""
    lost: tuple[LostFigure, ...] = ()
    """失われた図や表"""
    plan_words: PlanWords | None = None
    """計画の段の呼び方"""
    colours: Colours
    """サイトの色"""
    popular: tuple[Line, ...] = ()
    """よく探されることば"""
    faces: tuple[OwnFace, ...] = ()
    """紙面に使う、市の書体"""
