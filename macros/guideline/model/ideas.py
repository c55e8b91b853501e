"""Why and how: background, effects, cautions, definitions, terms, zones, forms, fields, roles, rules."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

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


class DefinitionParts(Part):
    """協働の定義を分けたもの。町どうしで比べられます。"""

    who: tuple[Text, ...] = Field(min_length=1)
    """だれとだれが"""
    terms: tuple[Text, ...] = ()
    """どんな関係・約束で"""
    purpose: tuple[Text, ...] = ()
    """何のために"""
    action: tuple[Text, ...] = Field(min_length=1)
    """何をする"""


class Definition(Record):
    """協働の定義。"""

    title: Text
    """見出し"""
    text: Text
    """やさしく言い直した定義"""
    parts: DefinitionParts
    """定義を分けたもの"""
    explanation: Text | None = None
    """補足の説明"""
    kinds: tuple[Item, ...] = ()
    """協働の種類"""


class Term(Record):
    """用語。"""

    term: Text
    """ことば"""
    reading: Line
    """ひらがなの読み"""
    gloss: Text
    """意味"""
    aliases: tuple[Line, ...] = ()
    """別の言い方(検索とリンクに使います)"""
    link: Literal["yes", "no"] = "yes"
    """本文のことばから自動でつなぐなら yes。どこにでも出るありふれたことばは no"""


class Zone(Record):
    """協働の領域の一つ。"""

    mark: Line
    """資料の番号(①など)"""
    title: Text
    """名前"""
    text: Text
    """説明"""
    lead: Literal["residents", "mostly-residents", "both", "mostly-government", "government"]
    """だれが主に進めるか"""
    collaboration: Literal["yes", "no"]
    """協働の領域に入るか"""
    forms: tuple[Id, ...] = ()
    """この領域にある形態の id"""
    examples: tuple[Text, ...] = ()
    """具体例"""


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
    inferred: Text | None = None
    """図の崩れた部分をどう組み立てたか"""
    bands: tuple[Item, ...] = ()
    """図に添えられたことば(条例の範囲など)"""


class Form(Record):
    """協働の形態。"""

    title: Text
    """名前"""
    reading: Line
    """ひらがなの読み"""
    same_as: Id | None = None
    """vocabulary.yml の forms の id"""
    aliases: tuple[Line, ...] = ()
    """別の言い方"""
    summary: Text
    """どんな形か"""
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


class Role(Record):
    """まちづくりの主体と、その役割。"""

    number: Line | None = None
    """資料に印刷された番号"""
    title: Text
    """だれ"""
    reading: Line
    """ひらがなの読み"""
    same_as: Id | None = None
    """vocabulary.yml の parties の id"""
    who: Text
    """だれのことか"""
    tasks: tuple[Text, ...] = Field(min_length=1)
    """役割"""
    traits: tuple[Item, ...] = ()
    """特徴・特性"""
    expectations: tuple[Item, ...] = ()
    """社会的意義や期待される姿"""
    efforts: tuple[Text, ...] = ()
    """取り組むこと"""


class Rule(Record):
    """協働の原則・ルール。"""

    number: Line
    """資料に印刷された番号"""
    title: Text
    """名前"""
    reading: Line
    """ひらがなの読み"""
    same_as: Id | None = None
    """vocabulary.yml の rules の id"""
    text: Text
    """内容"""
    remark: Text | None = None
    """囲みの補足"""


class PassagesFile(Part):
    """背景・効果・留意点のファイル。"""

    intro: Text | None = None
    """前書き"""
    items: tuple[Passage, ...] = Field(min_length=1)
    """記録"""


class DefinitionsFile(Part):
    """definitions.yml: 定義、図のある考え方、用語。"""

    definitions: tuple[Definition, ...] = Field(min_length=1)
    """定義"""
    ideas: tuple[Passage, ...] = ()
    """補完性の原理など、図のある考え方"""
    terms: tuple[Term, ...] = ()
    """用語"""


class ZonesFile(Part):
    """zones.yml: 協働の領域。"""

    spectrum: Spectrum
    """図全体のこと"""
    zones: tuple[Zone, ...] = Field(min_length=2)
    """領域(市民側から行政側へ)"""


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
