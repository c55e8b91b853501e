"""Words in figures: how wide they are drawn, and lines that fit a width."""

from __future__ import annotations

import re

from macros.furigana import plain

_NEVER_FIRST = "、。・)）」』ー"
_GLYPH = 17
"""How wide a full-width sign is in most figures"""


def wrapped(words: str, width: float, glyph: float = _GLYPH) -> tuple[str, ...]:
    """Cut *words*, whose full-width signs are *glyph* wide, into lines of at most *width* units.

    Lines end between words where there are spaces, else between signs; readings written in the words are left out.
    """
    lines = [""]
    for piece in re.findall(r"[\u3000-\uffef]|[^\s\u3000-\uffef]+|\s", plain(words)):
        if lines[-1].strip() and length(lines[-1] + piece, glyph) > width and piece not in _NEVER_FIRST:
            lines.append("")
        lines[-1] += piece
    return tuple(line.strip() for line in lines if line.strip())


def length(words: str, glyph: float = _GLYPH, narrow: float = 0.5) -> float:
    """Estimate how long *words* are drawn: full-width signs take a whole *glyph*, others a *narrow* part of it."""
    return glyph * sum(1 if ord(sign) >= 0x3000 else narrow for sign in plain(words))
