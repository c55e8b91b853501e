"""Lay the words of a sentence over it: plain text and ruby, for a reader and for a kind of ruby."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.furigana.grade import is_hard, is_needed
from macros.furigana.ruby import Ruby, Segment, Split
from macros.furigana.split import Piece, by_kanji
from macros.furigana.words import PRINTED, Word


def segments_of(sentence: str, words: Iterable[Word], grade: int | None, split: Split) -> Iterator[Segment]:
    """Give a *sentence* as plain text and ruby over those of its *words* that a reader of *grade* needs read."""
    last = 0
    for one in words:
        word = sentence[one.start : one.end]
        printed = one.source == PRINTED
        if grade is not None and not printed and not is_needed(word, _within(one), grade):
            continue
        hard = is_hard(word)
        for piece in _divided(sentence, one.pieces) if split == "kanji" and not printed else one.pieces:
            if piece.start > last:
                yield sentence[last : piece.start]
            yield Ruby(sentence[piece.start : piece.end], piece.reading, word, hard, printed)
            last = piece.end
    if last < len(sentence):
        yield sentence[last:]


def _within(word: Word) -> tuple[Piece, ...]:
    """Give the pieces of a *word* as seen from where it starts."""
    return tuple(Piece(one.start - word.start, one.end - word.start, one.reading) for one in word.pieces)


def _divided(sentence: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        base = sentence[piece.start : piece.end]
        if base[:1].isdecimal():
            yield piece
        else:
            for one in by_kanji(base, piece.reading):
                yield Piece(piece.start + one.start, piece.start + one.end, one.reading)
