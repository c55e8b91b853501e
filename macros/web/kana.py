"""Write words as they are read, for figures and tooltips, where no ruby can stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from macros.furigana import Ruby, Segment
from macros.guideline.model import Guide


class Reader(Protocol):
    """What cuts Japanese into words and readings."""

    def segments(self, text: str) -> Sequence[Segment]:
        """Cut *text* into plain strings and words with readings."""


Readers = Callable[[Guide | None], Reader]


def of(words: str, reader: Reader) -> str:
    """Give *words* with kanji written as their readings, or nothing where no reading is known."""
    segments = reader.segments(words)
    if not any(isinstance(one, Ruby) for one in segments):
        return ""
    return "".join(one.reading if isinstance(one, Ruby) else one for one in segments)


def is_hard(words: str, reader: Reader) -> bool:
    """Say whether a word of *words* goes beyond the kanji taught at school."""
    return any(isinstance(one, Ruby) and one.hard for one in reader.segments(words))
