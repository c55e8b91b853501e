"""The readings that people wrote down: readings.yml, and those that records give of their own names."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from macros.furigana.kana import KANJI
from macros.furigana.sentence import Sentence


class Lexicon:
    """Words with their readings; the longest that starts at a token and ends with one counts."""

    def __init__(self, entries: Iterable[tuple[str, str]] = ()) -> None:
        self.readings: Mapping[str, str] = {word: reading for word, reading in entries if KANJI.search(word)}
        by_first: dict[str, list[str]] = defaultdict(list)
        for word in self.readings:
            by_first[word[0]].append(word)
        self._by_first = {first: sorted(words, key=len, reverse=True) for first, words in by_first.items()}
        self._packed: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for word in sorted(self.readings):
            packed = _packed(word)
            self._packed[packed[0]].append((packed, word))

    @property
    def first_characters(self) -> Collection[str]:
        """The characters that its entries start with."""
        return self._by_first.keys()

    def at(self, sentence: Sentence, token: int) -> tuple[int, str] | None:
        """Give the end and the reading of the longest entry that starts with *token*, or None."""
        start = sentence.starts[token]
        for word in self._by_first.get(sentence.text[start], ()):
            if sentence.text.startswith(word, start):
                end = start + len(word)
                if end in sentence.bounds:
                    return end, self.readings[word]
        return None

    def within(self, written: str) -> str:
        """Tell the entries that may count in a sentence as *written*: those it holds, with their readings."""
        text = _packed(written)
        firsts = self._packed.keys() & set(text)
        found = [word for first in firsts for packed, word in self._packed[first] if packed in text]
        return "\n".join(f"{word}\t{self.readings[word]}" for word in sorted(found))

    def version(self) -> str:
        """Give a short name for exactly these entries."""
        lines = "\n".join(f"{word}\t{self.readings[word]}" for word in sorted(self.readings))
        return hashlib.sha256(lines.encode()).hexdigest()[:16]


def _packed(text: str) -> str:
    """Give *text* without spaces, some of which a sentence leaves out."""
    return text.replace(" ", "").replace("\u3000", "")
