"""What one lexicon makes of sentences: their words, and the second opinion on each; looked at once, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from macros.furigana.cache import Cache
from macros.furigana.lexicon import Lexicon
from macros.furigana.notation import Given, parse
from macros.furigana.opinion import opinions
from macros.furigana.sentence import sentences
from macros.furigana.split import Piece
from macros.furigana.words import Word, words_of

T = TypeVar("T")

Opinions = Sequence[str | None]

_WORDS, _OPINIONS = "words", "opinions"


class Analysis:
    """Words and opinions of sentences as *lexicon* has them, kept in *cache*, which other lexicons may share."""

    def __init__(self, lexicon: Lexicon, cache: Cache) -> None:
        self._lexicon = lexicon
        self._cache = cache
        self._entries: dict[str, str] = {}
        self._words: dict[tuple[str, tuple[Given, ...]], tuple[Word, ...]] = {}
        self._opinions: dict[str, Opinions] = {}

    def words(self, sentence: str, given: tuple[Given, ...] = ()) -> tuple[Word, ...]:
        """Give the words with kanji of a *sentence* in which these readings are *given*."""
        words = self._words.get((sentence, given))
        if words is None:
            key = self._key(sentence, _told(given))
            words = self._kept(_WORDS, key, lambda: words_of(sentence, given, self._lexicon), _words)
            self._words[sentence, given] = words
        return words

    def second(self, sentence: str, word: Word) -> str | None:
        """Give the second opinion on a *word* of a *sentence*: None where it agrees, else its own reading."""
        words = self.words(sentence)
        if word in words:
            return self._of_all(sentence, words)[words.index(word)]
        alone = (word,)  # beside a reading written in the text, words may be cut otherwise
        key = self._key(sentence, repr(alone))
        return self._kept(_OPINIONS, key, lambda: opinions(sentence, alone), _opinions)[0]

    def expect(self, texts: Iterable[str]) -> None:
        """Read from the cache at once what it keeps of *texts*, which are about to be read."""
        keys = []
        for text in texts:
            plain_text, given = parse(text)
            for at, sentence in sentences(plain_text):
                keys.append(self._key(sentence))
                if here := within(given, at, at + len(sentence)):
                    keys.append(self._key(sentence, _told(here)))
        self._cache.fetch((kind, key) for key in keys for kind in (_WORDS, _OPINIONS))

    def _of_all(self, sentence: str, words: Sequence[Word]) -> Opinions:
        known = self._opinions.get(sentence)
        if known is None:
            known = self._kept(_OPINIONS, self._key(sentence), lambda: opinions(sentence, words), _opinions)
            self._opinions[sentence] = known
        return known

    def _kept(self, kind: str, key: str, find: Callable[[], T], made: Callable[[Any], T]) -> T:
        """Give what is kept under *key*, *made* of JSON, or *find* it out and keep it."""
        known: T | None = self._cache.get(kind, key, made)
        if known is None:
            known = find()
            self._cache.put(kind, key, known)
        return known

    def _key(self, sentence: str, more: str = "") -> str:
        """Name all on which the words of a *sentence* depend: most sentences are the same with every lexicon."""
        entries = self._entries.get(sentence)
        if entries is None:
            entries = self._entries[sentence] = self._lexicon.within(sentence)
        return f"{entries}\0{more}\0{sentence}"


def within(given: Sequence[Given], start: int, end: int) -> tuple[Given, ...]:
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


def _words(kept: Sequence[Any]) -> tuple[Word, ...]:
    """Make words of what JSON gives back."""
    return tuple(
        Word(start, end, reading, source, tuple(Piece(*one) for one in pieces))
        for start, end, reading, source, pieces in kept
    )


def _opinions(kept: Sequence[str | None]) -> tuple[str | None, ...]:
    return tuple(kept)
