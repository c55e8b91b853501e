"""The words that all guides share: parties, steps, forms, rules, and the words of the interface."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from macros.guideline.model.records import Id, Line, Part, Text
from macros.guideline.problems import GuidelineError, Place, Problem


class Word(Part):
    """町ごとに言い方の違う考えに付ける、共通の名前。"""

    id: Id
    """共通の id"""
    name: Text
    """名前"""
    aliases: tuple[Line, ...] = ()
    """町ごとの言い方"""


class Synonym(Part):
    """資料のことばと、人がふだん使うことば。検索にだけ使い、ページには出しません。"""

    words: tuple[Line, ...] = Field(min_length=1)
    """資料のことば。題や別の言い方にこれを含むところが、also のことばでも見つかります"""
    also: tuple[Line, ...] = Field(min_length=1)
    """ふだん使われることば(英語でもかまいません。読みは自動で付きます)"""


class StepWord(Part):
    """年次計画の段階。"""

    id: Id
    """共通の id"""
    name: Text
    """名前"""
    sign: str = Field(min_length=1, max_length=1)
    """色がなくても分かる印"""
    printed: tuple[Line, ...] = Field(min_length=1)
    """資料に印刷されることば"""


class Vocabulary(Part):
    """vocabulary.yml: 共通のことば。"""

    parties: tuple[Word, ...]
    """主体"""
    forms: tuple[Word, ...]
    """形態"""
    rules: tuple[Word, ...]
    """原則"""
    zones: tuple[Word, ...] = ()
    """領域(市民側から行政側へ。id は zones.yml の lead)"""
    effects: tuple[Word, ...] = ()
    """効果"""
    steps: tuple[StepWord, ...]
    """段階"""
    synonyms: tuple[Synonym, ...] = ()
    """検索で同じように扱うことば"""


class Label(Text):
    """画面のことば。端の空白もそのまま使います。"""

    ja: str = Field(min_length=1)
    """日本語"""
    en: str | None = Field(default=None, min_length=1)
    """英語"""

    def written_in(self, language: str) -> str | None:
        """Give the words of *language* to the letter, spaces at the ends included."""
        return self.ja if language == "ja" else self.en if language == "en" else None


class Labels(dict[str, Label]):
    """The words of the interface by their names."""

    def __missing__(self, name: str) -> Label:
        """Raise GuidelineError: somebody has deleted a word that pages or papers want."""
        places = (one.place_of() for one in self.values())
        raise GuidelineError([Problem(Place(next(places, Place("labels.yml")).file), "missing-label", {"label": name})])


class LabelsFile(Part):
    """labels.yml: 画面のことば。"""

    labels: Annotated[dict[str, Label], AfterValidator(Labels)]
    """名前: {ja, en}"""
