"""Ask pykakasi for nothing but the words of a text and their hiragana.

Kakasi.convert also spells each word in katakana and in three kinds of Latin letters, and tries every entry of its
dictionary that begins with a kanji; these two parts of it are put in place of its own and give the same words and
hiragana in a quarter of the time.
"""

from __future__ import annotations

import gc
import re
from functools import cache, lru_cache
from typing import NamedTuple

from pykakasi import Kakasi
from pykakasi.kanji import JConv
from pykakasi.scripts import IConv

from macros.furigana.kana import VARIANT_MARKS

_Entries = dict[str, list[tuple[str, list[str] | None]]]

_KEPT = 4096
_VARIANT_MARK = re.compile(f"[{VARIANT_MARKS}]")
_HIRAGANA = re.compile("[ぁ-ゖ]*")


class Said(NamedTuple):
    """A word as pykakasi cuts it, and how it reads it."""

    written: str
    hiragana: str


def said(text: str) -> tuple[Said, ...]:
    """Give the words of *text* with their hiragana."""
    return tuple(Said(one["orig"], one["hira"]) for one in _kakasi().convert(text)) if text else ()


class _Dictionary(JConv):
    """Finds the longest entry of the dictionary that a text begins with."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # it has no types
        self._known: dict[str, tuple[_Entries, int]] = {}

    def convert(self, itext: str, btext: str) -> tuple[str, int]:  # type: ignore[override]  # theirs remembers
        """Give the reading of the entry and its length, as it may stand after *btext*."""
        entries, longest = self._known.get(itext[0]) or self._beginning_with(itext[0])
        if not entries or _VARIANT_MARK.search(itext):  # which are counted by the class itself
            known: tuple[str, int] = super().convert(itext, btext)
            return known
        text = self._itaiji.convert(itext[:longest])
        for length in range(len(text), 0, -1):
            for reading, after in entries.get(text[:length], ()):
                if after is None or btext in after:
                    return reading, length
        return "", 0

    def _beginning_with(self, sign: str) -> tuple[_Entries, int]:
        """Give the entries that begin with a *sign* or what it is a variant of, and how long the longest is."""
        common = self._itaiji.convert(sign)
        entries = (self._kanwa.load(common) if common else None) or {}
        found = self._known[sign] = entries, max(map(len, entries), default=0)
        return found


class _Hiragana(IConv):
    """Writes a word in hiragana, and in no other way."""

    @lru_cache(maxsize=_KEPT)  # noqa: B019  there is one, which lives as long as the program
    def convert(self, otext: str, hira: str) -> dict[str, str]:
        """Give the word as written and in hiragana."""
        return {"orig": otext, "hira": hira if _HIRAGANA.fullmatch(hira) else self._k2h(hira)}


@cache
def _kakasi() -> Kakasi:
    """Load the dictionary; Python's memory manager would look through what is read of it again and again."""
    looking = gc.isenabled()
    gc.disable()
    try:
        kakasi = Kakasi()  # type: ignore[no-untyped-call]
        kakasi._jconv, kakasi._iconv = _Dictionary(), _Hiragana()  # type: ignore[no-untyped-call]
    finally:
        if looking:
            gc.enable()
    return kakasi
