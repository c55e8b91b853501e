"""Cut a text into sentences and these into tokens, which always join to the same text again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from macros.furigana.kana import KANJI, hiragana
from macros.furigana.numbers import counter_at
from macros.guideline.text import HAN

if TYPE_CHECKING:
    from sudachipy import Morpheme, Tokenizer

LONGEST = 4000
"""Characters of the longest piece analysed at once: Sudachi refuses more than 49,149 bytes."""

_REMEMBERED = 30_000
"""Readings of the dictionary that are remembered in hiragana"""

_ENDS = re.compile(r"\n+|[^。!?！？:\n]*+(?::(?! )[^。!?！？:\n]*+)*+(?:[。!?！？]+[」』)）]*|: |$|(?=\n))")
_SOFT_END = re.compile("[、。，．,. \u3000・\n]|(?<=[ぁ-ん])(?=[ァ-ヶ一-龥])")
_GAP = re.compile(
    rf"(?<=[0-9０-９{HAN}])[ \u3000]+(?=[{HAN}]|[かカヶヵケ][{HAN}])|(?<=[{HAN}])[ \u3000]+(?=[0-9０-９])"
)
_FROM_DIGITS = re.compile("[0-9０-９]+[^0-9０-９]*")
_DIGIT = re.compile("[0-9０-９]")
_LONE = re.compile("[\ud800-\udfff]")
_VARIANTS = str.maketrans("髙𠮷濵德﨑槗栁邉邊", "高吉浜徳崎橋柳辺辺")
"""Variant kanji of names that the dictionary lacks, and the common form it is asked for instead."""


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Give the sentences of *text*, none longer than can be analysed, with where each starts."""
    for found in _ENDS.finditer(text):
        start, end = found.span()
        while end - start > LONGEST:
            cuts = [cut.end() for cut in _SOFT_END.finditer(text, start + LONGEST // 2, start + LONGEST)]
            middle = cuts[-1] if cuts else start + LONGEST
            yield start, text[start:middle]
            start = middle
        if end > start:
            yield start, text[start:end]


class Sentence:
    """A sentence cut into tokens. Spaces between a number and kanji are left out of *text*."""

    def __init__(self, written: str, tokenizer: Tokenizer) -> None:
        self._where = _without_gaps(written)
        self.text = written if self._where is None else "".join(written[at] for at in self._where)
        self._morphemes: list[Morpheme] = []
        self.starts = [0]
        end = 0
        for length, morpheme in _shortened(_LONE.sub("\ufffd", self.text).translate(_VARIANTS), tokenizer):
            if length:  # ⑴ is cut into itself and two empty ones
                end += length
                self._morphemes.append(morpheme)
                self.starts.append(end)
        self.bounds = {start: number for number, start in enumerate(self.starts)}

    def __len__(self) -> int:
        """Give the number of tokens."""
        return len(self.starts) - 1

    def reading(self, token: int) -> str:
        """Give the dictionary's reading of a token in hiragana, or nothing where it knows none."""
        return _in_hiragana(self._morphemes[token].reading_form())

    def kind(self, token: int) -> str:
        """Give the part of speech of a token, from the general to the special: 動詞-非自立可能-…."""
        morpheme = self._morphemes[token]
        return _kinds(morpheme.part_of_speech_id(), morpheme)

    @property
    def is_as_written(self) -> bool:
        """Whether *text* is the sentence as it is written."""
        return self._where is None

    def written_span(self, start: int, end: int) -> tuple[int, int]:
        """Give where a stretch of *text* stands in the sentence as written."""
        return (start, end) if self._where is None else (self._where[start], self._where[end - 1] + 1)


def _shortened(text: str, tokenizer: Tokenizer) -> Iterable[tuple[int, Morpheme]]:
    """Give the words of *text* with their lengths; cut those that hold digits (1人1人), which numbers read better."""
    words = tokenizer.tokenize(text)
    return _without_digits(words, tokenizer) if _DIGIT.search(text) else [(len(one), one) for one in words]


def _without_digits(words: Iterable[Morpheme], tokenizer: Tokenizer) -> Iterator[tuple[int, Morpheme]]:
    """Give *words* with their lengths, and parts of those that hold digits and kanji.

    They are analysed once more by themselves: Morpheme.split of SudachiPy 0.7.0 gives nothing for them, or panics.
    """
    for morpheme in words:
        surface = morpheme.surface()
        if len(surface) > 1 and _DIGIT.match(surface) and KANJI.search(surface):
            from sudachipy import SplitMode

            for part in _FROM_DIGITS.findall(surface):
                yield from ((len(one), one) for one in tokenizer.tokenize(part, SplitMode.A))
        else:
            yield len(surface), morpheme


@lru_cache(maxsize=_REMEMBERED)
def _in_hiragana(form: str) -> str:
    reading = hiragana(form)
    return "" if KANJI.search(reading) else reading


_known_kinds: dict[int, str] = {}


def _kinds(number: int, morpheme: Morpheme) -> str:
    if number not in _known_kinds:
        _known_kinds[number] = "-".join(morpheme.part_of_speech())
    return _known_kinds[number]


def _without_gaps(written: str) -> list[int] | None:
    """Give the places of the characters that count, or None where all do."""
    if not (_DIGIT.search(written) and (" " in written or "\u3000" in written)):
        return None
    dropped = {
        at
        for gap in _GAP.finditer(written)
        if _DIGIT.match(written[gap.end()])
        or (_DIGIT.match(written[gap.start() - 1]) and counter_at(written, gap.end()))
        for at in range(*gap.span())
    }
    return [at for at in range(len(written)) if at not in dropped] if dropped else None


@cache
def tokenizer() -> Tokenizer:
    """Give Sudachi with its core dictionary, cutting into the longest words it knows."""
    from sudachipy import Dictionary, SplitMode

    return Dictionary(dict="core").tokenizer(SplitMode.C)
