"""Find every word of a sentence that needs a reading, and say by what it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from macros.furigana import context, numbers
from macros.furigana.kana import KANJI, KANJI_RUN, hiragana
from macros.furigana.lexicon import Lexicon
from macros.furigana.notation import Given
from macros.furigana.sentence import Sentence, tokenizer
from macros.furigana.split import Piece, by_kanji, runs

INLINE, PRINTED, LEXICON, NUMBER, CONTEXT, DICTIONARY = (
    "inline",
    "printed",
    "lexicon",
    "number",
    "context",
    "dictionary",
)
APPROVED = frozenset((INLINE, PRINTED, LEXICON))
"""Where a reading was written by a person; PRINTED where the source has it."""

_GLOSSED = re.compile(r"(?<=.)[(（][ぁ-んァ-ヶー]+[)）]$")
"""A reading in brackets, which Sudachi takes as part of the word before it."""

_LONG = 4
"""Kanji in a row from which a word is cut into the shorter words it is made of."""

_REMEMBERED = 30_000
"""Words with their readings whose division is remembered"""


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
        source = PRINTED if one.printed else INLINE
        found.append(Word(one.start, one.end, reading, source, (Piece(one.start, one.end, reading),)))
    for word in torn:  # what an inline reading leaves over of a word is read by itself
        cuts = [word.start, *(at for one in given for at in (one.start, one.end)), word.end]
        cuts = sorted({min(max(at, word.start), word.end) for at in cuts})
        for start, end in pairwise(cuts):
            if not any(one.start < end and start < one.end for one in given):
                found += [_moved(left, start, left.source) for left in _words(written[start:end], lexicon)]
    return tuple(sorted((*free, *found)))


def _touches(word: Word, one: Given) -> bool:
    return word.start < one.end and one.start < word.end


def _moved(word: Word, by: int, source: str) -> Word:
    pieces = tuple([Piece(start + by, end + by, reading) for start, end, reading in word.pieces])
    return Word(word.start + by, word.end + by, word.reading, source, pieces)


def _words(written: str, lexicon: Lexicon) -> Iterator[Word]:
    if not KANJI.search(written):
        return
    sentence = Sentence(written, tokenizer())
    text, bounds = sentence.text, sentence.bounds
    counts = numbers.counted(text)
    settled, asked = lexicon.first_characters, context.first_characters()
    token, total = 0, len(sentence)
    while token < total:
        start = sentence.starts[token]
        first = text[start]
        entry = lexicon.at(sentence, token) if first in settled else None
        if entry is not None:
            end, reading = entry
            if first.isdecimal():
                yield from _whole(sentence, start, end, reading)
            else:
                yield from _laid(sentence, start, end, reading, LEXICON)
            token = _next(bounds, end)
            continue
        rule = context.reading_at(sentence, token) if first in asked else None
        if rule is not None:
            end, reading = rule
            yield from _laid(sentence, start, end, reading, CONTEXT)
            token = bounds[end]
            continue
        if start in counts and (last := _counted_until(sentence, token, counts[start])):
            yield from _counted(sentence, start, counts[start])
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


def _counted(sentence: Sentence, start: int, parts: Sequence[numbers.Counted]) -> Iterator[Word]:
    """Give the word that a number makes with its counter; its digits stand for themselves (10ぷん), unless joint."""
    if parts[0].start == start and not parts[0].joint:  # all of it in kanji
        yield from _laid(sentence, start, parts[0].end, parts[0].reading, NUMBER)
        return
    end = parts[-1].end
    span = sentence.written_span(start, end)
    if parts[0].joint:
        yield Word(*span, parts[0].reading, NUMBER, (Piece(*span, parts[0].reading),))
        return
    said = hiragana(sentence.text[start : parts[0].start]) + "".join(part.reading for part in parts)
    pieces = runs(sentence.text[start:end], said)
    if pieces:
        yield Word(*span, said, NUMBER, _as_written(sentence, start, pieces))


def _whole(sentence: Sentence, start: int, end: int, reading: str) -> Iterator[Word]:
    """Give an entry of the lexicon that starts with digits, which are read together with what follows (20日)."""
    span = sentence.written_span(start, end)
    yield Word(*span, hiragana(reading), LEXICON, (Piece(*span, hiragana(reading)),))


def _laid(sentence: Sentence, start: int, end: int, reading: str, source: str) -> Iterator[Word]:
    """Lay a reading over the words between two places: cut into shorter words where their readings add up to it."""
    words = _words_in(sentence.text[start:end], reading)
    if sentence.is_as_written:
        yield from (_moved(word, start, source) for word in words)
        return
    for word in words:
        span = sentence.written_span(start + word.start, start + word.end)
        yield Word(*span, word.reading, source, _as_written(sentence, start, word.pieces))


@lru_cache(maxsize=_REMEMBERED)
def _words_in(text: str, reading: str) -> tuple[Word, ...]:
    """Give the words with kanji in a *text* by itself, which share its *reading*; their source is left open."""
    text = _GLOSSED.sub("", text)
    found = []
    for start, end, part in shorter_words(text, hiragana(reading)):
        here = text[start:end]
        if KANJI.search(here):
            pieces = runs(here, part)
            laid = tuple(Piece(start + one.start, start + one.end, one.reading) for one in pieces)
            found.append(Word(start, end, _said(here, pieces) or part, "", laid))
    return tuple(found)


def _as_written(sentence: Sentence, by: int, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(Piece(*sentence.written_span(by + one.start, by + one.end), one.reading) for one in pieces)


def _said(word: str, pieces: Sequence[Piece]) -> str:
    """Give the reading of *word* with what is not Japanese as it is written (NPOほうじん)."""
    said, last = "", 0
    for one in pieces:
        said += hiragana(word[last : one.start]) + one.reading
        last = one.end
    return said + hiragana(word[last:]) if pieces else ""


def shorter_words(word: str, reading: str) -> tuple[Piece, ...]:
    """Cut a long *word* into the words it is made of, each with its part of the *reading*; else give it whole."""
    long = reading and any(len(run[0]) >= _LONG for run in KANJI_RUN.finditer(word))
    return _cut(word, reading) if long else (Piece(0, len(word), reading),)


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
