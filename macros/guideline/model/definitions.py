"""definitions.yml: what collaboration means, requirements of groups, ideas with a figure, and the glossary."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.guideline.model.ideas import Passage
from macros.guideline.model.readings import NameReading
from macros.guideline.model.records import Id, Item, Line, Part, Record, Text


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
    kind: Literal["own", "ordinance", "described"] = "own"
    """own この資料の定義 / ordinance 資料が引く条例などの定義 / described 定義とは書かれず、説明から取り出したもの"""
    text: Text
    """やさしく言い直した定義"""
    parts: DefinitionParts
    """定義を分けたもの"""
    explanation: Text | None = None
    """補足の説明"""
    kinds: tuple[Item, ...] = ()
    """協働の種類・分類"""


class Requirements(Record):
    """ある主体と認められるための要件(市民活動団体の六つの要件など)。"""

    title: Text
    """見出し"""
    party: Id | None = None
    """だれの要件か(vocabulary.yml の parties の id)"""
    text: Text
    """説明"""
    items: tuple[Item, ...] = Field(min_length=1)
    """要件"""


class Term(Record):
    """用語。"""

    term: Text
    """ことば"""
    reading: NameReading
    """ひらがなの読み"""
    gloss: Text
    """意味"""
    aliases: tuple[Line, ...] = ()
    """別の言い方(検索とリンクに使います)"""
    link: Literal["yes", "no"] = "yes"
    """本文のことばから自動でつなぐなら yes。どこにでも出るありふれたことばは no"""


class DefinitionsFile(Part):
    """definitions.yml: 定義、要件、図のある考え方、用語。"""

    definitions: tuple[Definition, ...] = Field(min_length=1)
    """定義"""
    requirements: tuple[Requirements, ...] = ()
    """団体などの要件"""
    ideas: tuple[Passage, ...] = ()
    """補完性の原理など、図のある考え方"""
    terms: tuple[Term, ...] = ()
    """用語"""
