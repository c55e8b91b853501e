"""The readings that people wrote down: readings.yml, and those that records give of their own names."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping

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

    def at(self, sentence: Sentence, token: int) -> tuple[int, str] | None:
        """Give the end and the reading of the longest entry that starts with *token*, or None."""
        start = sentence.starts[token]
        for word in self._by_first.get(sentence.text[start], ()):
            if sentence.text.startswith(word, start):
                end = start + len(word)
                if end in sentence.bounds:
                    return end, self.readings[word]
        return None

    def version(self) -> str:
        """Give a short name for exactly these entries."""
        lines = "\n".join(f"{word}\t{self.readings[word]}" for word in sorted(self.readings))
        return hashlib.sha256(lines.encode()).hexdigest()[:16]
