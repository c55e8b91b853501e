"""pykakasi's dictionary, cut up by the first sign of its entries, so that only what is asked for is read of it."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version

from pykakasi.kanji import Itaiji, Kanwa

from macros import installed
from macros.furigana.cache import Cache

Entries = dict[str, list[tuple[str, list[str] | None]]]
"""Words with their readings, each with the words after which it may stand (None: after any)"""

_KIND, _SIGNS = "entries", "signs"
"""The names of how they are kept (another way needs another name), and of the signs that there are entries for"""


@cache
def beginning_with(sign: str) -> tuple[Entries, int]:
    """Give the entries that begin with a *sign* or what it is a variant of, and how long the longest is."""
    common = variants().convert(sign)
    entries: Entries | None = _kept().get(_KIND, common)
    if entries is None:
        signs = _kept().get(_SIGNS, "")
        entries = _of_dictionary(common) if signs is None or common in signs else {}
    return entries, max(map(len, entries), default=0)


def keep() -> None:
    """Cut the dictionary up, and keep it."""
    if _kept().get(_SIGNS, "") is None:
        signs = "".join(map(chr, _dictionary()))
        for sign in signs:
            _kept().put(_KIND, sign, _of_dictionary(sign))
        _kept().put(_SIGNS, "", signs)
        _kept().save()


def _of_dictionary(sign: str) -> Entries:
    """Give the entries that begin with a *sign*, without readings that another one comes before in any case."""
    found = _dictionary().get(ord(sign), {}) if sign else {}
    return {word: readings if readings[0][1] else readings[:1] for word, readings in found.items()}


@cache
def _kept() -> Cache:
    return Cache(installed.folder(), f"pykakasi-{version('pykakasi')}")


@cache
def variants() -> Itaiji:
    """Give the table of signs that are variants of others."""
    return Itaiji()  # type: ignore[no-untyped-call]


@cache
def _dictionary() -> Mapping[int, Entries]:
    """Load the dictionary; Python's memory manager would look through what is read of it again and again."""
    looking = gc.isenabled()
    gc.disable()
    try:
        table: Mapping[int, Entries] = Kanwa()._jisyo_table  # type: ignore[no-untyped-call]
    finally:
        if looking:
            gc.enable()
    return table
