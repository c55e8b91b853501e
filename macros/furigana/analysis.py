"""What one lexicon makes of sentences: their words, and the second opinion on each; looked at once, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from macros.furigana.cache import Cache
from macros.furigana.lexicon import Lexicon
from macros.furigana.notation import Given, parse
from macros.furigana.opinion import opinions
from macros.furigana.sentence import sentences
from macros.furigana.split import Piece
from macros.furigana.words import Word, words_of

_KIND = "sentence"


class Found(NamedTuple):
    """The words of a sentence, and the second opinion on each, where it was asked for."""

    words: tuple[Word, ...]
    opinions: tuple[str | None, ...] | None = None


class Written(NamedTuple):
    """A sentence as a text holds it: where it begins in the plain text, its words, the readings given in it."""

    at: int
    sentence: str
    given: tuple[Given, ...]


class Analysis:
    """Words and opinions of sentences as *lexicon* has them, kept in *cache*, which other lexicons may share."""

    def __init__(self, lexicon: Lexicon, cache: Cache) -> None:
        self._lexicon = lexicon
        self._cache = cache
        self._entries: dict[str, str] = {}
        self._found: dict[tuple[str, tuple[Given, ...]], Found] = {}

    def words(self, sentence: str, given: tuple[Given, ...] = ()) -> tuple[Word, ...]:
        """Give the words with kanji of a *sentence* in which these readings are *given*."""
        found = self._found.get((sentence, given))
        if found is None:
            key = self._key(sentence, _told(given))
            found = self._kept(key, lambda: Found(words_of(sentence, given, self._lexicon)))
            self._found[sentence, given] = found
        return found.words

    def second(self, sentence: str, word: Word) -> str | None:
        """Give the second opinion on a *word* of a *sentence*: None where it agrees, else its own reading."""
        words = self.words(sentence)
        if word not in words:  # beside a reading written in the text, words may be cut otherwise
            return self._alone(sentence, word)
        said = self._found[sentence, ()].opinions
        if said is None:
            said = opinions(sentence, words)
            self._found[sentence, ()] = found = Found(words, said)
            self._cache.put(_KIND, self._key(sentence), found)
        return said[words.index(word)]

    def expect(self, sentences: Iterable[Written]) -> None:
        """Read from the cache at once what it keeps of *sentences*, which are about to be read."""
        keys = []
        for one in sentences:
            keys.append(self._key(one.sentence))
            if one.given:
                keys.append(self._key(one.sentence, _told(one.given)))
        self._cache.fetch((_KIND, key) for key in keys)

    def _alone(self, sentence: str, word: Word) -> str | None:
        key = self._key(sentence, repr((word,)))
        found = self._kept(key, lambda: Found((word,), opinions(sentence, (word,))))
        return found.opinions[0] if found.opinions else None

    def _kept(self, key: str, find: Callable[[], Found]) -> Found:
        """Give what is kept under *key*, or *find* it out and keep it."""
        known: Found | None = self._cache.get(_KIND, key, _found)
        if known is None:
            known = find()
            self._cache.put(_KIND, key, known)
        return known

    def _key(self, sentence: str, more: str = "") -> str:
        """Name all on which the words of a *sentence* depend: most sentences are the same with every lexicon."""
        entries = self._entries.get(sentence)
        if entries is None:
            entries = self._entries[sentence] = self._lexicon.within(sentence)
        return f"{entries}\0{more}\0{sentence}"


def written(text: str) -> Iterator[Written]:
    """Give the sentences of *text*, which may hold readings."""
    plain_text, given = parse(text)
    for at, sentence in sentences(plain_text):
        yield Written(at, sentence, _within(given, at, at + len(sentence)))


def _within(given: Sequence[Given], start: int, end: int) -> tuple[Given, ...]:
    """Give the readings *given* between two places, as seen from the first."""
    if not given:
        return ()
    return tuple(
        one._replace(start=one.start - start, end=one.end - start)
        for one in given
        if start <= one.start and one.end <= end
    )


def _told(given: Sequence[Given]) -> str:
    return repr(given) if given else ""


def _found(kept: Sequence[Any]) -> Found:
    """Make of what JSON gives back what it was written from."""
    words, said = kept
    return Found(
        tuple(
            Word(start, end, reading, source, tuple(Piece(*one) for one in pieces))
            for start, end, reading, source, pieces in words
        ),
        said if said is None else tuple(said),
    )
