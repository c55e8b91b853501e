"""Ask pykakasi for nothing but the words of a text and their hiragana.

Kakasi.convert also spells each word in katakana and in three kinds of Latin letters, tries every entry of its
dictionary that begins with a kanji, and asks of each sign by itself what it is. Here its dictionary and its kinds of
signs are looked at in its way, and give the same words and hiragana in a sixth of the time; what stands seldom in a
text is left to itself.
"""

from __future__ import annotations

import contextlib
import gc
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from pykakasi import Kakasi
from pykakasi.kanji import Itaiji, Kanwa
from pykakasi.properties import Ch
from pykakasi.scripts import A2, H2, K2, Sym2

from macros.furigana.kana import TO_HIRAGANA, VARIANT_MARKS

_Entries = dict[str, list[tuple[str, list[str] | None]]]

END, LONG, KATAKANA, HIRAGANA, LATIN, SYMBOL, KANJI = range(7)
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


def said(text: str) -> tuple[Said, ...]:
    """Give the words of *text* with their hiragana; none where pykakasi itself fails (a variant mark after kana)."""
    if not _VARIANT_MARK.search(text):
        with contextlib.suppress(_SeldomError):
            return tuple(_words(text))
    with contextlib.suppress(IndexError):
        return tuple(Said(one["orig"], one["hira"]) for one in _whole().convert(text) if one["orig"])
    return ()


class _SeldomError(Exception):
    """Raised for a sign that is rare in a text."""


def _words(text: str) -> Iterator[Said]:
    """Walk through *text* as Kakasi.convert does, by rows of signs. Raises _SeldomError."""
    written = read = ""
    before, at, end = KANJI, 0, len(text)
    while at < end:
        sign = text[at]
        kind = _kind(sign)
        if kind == KANJI:
            if written:
                yield _said(written, read)
            read, length = _entry(text, at, written)
            written = text[at : at + length]
            if not length:
                yield Said(sign, "")
                length = 2  # it passes over what follows a kanji that it does not know
            before = kind
        else:
            length = 1
            while kind in _IN_ROWS and at + length < end and _kind(text[at + length]) == kind:
                length += 1
            row = text[at : at + length]
            if kind == LONG or (kind == before and kind in _IN_ROWS):
                written, read = written + row, read + row
            else:
                if written:
                    yield _said(written, read)
                written = read = row
                if kind == before == SYMBOL:
                    yield _said(row, row)
                    written = read = ""
            before = before if kind == LONG else SYMBOL if kind == END else kind
        at += length
    if written:
        yield _said(written, read)


@cache
def _kind(sign: str) -> int:
    """Say what pykakasi takes a *sign* for, asking in its order. Raises _SeldomError, for narrow kana too."""
    if sign in Ch.endmark:
        return END
    if sign >= _FIRST_NARROW:
        raise _SeldomError
    if sign in Ch.long_symbols:
        return LONG
    for kind, signs in _REGIONS.items():
        if signs(sign):
            return kind
    if _FIRST_KANJI <= sign < _AFTER_KANJI or _variants().convert(sign) not in ("", sign):
        return KANJI
    raise _SeldomError


@cache
def _said(written: str, read: str) -> Said:
    return Said(written, read.translate(TO_HIRAGANA))


def _entry(text: str, at: int, before: str) -> tuple[str, int]:
    """Give the reading and the length of the longest entry that *text* goes on with, as it may stand after *before*."""
    entries, longest = _beginning_with(text[at])
    common = _variants().convert(text[at : at + longest])
    for length in range(len(common), 0, -1):
        for reading, after in entries.get(common[:length], ()):
            if after is None or before in after:
                return reading, length
    return "", 0


@cache
def _beginning_with(sign: str) -> tuple[_Entries, int]:
    """Give the entries that begin with a *sign* or what it is a variant of, and how long the longest is."""
    common = _variants().convert(sign)
    entries = (_dictionary().load(common) if common else None) or {}
    return entries, max(map(len, entries), default=0)


@cache
def _variants() -> Itaiji:
    return Itaiji()  # type: ignore[no-untyped-call]


@cache
def _dictionary() -> Kanwa:
    """Load the dictionary; Python's memory manager would look through what is read of it again and again."""
    looking = gc.isenabled()
    gc.disable()
    try:
        return Kanwa()  # type: ignore[no-untyped-call]
    finally:
        if looking:
            gc.enable()


@cache
def _whole() -> Kakasi:
    return Kakasi()  # type: ignore[no-untyped-call]
