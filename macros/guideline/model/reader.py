"""reader.yml: the fourth-grade reader, its chapters, quiz, worksheet and words, and the teacher's sheet."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import Discriminator, Field, Tag

from macros.guideline.model.readings import Kana
from macros.guideline.model.records import Id, Line, Part, Source, Whole

FigureOfPerson = Literal["girl", "boy", "woman", "man", "grandmother", "grandfather", "officer"]
SceneName = Literal[
    "street",
    "worry",
    "meeting",
    "clean-up",
    "flower-bed",
    "festival",
    "crossing",
    "center",
    "town-hall",
    "classroom",
    "together",
    "letter",
    "notice-board",
]
FigureName = Literal["spectrum", "plan-years", "cycle"]
RecordKind = Literal["forms", "rules", "roles", "effects", "zones", "policies", "fields", "organisations"]

RECORD_KINDS: tuple[RecordKind, ...] = get_args(RecordKind)
LESSON_MINUTES = 45


def _true_or_false(schema: dict[str, Any]) -> None:
    """Let editors, which type what they read, take true as well as "true"."""
    schema.pop("type", None)
    schema["enum"] = ["true", "false", "yes", "no", True, False]


class Person(Part):
    """本の中で話す人。"""

    id: Id
    """talk の who に書く名前"""
    name: Line
    """呼び名"""
    figure: FigureOfPerson
    """絵の姿"""


class Words(Part):
    """文の段落。"""

    text: Line
    """1行に1文。空いた行で段落が変わります"""


class Speech(Part):
    """ふきだし一つ。"""

    who: Id
    """cast の id"""
    says: Line
    """話すこと"""


class Talk(Part):
    """ふきだしの並び。"""

    talk: tuple[Speech, ...] = Field(min_length=1)
    """話す順に"""


class Scene(Part):
    """場面の絵。"""

    scene: SceneName
    """絵の名前"""
    caption: Line
    """絵の下に出す文(何が描いてあるかは、絵ごとに labels.yml にあります)"""


class Figure(Part):
    """記録からかく図。"""

    figure: FigureName
    """spectrum 協働の領域 / plan-years 計画の年 / cycle 見直しの輪"""
    caption: Line
    """図の説明"""


class Records(Part):
    """ある種類の記録の、名前と子ども向けの文。"""

    records: RecordKind
    """種類"""
    only: tuple[Id, ...] = ()
    """一部だけを出すとき、その id を出す順に"""


class Box(Part):
    """題のある囲み。"""

    title: Line
    """題"""
    text: Line
    """文"""


class Boxed(Part):
    """ことばの説明や例の囲み。"""

    box: Box
    """囲み"""


class Try(Part):
    """考えてみること、やってみること。"""

    try_: Box = Field(alias="try")
    """囲み"""


Block = Words | Talk | Scene | Figure | Records | Boxed | Try
BLOCKS: dict[str, type[Part]] = {
    "text": Words,
    "talk": Talk,
    "scene": Scene,
    "figure": Figure,
    "records": Records,
    "box": Boxed,
    "try": Try,
}


def _block_kind(value: object) -> str | None:
    if isinstance(value, Part):
        return next(name for name, model in BLOCKS.items() if isinstance(value, model))
    return next((name for name in BLOCKS if name in value), None) if isinstance(value, dict) else None


AnyBlock = Annotated[
    Annotated[Words, Tag("text")]
    | Annotated[Talk, Tag("talk")]
    | Annotated[Scene, Tag("scene")]
    | Annotated[Figure, Tag("figure")]
    | Annotated[Records, Tag("records")]
    | Annotated[Boxed, Tag("box")]
    | Annotated[Try, Tag("try")],
    Discriminator(_block_kind),
]


class Chapter(Part):
    """一つの章。"""

    id: Id
    """半角の小文字・数字・ハイフンの名前。公開後は変えません"""
    title: Line
    """題"""
    source: Source | None = None
    """章の事実が資料のどこにあるか"""
    blocks: tuple[AnyBlock, ...] = Field(min_length=1)
    """順に並べた中身"""


class Question(Part):
    """クイズの一問。"""

    question: Line
    """問い"""
    choices: tuple[Line, ...] = Field(min_length=2, max_length=4)
    """答えの候補"""
    answer: Annotated[Whole, Field(ge=1)]
    """正しい答えの番号(1から)"""
    why: Line
    """答えのわけ"""


class Task(Part):
    """書きこむ問い。"""

    ask: Line
    """問い"""
    lines: Annotated[Whole, Field(ge=2, le=6)] = 3
    """書きこむ罫線の数"""
    picture: Literal["true", "false", "yes", "no"] = Field(default="no", json_schema_extra=_true_or_false)
    """絵をかく枠にするなら true"""

    @property
    def draws(self) -> bool:
        """Whether the child draws a picture instead of writing."""
        return self.picture in ("true", "yes")


class Worksheet(Part):
    """ワークシート。"""

    title: Line
    """題"""
    intro: Line
    """前書き"""
    questions: tuple[Task, ...] = Field(min_length=1)
    """問い"""


class Word(Part):
    """ことばの説明。"""

    word: Line
    """ことば(本に出てくる書き方のまま)"""
    reading: Kana
    """ひらがなの読み"""
    meaning: Line
    """子どもに分かる意味"""


class Step(Part):
    """授業の一こま。"""

    minutes: Annotated[Whole, Field(ge=1, le=45)]
    """分"""
    activity: Line
    """子どもがすること"""
    support: Line
    """先生がすること、気を付けること"""


class Teacher(Part):
    """先生のための指導の手引。"""

    subject: Line
    """教科と学年"""
    aim: Line
    """ねらい"""
    lesson: tuple[Step, ...] = Field(min_length=1)
    """授業の流れ(合わせて45分)"""
    look_for: tuple[Line, ...] = Field(min_length=1)
    """評価のめやす"""


class ReaderFile(Part):
    """reader.yml: 小学4年生の副読本。"""

    title: Line
    """本の題"""
    subtitle: Line
    """題にそえることば"""
    known_grade: Annotated[Whole, Field(ge=1, le=6)] = 3
    """何年生までの漢字を習ったとみるか(それより先の漢字にふりがなを付けます)"""
    cast: tuple[Person, ...] = Field(min_length=1, max_length=6)
    """本の中で話す人"""
    chapters: tuple[Chapter, ...] = Field(min_length=2)
    """章"""
    quiz: tuple[Question, ...] = Field(min_length=1)
    """クイズ"""
    worksheet: Worksheet
    """ワークシート"""
    words: tuple[Word, ...] = Field(min_length=1)
    """ことばの説明"""
    adults: Box
    """おうちの方と先生へのページ"""
    teacher: Teacher
    """指導の手引"""
