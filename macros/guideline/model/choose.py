"""choose.yml: questions in everyday words that lead to the form that suits, or to better advice."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.guideline.model.records import Id, Part, Source, Text


class Speaks(Part):
    """答えが勧める形態と、その理由。"""

    form: Id
    """forms.yml の id"""
    why: Text
    """なぜこの答えがその形態を勧めるか(資料が挙げる点から)"""
    source: Source
    """理由の出典"""


class End(Part):
    """質問の終わり。"""

    kind: Literal["forms", "none", "procedure", "talk"]
    """forms 形態を勧める / none 協働しなくてよい / procedure 行政の手続き / talk まず相談"""
    forms: tuple[Id, ...] = ()
    """勧める形態(forms.yml の id、勧める順)。kind が forms のときに書きます"""
    text: Text | None = None
    """次にすること、気をつけること。kind が forms でないときは必ず書きます"""
    source: Source | None = None
    """text の出典"""


class Answer(Part):
    """答え。次の質問(next)か終わり(end)の、どちらか一つへ進みます。"""

    id: Id
    """答えの名前(このファイルの中で一つだけ)。公開後は変えません"""
    text: Text
    """答え(聞かれた人のことばで)"""
    hint: Text | None = None
    """答えの例や説明"""
    speaks_for: tuple[Speaks, ...] = ()
    """この答えが勧める形態と理由"""
    next: Id | None = None
    """次の質問の id"""
    end: End | None = None
    """ここで終わるときの結果"""


class Question(Part):
    """質問。"""

    id: Id
    """質問の名前。公開後は変えません"""
    text: Text
    """質問"""
    hint: Text | None = None
    """質問の説明"""
    answers: tuple[Answer, ...] = Field(min_length=2)
    """答え"""


class ChooseFile(Part):
    """choose.yml: どの形が合うかを選ぶための質問。先頭の質問から始まります。"""

    intro: Text
    """前書き"""
    notes: tuple[Text, ...] = ()
    """作り方についての注(資料に説明がない形態をどう扱ったかなど)"""
    questions: tuple[Question, ...] = Field(min_length=1)
    """質問"""
