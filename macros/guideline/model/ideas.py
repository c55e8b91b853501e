"""Why and how: background, effects, cautions, methods, forms, fields, roles, rules."""

from __future__ import annotations

from pydantic import Field

from macros.guideline.model.readings import NameReading
from macros.guideline.model.records import Id, Item, Line, Part, Record, Source, Text


class Passage(Record):
    """背景・効果・留意点など、見出しと文の記録。"""

    number: Line | None = None
    """資料に印刷された番号"""
    title: Text
    """見出し"""
    text: Text
    """説明"""
    items: tuple[Item, ...] = ()
    """箇条書き"""


class Effect(Passage):
    """協働に期待される効果。"""

    same_as: Id | None = None
    """vocabulary.yml の effects の id"""
    includes: tuple[Id, ...] = ()
    """この中に含まれる、ほかの effects の id"""
    same_why: Text | None = None
    """なぜ同じ考え(または、その一部)とみたか。資料どうしを並べる表に出します"""


class Form(Record):
    """協働の形態。"""

    title: Text
    """名前"""
    reading: NameReading
    """ひらがなの読み"""
    same_as: Id | None = None
    """vocabulary.yml の forms の id"""
    includes: tuple[Id, ...] = ()
    """この中に含まれる、ほかの forms の id(「共催・実行委員会」のように、二つを一つにしているとき)"""
    same_why: Text | None = None
    """なぜ同じ考え(または、その一部)とみたか。資料どうしを並べる表に出します"""
    aliases: tuple[Line, ...] = ()
    """別の言い方"""
    summary: Text | None = None
    """どんな形か(名前だけを挙げる資料では書きません)"""
    suits: Text | None = None
    """どんなときに向くか"""
    effect: Text | None = None
    """効果"""
    points: tuple[Text, ...] = ()
    """実施する上での主なポイント"""
    procedure: Text | None = None
    """手続き"""


class Field_(Record):
    """協働に適した分野。"""

    number: Line
    """資料に印刷された番号"""
    title: Text
    """名前"""
    text: Text
    """協働による効果"""
    examples: tuple[Text, ...] = ()
    """対象事業の例"""


class EffortGroup(Part):
    """見出しのある、取り組みのまとまり。"""

    number: Line | None = None
    """資料に印刷された番号"""
    title: Text
    """見出し"""
    efforts: tuple[Text, ...] = Field(min_length=1)
    """取り組むこと"""


class Role(Record):
    """まちづくりの主体と、その役割。"""

    number: Line | None = None
    """資料に印刷された番号"""
    title: Text
    """だれ"""
    group: Text | None = None
    """どのまとまりに入るか(個人・地域団体などを「市民」とまとめる資料で)"""
    reading: NameReading
    """ひらがなの読み"""
    same_as: Id | None = None
    """vocabulary.yml の parties の id"""
    includes: tuple[Id, ...] = ()
    """この中に含まれる、ほかの parties の id(「共催・実行委員会」のように、二つを一つにしているとき)"""
    same_why: Text | None = None
    """なぜ同じ考え(または、その一部)とみたか。資料どうしを並べる表に出します"""
    who: Text | None = None
    """だれのことか"""
    tasks: tuple[Text, ...] = Field(min_length=1)
    """役割"""
    traits: tuple[Item, ...] = ()
    """特徴・特性"""
    expectations: tuple[Item, ...] = ()
    """社会的意義や期待される姿"""
    efforts: tuple[Text, ...] = ()
    """取り組むこと"""
    effort_groups: tuple[EffortGroup, ...] = ()
    """見出しごとに分かれた取り組み"""


class Rule(Record):
    """協働の原則・ルール。"""

    number: Line | None = None
    """資料に印刷された番号"""
    title: Text
    """名前"""
    reading: NameReading
    """ひらがなの読み"""
    same_as: Id | None = None
    """vocabulary.yml の rules の id"""
    includes: tuple[Id, ...] = ()
    """この中に含まれる、ほかの rules の id(「共催・実行委員会」のように、二つを一つにしているとき)"""
    same_why: Text | None = None
    """なぜ同じ考え(または、その一部)とみたか。資料どうしを並べる表に出します"""
    text: Text | None = None
    """内容(名前だけを挙げる資料では書きません)"""
    remark: Text | None = None
    """囲みの補足"""


class PassagesFile(Part):
    """background.yml 背景、cautions.yml 留意点、methods.yml 手法。"""

    intro: Text | None = None
    """前書き"""
    items: tuple[Passage, ...] = Field(min_length=1)
    """記録"""


class EffectsFile(Part):
    """effects.yml: 協働に期待される効果。"""

    intro: Text | None = None
    """前書き"""
    items: tuple[Effect, ...] = Field(min_length=1)
    """効果"""


class FormsFile(Part):
    """forms.yml: 協働の形態。"""

    intro: Text | None = None
    """前書き"""
    common: tuple[Text, ...] = ()
    """どの形にも共通すること"""
    source: Source
    """出典"""
    forms: tuple[Form, ...] = Field(min_length=1)
    """形態"""


class FieldsFile(Part):
    """fields.yml: 協働に適した分野。"""

    intro: Text | None = None
    """前書き"""
    fields: tuple[Field_, ...] = Field(min_length=1)
    """分野"""


class RolesFile(Part):
    """roles.yml: 主体と役割。"""

    intro: Text | None = None
    """前書き"""
    roles: tuple[Role, ...] = Field(min_length=1)
    """主体"""


class RulesFile(Part):
    """rules.yml: 原則・ルール。"""

    intro: Text | None = None
    """前書き"""
    rules: tuple[Rule, ...] = Field(min_length=1)
    """原則"""
