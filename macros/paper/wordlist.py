"""Find where the words of a word list begin in a text, so that paper can say on which pages they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from macros.paper.said import Leaf, words_of


def marked(leaf: Leaf, words: Sequence[str]) -> list[Leaf]:
    """Cut *leaf* after the first sign of each of the *words*, so that it can be marked there.

    A mark before a word could stay at the end of the page before. The pieces keep the leaf's id and place, and join
    to it again; a piece says in "word" which word (by its number) has just begun, or -1.
    """
    text = words_of(leaf)
    starts = {at: number for number, word in enumerate(words) if (at := text.find(word)) >= 0}
    pieces: list[Leaf] = [{**leaf, "say": [], "word": -1}]
    for segment, number in _cut(leaf["say"], starts):
        pieces[-1]["say"].append(segment)
        if number >= 0:
            pieces.append({**leaf, "say": [], "word": number})
    return pieces if pieces[-1]["say"] or pieces[-1]["word"] >= 0 else pieces[:-1]


def _cut(segments: Sequence[Any], starts: Mapping[int, int]) -> Iterator[tuple[Any, int]]:
    """Give the segments in pieces, each with the number of the word whose first sign it ends with, or -1."""
    at = 0
    for segment in segments:
        base = segment if isinstance(segment, str) else segment[0]
        inside = [start for start in sorted(starts) if at <= start < at + len(base)]
        if isinstance(segment, str):
            last = at
            for start in inside:
                yield base[last - at : start - at + 1], starts[start]
                last = start + 1
            if last < at + len(base):
                yield base[last - at :], -1
        else:
            yield segment, starts[inside[0]] if inside else -1
        at += len(base)
