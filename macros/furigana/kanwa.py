"""pykakasi's dictionary, cut up by the first sign of its entries, so that only what is asked for is read of it."""

from __future__ import annotations

import contextlib
import gc
import marshal
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from pykakasi.kanji import Itaiji, Kanwa

from macros import installed

_Table = Mapping[int, Mapping[str, Sequence[tuple[str, list[str] | None]]]]
"""By first signs, words with their readings, each with the words after which it may stand (None: after any)"""


class Entries(NamedTuple):
    """The entries that begin with one sign: their *lengths*, from the longest, their *readings*, and exceptions.

    After certain words, a word has another reading: *after* gives them with those words.
    """

    lengths: tuple[int, ...]
    readings: dict[str, str]
    after: dict[str, list[tuple[str, list[str]]]]


_NONE = Entries((), {}, {})


@cache
def beginning_with(sign: str) -> Entries:
    """Give the entries that begin with a *sign* or what it is a variant of."""
    common = variants().convert(sign)
    kept = _kept()
    if kept is None:
        return _of_dictionary(common)
    return Entries(*marshal.loads(kept[common])) if common in kept else _NONE


def keep() -> None:
    """Cut the dictionary up, and keep it."""
    if _kept() is None:
        cut = {chr(sign): marshal.dumps(tuple(_of_dictionary(chr(sign)))) for sign in _dictionary()}
        half = _file().with_suffix(".next")
        with contextlib.suppress(OSError):
            half.parent.mkdir(parents=True, exist_ok=True)
            half.write_bytes(marshal.dumps(cut))
            half.replace(_file())


def _of_dictionary(sign: str) -> Entries:
    """Give the entries that begin with a *sign*; the first reading that fits is the one that pykakasi takes."""
    found = _dictionary().get(ord(sign), {}) if sign else {}
    readings, after = {}, {}
    for word, ways in found.items():
        free = next((at for at, (_, others) in enumerate(ways) if others is None), len(ways))
        if free < len(ways):
            readings[word] = ways[free][0]
        if free:
            after[word] = [(reading, others or []) for reading, others in ways[:free]]
    return Entries(tuple(sorted(set(map(len, found)), reverse=True)), readings, after)


@cache
def _kept() -> Mapping[str, bytes] | None:
    """Give the entries by their first signs, as Python writes them for itself; None where they cannot be read."""
    try:
        kept = marshal.loads(_file().read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return kept if isinstance(kept, dict) else None


def _file() -> Path:
    """Name the file in which they are kept; kept in another way, they need another name."""
    return installed.folder() / f"pykakasi-{version('pykakasi')}.{sys.implementation.cache_tag}"


@cache
def variants() -> Itaiji:
    """Give the table of signs that are variants of others."""
    return Itaiji()  # type: ignore[no-untyped-call]


@cache
def _dictionary() -> _Table:
    """Load the dictionary; Python's memory manager would look through what is read of it again and again."""
    looking = gc.isenabled()
    gc.disable()
    try:
        table: _Table = Kanwa()._jisyo_table  # type: ignore[no-untyped-call]
    finally:
        if looking:
            gc.enable()
    return table
