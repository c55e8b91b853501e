"""The engine as other rooms use it: segments of a text, and the words in it whose reading is in doubt."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from macros.furigana.analysis import Analysis, Written, written
from macros.furigana.approval import Approval, Spot
from macros.furigana.cache import Cache
from macros.furigana.lexicon import Lexicon
from macros.furigana.notation import Given, plain
from macros.furigana.ruby import Segment, Split
from macros.furigana.segments import segments_of
from macros.furigana.sentence import sentences
from macros.furigana.settled import Settled
from macros.furigana.version import engine_version
from macros.furigana.words import APPROVED, Word

if TYPE_CHECKING:
    from macros.furigana.published import Published
    from macros.guideline.model import Guide, Library, LockedReading
    from macros.guideline.problems import Place

CACHE = Path(__file__).resolve().parents[2] / "build" / "furigana"
_KIND = "settled"
_SHARE = 64
"""Texts after which a process tells the others what it has found"""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word whose reading nobody vouches for, and which is therefore shown without one."""

    word: str
    reading: str
    """As the engine reads it; empty where it cannot."""
    second: str | None
    """As the second opinion reads it; None where it agrees and only the lock does not."""
    locked: tuple[str, ...]
    """Other readings locked for this word, which has changed since."""
    start: int
    """Where the word stands in the plain text."""
    end: int
    context: str
    """The sentence in which it stands."""
    place: Place | None
    """Where that sentence is written in the data, None where it is not written there as such."""


class Seen(NamedTuple):
    """A word as it stands in a text: the word, its place in the text, its sentence, its number there."""

    word: Word
    start: int
    spot: Spot


class Furigana:
    """Reads Japanese with one lexicon, and knows which readings are approved."""

    def __init__(
        self,
        entries: Iterable[tuple[str, str]] = (),
        locked: Iterable[LockedReading] = (),
        texts: Callable[[Collection[str] | None], Iterable[Published]] = lambda _: (),
        *,
        cache: Cache | Path | None = CACHE,
    ) -> None:
        """Take *entries* (words and readings) and *locked* readings.

        *texts* gives what is published: those at some addresses, perhaps with others, or every one for None.
        """
        self._published = texts
        own = {plain(word): reading for word, reading in entries}
        self._lexicon = Lexicon((word, reading) for word, reading in own.items() if len(word) > 1)
        self._approval = Approval(own, locked, texts)
        self._cache = cache if isinstance(cache, Cache) else Cache(cache, engine_version())
        self._analysis = Analysis(self._lexicon, self._cache)
        self._shown: dict[tuple[str, tuple[Given, ...]], tuple[Word, ...]] = {}
        self._segments: dict[tuple[object, ...], tuple[Segment, ...]] = {}

    @classmethod
    def of(cls, library: Library, guide: Guide | None = None, *, cache: Cache | Path | None = CACHE) -> Self:
        """Give the engine for the pages of *guide*, or for those that all guides share where it is None."""
        from macros.furigana.published import locked, of_library, readings

        texts = partial(of_library, library, guide)
        return cls(readings(library, guide), locked(library, guide), texts, cache=cache)

    @cached_property
    def texts(self) -> Sequence[Published]:
        """Every text that is published with this engine."""
        return tuple(self._published(None))

    @cached_property
    def mark(self) -> str:
        """Name everything on which the reading of a text depends."""
        told = f"{engine_version()} {self._lexicon.version()} {self._approval.told()}"
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def segments(
        self, text: str, *, grade: int | None = None, split: Split = "word", trust: bool = True
    ) -> tuple[Segment, ...]:
        """Give *text* as plain text and ruby, whose bases and texts join to the plain text again.

        With a *grade* only words with kanji not taught by then have ruby (and words of 付表 always).
        *split* "kanji" gives each kanji its own ruby where the reading can be divided.
        Words whose reading is in doubt stay plain, unless *trust* is false.
        """
        found: list[Segment] = []
        for _, sentence, given in written(text):
            for one in self._laid(sentence, given, grade, split, trust):
                if found and isinstance(one, str) and isinstance(last := found[-1], str):
                    found[-1] = last + one
                else:
                    found.append(one)
        return tuple(found)

    def doubts(self, text: str) -> tuple[Doubt, ...]:
        """Give the words of *text* whose reading is neither approved nor shared by the second opinion."""
        return tuple(doubt for seen in self.seen(text) if (doubt := self.doubt(seen)))

    def doubt(self, seen: Seen) -> Doubt | None:
        """Give what is in doubt about a word, or None where its reading is approved or shared."""
        if self._is_trusted(seen):
            return None
        spot = seen.spot
        return Doubt(
            spot.word,
            seen.word.reading,
            self.second(seen),
            self._approval.locked(spot),
            seen.start,
            seen.start + seen.word.end - seen.word.start,
            spot.sentence,
            self._places.get(spot.sentence),
        )

    def second(self, seen: Seen) -> str | None:
        """Give the second opinion on a word: None where it agrees, else its own reading."""
        return None if seen.word.source in APPROVED else self._analysis.second(seen.spot.sentence, seen.word)

    def seen(self, text: str) -> Iterator[Seen]:
        """Give every word with kanji of a text, in its order."""
        for at, sentence, given in written(text):
            yield from _spotted(sentence, self._analysis.words(sentence, given), at)

    @property
    def unsettled(self) -> tuple[Published, ...]:
        """The published texts but those in which nothing was in doubt when they were last looked at."""
        settled = Settled(self._cache, _KIND, self.mark)
        return tuple(one for one in self.texts if one.text not in settled)

    def settle(self, doubted: Iterable[str]) -> None:
        """Remember that no published text but those *doubted* holds anything in doubt."""
        settled = {one.text for one in self.texts}.difference(doubted)
        Settled(self._cache, _KIND, self.mark).keep(settled)

    def in_doubt(self, texts: Sequence[Published]) -> list[Published]:
        """Give those of *texts* that hold a word in doubt.

        They are looked at in an order of this engine's own, and what other processes have found by then is used:
        those that check other guides read many of the same texts at the same time.
        """
        shares = [texts[start : start + _SHARE] for start in range(0, len(texts), _SHARE)]
        random.Random(self._lexicon.version()).shuffle(shares)
        found: set[Published] = set()
        for share in shares:
            cut = [tuple(written(one.text)) for one in share]
            self._analysis.expect(chain.from_iterable(cut))
            found.update(one for one, sentences in zip(share, cut, strict=True) if not self._are_trusted(sentences))
            self._cache.save()
        return [one for one in texts if one in found]

    def is_approved(self, seen: Seen) -> bool:
        """Say whether a person wrote or locked the reading of a word as it stands there."""
        return seen.word.source in APPROVED or self._approval.says(seen.spot, seen.word.reading) is True

    def save(self) -> None:
        """Write the cache to the disk now; it is written at the end of the program in any case."""
        self._cache.save()

    def _laid(
        self, sentence: str, given: tuple[Given, ...], grade: int | None, split: Split, trust: bool
    ) -> tuple[Segment, ...]:
        """Give a *sentence* in segments; it is remembered, because many pages hold the same."""
        key = (sentence, given, grade, split, trust)
        laid = self._segments.get(key)
        if laid is None:
            words = self._trusted(sentence, given) if trust else self._analysis.words(sentence, given)
            laid = self._segments[key] = tuple(segments_of(sentence, words, grade, split))
        return laid

    def _trusted(self, sentence: str, given: tuple[Given, ...]) -> tuple[Word, ...]:
        """Give the words of a *sentence* that are shown with their reading."""
        key = (sentence, given)
        words = self._shown.get(key)
        if words is None:
            seen = _spotted(sentence, self._analysis.words(sentence, given), 0)
            words = self._shown[key] = tuple(one.word for one in seen if self._is_trusted(one))
        return words

    def _are_trusted(self, sentences: Iterable[Written]) -> bool:
        return all(
            len(self._trusted(sentence, given)) == len(self._analysis.words(sentence, given))
            for _, sentence, given in sentences
        )

    def _is_trusted(self, seen: Seen) -> bool:
        word = seen.word
        if not word.pieces or word.source in APPROVED:
            return bool(word.pieces)
        approved = self._approval.says(seen.spot, word.reading)
        return self._analysis.second(seen.spot.sentence, word) is None if approved is None else approved

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        found: dict[str, Place] = {}
        for text in self.texts:
            for _, sentence in sentences(plain(text.text)):
                found.setdefault(sentence, text.place)
        return found


def _spotted(sentence: str, words: Iterable[Word], at: int) -> Iterator[Seen]:
    """Say where the *words* of a *sentence* stand, which begins *at* a place of its text."""
    counts: dict[str, int] = {}
    for word in words:
        written = "".join(sentence[word.start : word.end].split())
        number = counts.get(written, 0)
        counts[written] = number + 1
        yield Seen(word, at + word.start, Spot(sentence, written, number))
