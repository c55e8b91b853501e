"""Find every word of a sentence that needs a reading, and say by what it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from macros.furigana import context, numbers
from macros.furigana.kana import KANJI, hiragana, is_reading
from macros.furigana.lexicon import Lexicon
from macros.furigana.notation import Given
from macros.furigana.sentence import Sentence, tokenizer
from macros.furigana.split import Piece, by_kanji, runs

INLINE, LEXICON, NUMBER, CONTEXT, DICTIONARY = "inline", "lexicon", "number", "context", "dictionary"
APPROVED = frozenset((INLINE, LEXICON))
"""Where a reading was written by a person."""

_LONG = 4
"""Kanji of a word that is worth cutting into the shorter words it is made of."""


class Word(NamedTuple):
    """A word with kanji: its place in the sentence, its reading (empty where unknown), its source, its ruby.

    *pieces* say which part of the reading stands over which part of the sentence.
    """

    start: int
    end: int
    reading: str
    source: str
    pieces: tuple[Piece, ...]


def words_of(written: str, given: Sequence[Given], lexicon: Lexicon) -> tuple[Word, ...]:
    """Give the words with kanji of one sentence in their order; *given* are the readings written in it."""
    if not given:
        return tuple(_words(written, lexicon))
    found: list[Word] = []
    free = [word for word in _words(written, lexicon) if not any(_touches(word, one) for one in given)]
    torn = [word for word in _words(written, lexicon) if any(_touches(word, one) for one in given)]
    for one in given:
        reading = hiragana(one.reading)
        found.append(Word(one.start, one.end, reading, INLINE, (Piece(one.start, one.end, reading),)))
    for word in torn:  # what an inline reading leaves over of a word is read by itself
        cuts = [word.start, *(at for one in given for at in (one.start, one.end)), word.end]
        cuts = sorted({min(max(at, word.start), word.end) for at in cuts})
        for start, end in zip(cuts, cuts[1:], strict=False):
            if not any(one.start < end and start < one.end for one in given):
                found += [_moved(left, start) for left in _words(written[start:end], lexicon)]
    return tuple(sorted((*free, *found)))


def _touches(word: Word, one: Given) -> bool:
    return word.start < one.end and one.start < word.end


def _moved(word: Word, by: int) -> Word:
    pieces = tuple(Piece(one.start + by, one.end + by, one.reading) for one in word.pieces)
    return Word(word.start + by, word.end + by, word.reading, word.source, pieces)


def _words(written: str, lexicon: Lexicon) -> Iterator[Word]:
    if not KANJI.search(written):
        return
    sentence = Sentence(written, tokenizer())
    text, bounds = sentence.text, sentence.bounds
    counts = numbers.counted(text)
    token, total = 0, len(sentence)
    while token < total:
        start = sentence.starts[token]
        first = text[start]
        entry = lexicon.at(sentence, token)
        if entry is not None:
            end, reading = entry
            yield from _laid(sentence, start, end, reading, LEXICON)
            token = _next(bounds, end)
            continue
        rule = context.reading_at(sentence, token) if first in context.first_characters() else None
        if rule is not None:
            end, reading = rule
            yield from _laid(sentence, start, end, reading, CONTEXT)
            token = bounds[end]
            continue
        if start in counts and (last := _counted_until(sentence, token, counts[start])):
            for one in counts[start]:
                if one.joint:
                    span = sentence.written_span(one.start, one.end)
                    yield Word(*span, one.reading, NUMBER, (Piece(*span, one.reading),))
                else:
                    yield from _laid(sentence, one.start, one.end, one.reading, NUMBER)
            token = last
            continue
        end = sentence.starts[token + 1]
        if KANJI.search(text[start:end]):
            yield from _laid(sentence, start, end, sentence.reading(token), DICTIONARY)
        token += 1


def _next(bounds: dict[int, int], end: int) -> int:
    while end not in bounds:
        end += 1
    return bounds[end]


def _counted_until(sentence: Sentence, token: int, words: Sequence[numbers.Counted]) -> int | None:
    """Give the token after a number with its counter, or None where the dictionary sees other words there."""
    last = sentence.bounds.get(words[-1].end)
    if last is None:
        return None
    kind = sentence.kind(token)
    if last == token + 1 and words[0].start == sentence.starts[token]:  # a word of the dictionary's own
        return last if kind.startswith(("名詞-普通名詞", "名詞-数詞", "接頭辞", "代名詞")) else None
    return last if kind.startswith(("名詞-数詞", "代名詞", "接頭辞", "名詞-普通名詞")) else None


def _laid(sentence: Sentence, start: int, end: int, reading: str, source: str) -> Iterator[Word]:
    """Lay a reading over the words between two places: cut into shorter words where their readings add up to it."""
    text = sentence.text
    for at, until, part in shorter_words(text[start:end], hiragana(reading)):
        here = text[start + at : start + until]
        if KANJI.search(here):
            span = sentence.written_span(start + at, start + until)
            pieces = (
                Piece(*sentence.written_span(start + at + one.start, start + at + one.end), one.reading)
                for one in (runs(here, part) if is_reading(part) or not part.isalnum() else runs(here, part))
            )
            yield Word(*span, part, source, tuple(pieces))


_shorter: dict[tuple[str, str], tuple[Piece, ...]] = {}


def shorter_words(word: str, reading: str) -> tuple[Piece, ...]:
    """Cut a long *word* into the words it is made of, each with its part of the *reading*; else give it whole."""
    key = (word, reading)
    if key not in _shorter:
        _shorter[key] = _cut(word, reading) if reading and len(word) >= _LONG else (Piece(0, len(word), reading),)
    return _shorter[key]


def _cut(word: str, reading: str) -> tuple[Piece, ...]:
    from sudachipy import SplitMode

    parts, at = [], 0
    for part in tokenizer().tokenize(word, SplitMode.A):
        parts.append(Piece(at, at + len(part.surface()), hiragana(part.reading_form())))
        at = parts[-1].end
    if "".join(part.reading for part in parts) == reading:
        return tuple(parts)
    return _cut_by_kanji(word, reading, [part.end for part in parts]) or (Piece(0, len(word), reading),)


def _cut_by_kanji(word: str, reading: str, ends: Sequence[int]) -> tuple[Piece, ...] | None:
    """Cut where the words end, if the reading can be cut there kanji by kanji."""
    laid = runs(word, reading)
    if not laid or len(laid) != 1 or (laid[0].start, laid[0].end) != (0, len(word)):
        return None
    by_end, said = {}, ""
    for one in by_kanji(word, reading):
        said += one.reading
        by_end[one.end] = len(said)
    if any(end not in by_end for end in ends):
        return None
    starts = [0, *ends[:-1]]
    return tuple(
        Piece(start, end, reading[by_end.get(start, 0) : by_end[end]]) for start, end in zip(starts, ends, strict=True)
    )
