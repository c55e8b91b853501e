"""What the engine gives: plain text and ruby, in order, which join to the text again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Split = Literal["word", "kanji"]


class Ruby(NamedTuple):
    """A reading over a base: kanji, or digits with their counter where these are read together (20日 はつか)."""

    base: str
    """The written text: one kanji run of a word, or one kanji or inseparable group where split by kanji."""
    reading: str
    """The reading in hiragana."""
    word: str
    """The whole word that the base belongs to (取り組む for 取 and for 組)."""
    hard: bool
    """Whether the word has a kanji outside the 1,026 taught in primary school."""
    printed: bool = False
    """Whether the source itself prints the reading, which then carries meaning and is shown always."""


Segment = str | Ruby


def joined(segments: Iterable[Segment]) -> str:
    """Give the text that the segments stand for."""
    return "".join(one if isinstance(one, str) else one.base for one in segments)
