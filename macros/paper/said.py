"""Texts as templates take them: segments with readings, each with the place where it is written."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Any

from macros.furigana import Furigana, Ruby, Segment, plain
from macros.furigana.phrases import phrases
from macros.guideline.model import Text
from macros.guideline.problems import Place

Leaf = dict[str, Any]
"""A text as JSON: {"say": segments, "id": number, "at": place}; a segment is text or [base, readings, before, after]"""

_SIGNS = re.compile("([、。・「」『』()（）〔〕!?！？,. \n\u3000]+)")
_QUOTED = re.compile('"([^"]*)"')
_INSIDE = re.compile("(?<=[\u3041-\u309f])(?=[\u4e00-\u9fff])")
_WHOLE = 10
_NAME = 7
_TIGHT = 0.0
_AT_EDGE = 0.25
_OVER_SIGN = 0.2
_OVER_KANA = 0.4


class Speaker:
    """Says texts in one *language*; in Japanese with readings where it has an engine.

    *grade*: words whose kanji are all taught by then stay without (None: every word with kanji has a reading).
    """

    def __init__(self, language: str = "ja", engine: Furigana | None = None, grade: int | None = None) -> None:
        self.language = language
        self.engine = engine
        self.grade = grade
        self._numbers = itertools.count(1)

    def __call__(self, text: Text | str, place: Place | None = None, *, ruby: bool = True) -> Leaf:
        """Give *text* as a leaf; a Text in the language (kids before ja for children), or in Japanese without it."""
        if isinstance(text, Text):
            written = text.written_in(self.language)
            words = written or text.ja
            place = text.place_of(self.language if written else "ja")
        else:
            words = text
        if self.language == "en":
            words = _QUOTED.sub("“\\1”", words)
        return {"say": self._segments(words, ruby), "id": str(next(self._numbers)), "at": str(place or "")}

    def paragraphs(self, text: Text, *, ruby: bool = True) -> list[Leaf]:
        """Give each paragraph of *text* as a leaf of its own."""
        written = text.written_in(self.language)
        place = text.place_of(self.language if written else "ja")
        return [self(words, place, ruby=ruby) for words in (written or text.ja).split("\n")]

    def phrased(self, text: Text | str, place: Place | None = None) -> Leaf:
        """Give *text*, a title, cut into phrases, within which a template's `phrased(leaf)` breaks no line."""
        leaf = self(text, place, ruby=False)
        if self.language == "en":
            return leaf
        found: list[str] = []
        for line in words_of(leaf).split("\n"):
            cut = re.split("(\u3000)", line)  # where its writer has set wide spaces, there and nowhere else
            found += [*(cut if len(cut) > 1 or len(line) <= _NAME else phrases(line)), "\n"]
        found.pop()
        pieces = [piece for phrase in found for piece in _SIGNS.split(phrase) if piece]
        return {**leaf, "say": [part for piece in pieces for part in _shorter(piece)]}

    def _segments(self, words: str, ruby: bool) -> list[Any]:
        if not (ruby and self.engine):
            return [plain(words)]
        return spaced(self.engine.segments(words, grade=self.grade, split="kanji"))


def _shorter(phrase: str) -> list[str]:
    """Cut a phrase too long to stay whole where kanji follow hiragana: まちづくり, 推進スケジュール."""
    return _INSIDE.split(phrase) if len(phrase) > _WHOLE else [phrase]


def words_of(leaf: Leaf) -> str:
    """Give the plain text of a leaf."""
    return "".join(one if isinstance(one, str) else one[0] for one in leaf["say"])


def spaced(segments: Sequence[Segment]) -> list[Any]:
    """Join the ruby of one word into one segment, with how far its readings may reach over the neighbours, in em.

    A reading may reach over kana, a little over signs, never over kanji or what has a reading itself (JIS X 4051).
    """
    runs: list[str | list[Ruby]] = []
    for one in segments:
        if isinstance(one, str):
            runs.append(one)
        elif runs and isinstance(runs[-1], list) and runs[-1][-1].word == one.word:
            runs[-1].append(one)
        else:
            runs.append([one])
    return [
        run if isinstance(run, str) else _word(run, _room(runs, at - 1, -1), _room(runs, at + 1, 0))
        for at, run in enumerate(runs)
    ]


def _word(run: Iterable[Ruby], before: float, after: float) -> list[Any]:
    parts = [[one.base, one.reading] for one in run]
    return ["".join(base for base, _ in parts), parts, before, after]


def _room(runs: Sequence[str | list[Ruby]], at: int, end: int) -> float:
    """Say how far a reading may reach over what stands at the *end* (0 first, -1 last) of the run *at*."""
    if not 0 <= at < len(runs):
        return _AT_EDGE
    run = runs[at]
    if not isinstance(run, str) or not run:
        return _TIGHT
    sign = run[end]
    if "\u3041" <= sign <= "\u30ff" and sign != "・":
        return _OVER_KANA
    if sign in "、。・「」『』(),. \n\u3000()":
        return _OVER_SIGN
    return _TIGHT
