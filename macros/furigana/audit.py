"""Compare both engines over everything that is published, and list what nobody has decided yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from macros.furigana.furigana import Doubt, Furigana
from macros.furigana.published import Published

_CONTEXT = 12
"""Characters shown on either side of a word."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a word in doubt stands: the text, and how often the word came before in it, from 1."""

    text: Published
    number: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A word and reading in doubt, once, with everywhere it occurs."""

    word: str
    reading: str
    second: str | None
    locked: tuple[str, ...]
    context: str
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found, and how many distinct words with their readings it looked at."""

    words: int
    approved: int
    disagreements: tuple[Disagreement, ...]


def audit(engine: Furigana, texts: Sequence[Published] | None = None) -> Audit:
    """Look at every word of *texts*, or of every published text."""
    looked_at = engine.texts if texts is None else texts
    seen: set[tuple[str, str]] = set()
    approved: set[tuple[str, str]] = set()
    found: dict[tuple[str, str], list[tuple[Doubt, Occurrence]]] = defaultdict(list)
    for text in looked_at:
        counts: dict[str, int] = defaultdict(int)
        for word in engine.seen(text.text):
            key = (word.spot.word, word.word.reading)
            seen.add(key)
            counts[word.spot.word] += 1
            if engine.is_approved(word):
                approved.add(key)
            if doubt := engine.doubt(word):
                found[key].append((doubt, Occurrence(text, counts[word.spot.word])))
    listed = [
        Disagreement(
            word,
            reading,
            doubts[0][0].second,
            doubts[0][0].locked,
            _context(doubts[0][0]),
            tuple(one for _, one in doubts),
        )
        for (word, reading), doubts in found.items()
    ]
    listed.sort(key=lambda one: (-len(one.occurrences), one.word, one.reading))
    return Audit(len(seen), len(approved), tuple(listed))


def readings_of(engine: Furigana, word: str) -> dict[str, list[Occurrence]]:
    """Give every reading that the engine gives a *word* in what is published, with where it does."""
    found: dict[str, list[Occurrence]] = defaultdict(list)
    for text in engine.texts:
        if word not in text.text and "{" not in text.text and not word[:1].isdecimal():
            continue
        number = 0
        for seen in engine.seen(text.text):
            if seen.spot.word == word:
                number += 1
                found[seen.word.reading].append(Occurrence(text, number))
    return found


def _context(doubt: Doubt) -> str:
    at = doubt.context.find(doubt.word)
    if at < 0:
        return doubt.context[: 2 * _CONTEXT]
    until = at + len(doubt.word)
    before, after = doubt.context[max(0, at - _CONTEXT) : at], doubt.context[until : until + _CONTEXT]
    return f"{before}【{doubt.word}】{after}"
