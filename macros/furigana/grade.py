"""Tell which words a reader of some school grade needs readings for."""

from __future__ import annotations

from functools import cache

from macros.furigana.kana import KANJI
from macros.furigana.split import Piece, has_whole_word
from macros.furigana.tables import grades

HIGHEST = 6


def is_hard(word: str) -> bool:
    """Say whether *word* has a kanji that primary school does not teach."""
    return _grade(word) > HIGHEST


@cache
def is_needed(word: str, pieces: tuple[Piece, ...], known: int) -> bool:
    """Say whether a reader who knows the kanji up to the grade *known* needs the reading of *word*.

    Any kanji not taught yet makes the whole word need it; words of 付表, and digits read with their counter, always do.
    """
    digits = any(word[one.start].isdecimal() for one in pieces)
    return _grade(word) > known or digits or has_whole_word(word, pieces)


@cache
def _grade(word: str) -> int:
    """Give the grade in which the last of the word's kanji is taught; one above the highest where it never is."""
    return max((grades().get(one, HIGHEST + 1) for one in word if KANJI.match(one) and one not in "々〇"), default=0)
