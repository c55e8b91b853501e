"""Words in figures: how wide they are drawn, and lines that fit a width."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from macros.furigana import plain
from macros.furigana.phrases import phrases
from macros.guideline.text import HAN

_WORDS = re.compile(r"\s|\S+")
_JAPANESE = re.compile(f"[ぁ-ヿ{HAN}]")
_RUNS = re.compile(f"[ァ-ヶー]+|[{HAN}]+[ぁ-ん]*|[ぁ-ん]+|[^ぁ-んァ-ヶー{HAN}]+")
_NEVER_FIRST = "、。・)）」』ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
_SIGNS = re.compile(rf"[\u3000-\uffef][{_NEVER_FIRST}]{{0,2}}|[^\s\u3000-\uffef]+|\s")
"""Signs, with those after them that no line may begin with"""
_GLYPH = 17
"""How wide a full-width sign is in most figures"""
_NARROW = 0.5
_READING_GLYPH = 9
"""How wide a sign of a reading is"""

Line = tuple[float, str]
"""Where a line of words stands, and its words"""
Read = Callable[[str], str]
"""Gives words as they are read, or nothing where readings are not shown"""


def unread(_: str) -> str:
    """Give nothing: for pages and paper whose figures show no readings."""
    return ""


def wrapped(words: str, width: float, glyph: float = _GLYPH, narrow: float = _NARROW) -> tuple[str, ...]:
    """Cut *words* into as few and as even lines of at most *width* units, as long as `length` takes them to be.

    Lines end between words or phrases; within a phrase longer than a line where another script begins (まちづくり,
    推進, プログラム), or else between signs. Readings written in the words are left out.
    """

    def pieces(text: str, *finer: Callable[[str], Sequence[str]]) -> Iterator[str]:
        if not finer or length(text, glyph, narrow) <= width:
            yield text
        else:
            for one in finer[0](text):
                yield from pieces(one, *finer[1:])

    every = [one for word in _WORDS.findall(plain(words)) for one in pieces(word, _cut, _RUNS.findall, _SIGNS.findall)]
    return _evenly(every, width, glyph, narrow)


def _cut(word: str) -> Sequence[str]:
    return phrases(word) if _JAPANESE.search(word) else (word,)


def wrapped_reading(reading: str, width: float) -> tuple[str, ...]:
    """Cut a *reading*, which is drawn small, into lines of at most *width* units."""
    return _evenly(_SIGNS.findall(plain(reading)), width, _READING_GLYPH, _NARROW)


def _evenly(pieces: Sequence[str], width: float, glyph: float, narrow: float) -> tuple[str, ...]:
    """Put *pieces* into as few lines as *width* allows, and these as even as can be."""
    lines = _filled(pieces, width, glyph, narrow)
    least, most = 0, math.ceil(width)
    while len(lines) > 1 and most - least > 1:
        middle = (least + most) // 2
        if len(tried := _filled(pieces, middle, glyph, narrow)) == len(lines):
            lines, most = tried, middle
        else:
            least = middle
    return lines


def _filled(pieces: Iterable[str], width: float, glyph: float, narrow: float) -> tuple[str, ...]:
    lines = [""]
    for piece in pieces:
        if lines[-1].strip() and length(lines[-1] + piece, glyph, narrow) > width:
            lines.append("")
        lines[-1] += piece
    return tuple(line.strip() for line in lines if line.strip())


def placed(lines: tuple[str, ...], first: float, each: float) -> tuple[Line, ...]:
    """Put *lines* one under another: the *first* there, *each* so much lower than the one before."""
    return tuple((first + number * each, words) for number, words in enumerate(lines))


def length(words: str, glyph: float = _GLYPH, narrow: float = _NARROW) -> float:
    """Estimate how long *words* are drawn: full-width signs take a whole *glyph*, others a *narrow* part of it."""
    return glyph * sum(1 if ord(sign) >= 0x3000 else narrow for sign in plain(words))
