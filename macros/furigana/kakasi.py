"""Ask pykakasi for nothing but the words of a text and their hiragana.

Kakasi.convert also spells each word in katakana and in three kinds of Latin letters, tries every entry of its
dictionary that begins with a kanji, and asks of each sign by itself what it is. Here its dictionary and its kinds of
signs are looked at in its way, and give the same words and hiragana in a fraction of the time; a text with signs that
are rare is left to itself.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from pykakasi import Kakasi
from pykakasi.properties import Ch
from pykakasi.scripts import A2, H2, K2, Sym2

from macros.furigana.kana import TO_HIRAGANA, VARIANT_MARKS
from macros.furigana.kanwa import beginning_with, variants

END, LONG, KATAKANA, HIRAGANA, LATIN, SYMBOL, KANJI = range(7)
_SAFE = re.compile("[\u0020-\u007e\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]+")
"""Stretches that pykakasi gives back whole; it loses or doubles other characters (𠮷, 﨑, line ends, emoji)."""

_REGIONS: Mapping[int, Callable[[str], bool]] = {
    KATAKANA: K2.isRegion,
    HIRAGANA: H2.isRegion,
    LATIN: A2.isRegion,
    SYMBOL: Sym2.isRegion,
}
_VARIANT_MARK = re.compile(f"[{VARIANT_MARKS}]")
_FIRST_KANJI, _AFTER_KANJI = "\u3400", "\ue000"
_FIRST_NARROW = "\uff66"
_IN_ROWS = frozenset((KATAKANA, HIRAGANA, LATIN))
"""Kinds of signs that make one word where they follow each other"""


class Said(NamedTuple):
    """A word as pykakasi cuts it, and how it reads it."""

    written: str
    hiragana: str


def heard(text: str) -> list[tuple[int, Said]]:
    """Give the words of *text*, each with where it begins, but nothing of signs that pykakasi loses or doubles."""
    found = []
    for stretch in _SAFE.finditer(text):
        words, at = said(stretch[0]), stretch.start()
        if "".join([word.written for word in words]) == stretch[0]:
            for word in words:
                found.append((at, word))
                at += len(word.written)
    return found


def said(text: str) -> tuple[Said, ...]:
    """Give the words of *text* with their hiragana; none where pykakasi itself fails (a variant mark after kana)."""
    if not _VARIANT_MARK.search(text):
        with contextlib.suppress(_RareError):
            return tuple(_words(text))
    with contextlib.suppress(IndexError):
        return tuple(Said(one["orig"], one["hira"]) for one in _whole().convert(text) if one["orig"])
    return ()


class _RareError(Exception):
    """Raised for a sign that is rare."""


def _words(text: str) -> list[Said]:
    """Walk through *text* as Kakasi.convert does, by rows of signs; most kinds are rows of one. Raises _RareError."""
    found = []
    written = read = ""
    before, at, last = KANJI, 0, len(text)
    while at < last:
        kind, end = _kind(text[at]), at + 1
        while kind in _IN_ROWS and end < last and _kind(text[end]) == kind:
            end += 1
        row = text[at:end]
        if kind == LONG or (kind == before and kind in _IN_ROWS):
            written, read = written + row, read + row
        else:
            if written:
                found.append(_said(written, read))
            if kind == KANJI:
                read, length = _entry(text, at, written)
                written = text[at : at + length]
                if not length:
                    found.append(Said(row, ""))
                end = at + (length or 2)  # it passes over what follows a kanji that it does not know
            elif kind == before == SYMBOL:
                found.append(_said(row, row))
                written = read = ""
            else:
                written = read = row
            before = SYMBOL if kind == END else kind
        at = end
    if written:
        found.append(_said(written, read))
    return found


@cache
def _kind(sign: str) -> int:
    """Say what pykakasi takes a *sign* for, asking in its order. Raises _RareError, for narrow kana too."""
    if sign in Ch.endmark:
        return END
    if sign >= _FIRST_NARROW:
        raise _RareError
    if sign in Ch.long_symbols:
        return LONG
    for kind, signs in _REGIONS.items():
        if signs(sign):
            return kind
    if _FIRST_KANJI <= sign < _AFTER_KANJI or variants().convert(sign) not in ("", sign):
        return KANJI
    raise _RareError


@cache
def _said(written: str, read: str) -> Said:
    return Said(written, read.translate(TO_HIRAGANA))


def _entry(text: str, at: int, before: str) -> tuple[str, int]:
    """Give the reading and the length of the longest entry that *text* goes on with, as it may stand after *before*."""
    entries = beginning_with(text[at])
    longest = entries.lengths[0] if entries.lengths else 0
    common = variants().convert(text[at : at + longest])
    for length in entries.lengths:
        word = common[:length]
        if entries.after:
            for reading, others in entries.after.get(word, ()):
                if before in others:
                    return reading, len(word)
        if word in entries.readings:
            return entries.readings[word], len(word)
    return "", 0


@cache
def _whole() -> Kakasi:
    return Kakasi()  # type: ignore[no-untyped-call]
