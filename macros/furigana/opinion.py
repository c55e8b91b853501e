"""Ask pykakasi, as a second opinion, how it reads the words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from macros.furigana.kana import hiragana
from macros.furigana.words import Word

_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")

Spoken = list[tuple[int, int, str]]


def opinions(sentence: str, words: Sequence[Word]) -> tuple[str | None, ...]:
    """Give for each word None where pykakasi reads it as we do, else its reading (empty where it has none)."""
    spoken = _spoken(sentence)
    starts = {start: at for at, (start, _, _) in enumerate(spoken)}
    ends = {end: at for at, (_, end, _) in enumerate(spoken)}
    return tuple(_opinion(sentence, words, at, spoken, starts, ends) for at in range(len(words)))


def _opinion(
    sentence: str, words: Sequence[Word], at: int, spoken: Spoken, starts: dict[int, int], ends: dict[int, int]
) -> str | None:
    """Compare the smallest stretch around a word where both engines begin and end something."""
    word = words[at]
    if word.start in starts and word.end in ends:
        same = spoken[starts[word.start] : ends[word.end] + 1]
        if "".join(reading for _, _, reading in same) == word.reading:
            return None
    start, end = _stretch(words, word.start, word.end, starts, ends)
    if start < 0:
        return _alone(sentence[word.start : word.end], word.reading)
    theirs = "".join(reading for one_start, one_end, reading in spoken if start <= one_start and one_end <= end)
    inside = [one for one in words if start <= one.start and one.end <= end]
    ours, pattern, last = "", "", start
    for one in inside:
        between = hiragana(sentence[last : one.start])
        ours += between + one.reading
        pattern += re.escape(between) + ("(.*)" if one is word else re.escape(one.reading))
        last = one.end
    rest = hiragana(sentence[last:end])
    if _packed(ours + rest) == _packed(theirs):
        return None
    only_this = re.fullmatch(pattern + re.escape(rest), theirs)
    if only_this:
        return only_this[1]
    return _alone(sentence[word.start : word.end], word.reading)


def _packed(reading: str) -> str:
    """Give a reading without the spaces between a number and its counter."""
    return "".join(reading.split())


def _stretch(
    words: Sequence[Word], start: int, end: int, starts: dict[int, int], ends: dict[int, int]
) -> tuple[int, int]:
    while True:
        first = max((one for one in starts if one <= start), default=-1)
        last = min((one for one in ends if one >= end), default=-1)
        if first < 0 or last < 0:
            return -1, -1
        wider_start = min((one.start for one in words if one.start < first < one.end), default=first)
        wider_end = max((one.end for one in words if one.start < last < one.end), default=last)
        if (wider_start, wider_end) == (first, last):
            return first, last
        start, end = wider_start, wider_end


def _alone(word: str, reading: str) -> str | None:
    theirs = _said(word)
    return None if theirs == reading else theirs


@cache
def _said(word: str) -> str:
    """Give the reading of a *word* by itself; nothing where there is none for a part of it."""
    spoken = _spoken(word)
    whole = sum(end - start for start, end, _ in spoken) == len(word)
    return "".join(reading for _, _, reading in spoken) if whole else ""


def _spoken(text: str) -> Spoken:
    """Give the words that pykakasi sees in *text*, where they stand and how it reads them."""
    from macros.furigana.kakasi import heard  # its dictionary is large; what is known already does without

    words = heard(text.translate(_NARROW))
    return [(at, at + len(word.written), hiragana(word.hiragana)) for at, word in words]
