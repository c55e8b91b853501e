"""Lay a word's reading over its kanji: first run by run along the kana, then kanji by kanji."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from macros.furigana.kana import KANJI, KANJI_RUN, hiragana
from macros.furigana.tables import kanji_readings, whole_words
from macros.guideline.text import HAN

_VOICED = str.maketrans("かきくけこさしすせそたちつてとはひふへほ", "がぎぐげござじずぜぞだぢづでどばびぶべぼ")
_HALF_VOICED = str.maketrans("はひふへほ", "ぱぴぷぺぽ")
_I_STEM = dict(zip("うくぐすつぬぶむる", "いきぎしちにびみり", strict=True))
_BECOMES_SMALL = frozenset("つちくき")
_SPOKEN_SMALL_KE = ("か", "が", "け", "こ")
_CHUNK = re.compile(f"{KANJI_RUN.pattern}|[^{HAN}]+")
_SIMPLE = re.compile(f"({KANJI_RUN.pattern})([ぁ-ゔァ-ヴー]*)")
_STRANGE = 100
"""The cost of a piece that no table explains: paid once a piece, so that as much as possible is explained."""
_LONGEST = 24
"""Kanji of a word that is divided: each more makes all ways to divide it take longer"""
_LONGEST_READING = 200
_MOST = 12
"""Kana of the longest reading that is laid over a word, and over one kanji of it"""
_LARGEST = 1000
"""Kanji of a run times kana of its reading, up to which it is divided where the tables do not explain it"""


class Piece(NamedTuple):
    """A stretch of a word, from *start* to *end*, and its reading."""

    start: int
    end: int
    reading: str


_Step = tuple[int, int, int]
_Way = tuple[int, tuple[Piece, ...]]
_Cost = Callable[[str, str], int | None]


@cache
def runs(word: str, reading: str) -> tuple[Piece, ...]:
    """Give each kanji run of *word* its part of the *reading* (hiragana); nothing where they do not fit.

    Of several ways the cheapest is given, of equals that with the shortest parts first.
    """
    if len(reading) > _LONGEST_READING:
        return ()
    if simple := _SIMPLE.fullmatch(word):
        return _over_one(simple[1], simple[2], reading)
    explained = _along(word, reading, _explained_cost)
    if explained and explained[0] < _STRANGE:  # every other way costs more
        return explained[1]
    found = _along(word, reading, _cost)
    return found[1] if found else ()


def _over_one(run: str, kana: str, reading: str) -> tuple[Piece, ...]:
    """Give a single *run* the part of the *reading* before the *kana* that follow it: there is but one way."""
    said = reading.removesuffix(hiragana(kana))
    fits = len(said) + len(kana) == len(reading) and 0 < len(said) <= _MOST * len(run)
    return (Piece(0, len(run), said),) if fits else ()


def _along(word: str, reading: str, cost: _Cost) -> _Way | None:
    """Find the cheapest way to lay *reading* along the whole of *word*, run by run; *cost* says what a run costs."""
    end = len(reading)
    rest: dict[int, _Way] = {end: (0, ())}
    chunks = _chunks(word)
    for start, words in reversed(chunks):
        ahead, rest = rest, {}
        is_last = start == chunks[-1][0]
        for at in range(end + 1):
            ways = list(_ways(start, words, reading, at, ahead, cost, is_last=is_last))
            if ways:
                rest[at] = min(ways, key=lambda way: way[0])
    return rest.get(0)


@cache
def by_kanji(run: str, reading: str) -> tuple[Piece, ...]:
    """Give each kanji of a *run* its own part of the *reading*; words of 付表 and what no table explains stay whole."""
    return _best(run, reading)[1]


def has_whole_word(word: str, pieces: tuple[Piece, ...]) -> bool:
    """Say whether *word*, laid out as *pieces*, holds a word of 付表 read as the table says."""
    return any(
        word[piece.start + one.start : piece.start + one.end] in whole_words()
        and one.reading in whole_words()[word[piece.start + one.start : piece.start + one.end]]
        for piece in pieces
        for one in by_kanji(word[piece.start : piece.end], piece.reading)
    ) or _spans_kana(word, pieces)


def _spans_kana(word: str, pieces: tuple[Piece, ...]) -> bool:
    """Say whether a word of 付表 with kana between its kanji (差し支える) is in *word*."""
    if len(pieces) < 2:
        return False
    said = word
    for piece in reversed(pieces):
        said = said[: piece.start] + piece.reading + said[piece.end :]
    return any(
        stem in word and any(hiragana(reading) in said for reading in readings)
        for stem, readings in whole_words().items()
        if not KANJI_RUN.fullmatch(stem)
    )


def _chunks(word: str) -> list[tuple[int, str]]:
    """Cut *word* into kanji runs and what stands between them, each with where it starts."""
    return [(found.start(), found[0]) for found in _CHUNK.finditer(word)]


def _ways(
    start: int,
    words: str,
    reading: str,
    at: int,
    ahead: dict[int, _Way],
    cost: _Cost,
    *,
    is_last: bool,
) -> Iterator[_Way]:
    """Give each way to read the chunk *words* from *at* on that leads to a place from which the rest can be read.

    *ahead* holds the cheapest way from each such place.
    """
    if KANJI.match(words):
        furthest = min(len(reading), at + _MOST * len(words))
        for upto in range(len(reading) if is_last else at + 1, furthest + 1):
            if upto in ahead and upto > at:
                said = reading[at:upto]
                own = cost(words, said)
                if own is not None:
                    costs, pieces = ahead[upto]
                    yield costs + own, (Piece(start, start + len(words), said), *pieces)
        return
    for said in _said(words, reading[at:]):
        if at + len(said) in ahead:
            yield ahead[at + len(said)]


def _said(words: str, rest: str) -> Iterator[str]:
    """Give the beginnings of *rest* that what stands between kanji may be read as.

    Kana are read as they stand, signs not at all or as any signs (，as 、), letters and digits in any way.
    """
    kana = hiragana(words)
    if kana in ("ゖ", "ゕ"):
        yield from (one for one in _SPOKEN_SMALL_KE if rest.startswith(one))
    elif any(one.isalnum() and not _is_kana(one) for one in kana):
        yield from (rest[:length] for length in range(len(rest) + 1))
    else:
        bare = "".join(filter(_is_kana, kana))
        if rest.startswith(bare):
            yield bare
        if bare != kana and (signed := _with_signs(kana).match(rest)) and signed[0] != bare:
            yield signed[0]


@cache
def _with_signs(kana: str) -> re.Pattern[str]:
    """Give what finds *kana* with any signs where it has some."""
    return re.compile("".join(sign if _is_kana(sign) else r"\W*" for sign in kana))


def _is_kana(sign: str) -> bool:
    return "ぁ" <= sign <= "ゞ" or sign == "ー"


def _cost(run: str, reading: str) -> int | None:
    return _best(run, reading)[0]


@cache
def _explained_cost(run: str, reading: str) -> int | None:
    """Give what it costs to read *run* as *reading* if the tables explain all of it."""
    found = _cheapest(run, reading, _explained) if len(run) <= _LONGEST else None
    return found[0] if found else None


@cache
def _best(run: str, reading: str) -> _Way:
    """Find the cheapest way to read *run* as *reading*, from left to right.

    A piece that no table explains costs more than all that are explained together: ways with such pieces are looked
    at where there is no other. What is too long for a word stays one piece.
    """
    whole = _STRANGE * len(run), (Piece(0, len(run), reading),)
    if len(run) > _LONGEST or len(reading) > _MOST * len(run):
        return whole
    strange = len(run) * len(reading) <= _LARGEST
    return _cheapest(run, reading, _explained) or (strange and _cheapest(run, reading, _steps)) or whole


def _cheapest(run: str, reading: str, steps: Callable[..., Iterator[_Step]]) -> _Way | None:
    """Find the cheapest way in *steps* of one kind, or None where none leads to the end."""
    ways: list[dict[int, _Way]] = [{} for _ in range(len(run) + 1)]
    ways[0][0] = (0, ())
    for start in range(len(run)):
        for said, (cost, pieces) in ways[start].items():
            for end, spoken, extra in steps(run, start, reading, said, pieces):
                known = ways[end].get(spoken)
                if known is None or cost + extra < known[0]:
                    ways[end][spoken] = (cost + extra, (*pieces, Piece(start, end, reading[said:spoken])))
    return ways[-1].get(len(reading))


def _explained(run: str, start: int, reading: str, said: int, pieces: tuple[Piece, ...]) -> Iterator[_Step]:
    """Give what the tables say may be read next: the ends in *run* and in *reading*, and the cost."""
    for end in range(start + 2, len(run) + 1):
        for text in whole_words().get(run[start:end], ()):
            if reading.startswith(text, said):
                yield end, said + len(text), 0
    kanji = run[start]
    forms = _repeated(pieces[-1].reading) if kanji == "々" and pieces else _forms(kanji)
    for text, cost in forms.items():
        if reading.startswith(text, said):
            yield start + 1, said + len(text), cost


def _steps(run: str, start: int, reading: str, said: int, pieces: tuple[Piece, ...]) -> Iterator[_Step]:
    """Give what may be read next, explained or not."""
    yield from _explained(run, start, reading, said, pieces)
    for end in range(start + 1, len(run) + 1):
        rest = len(run) - end
        strange = _STRANGE + 10 * (end - start)
        for length in range(1, min(len(reading) - said - rest, _MOST * (end - start)) + 1):
            yield end, said + length, strange + length


def _repeated(before: str) -> dict[str, int]:
    return {before.translate(_VOICED)[:1] + before[1:]: 1, before: 0}


@cache
def _forms(kanji: str) -> dict[str, int]:
    """Give what one kanji may be read as inside a word, with what it costs."""
    costs: dict[str, int] = {}

    def note(text: str, cost: int) -> None:
        if text and cost < costs.get(text, _STRANGE):
            costs[text] = cost

    for written in kanji_readings().get(kanji, ()):
        base = hiragana(written)
        plain = {base: 0}
        if base == written:  # kun: its okurigana may be left out, or be said though it is not written
            if base[-1] in _I_STEM:
                plain[base[:-1] + _I_STEM[base[-1]]] = 1
            for length in range(1, len(base)):
                plain.setdefault(base[:length], 1 if length == len(base) - 1 else 2)
        for text, cost in plain.items():
            note(text, cost)
            note(text[0].translate(_VOICED) + text[1:], cost + 1)
            note(text[0].translate(_HALF_VOICED) + text[1:], cost + 1)
            if len(text) > 1 and text[-1] in _BECOMES_SMALL:
                small = text[:-1] + "っ"
                note(small, cost + 1)
                note(small[0].translate(_VOICED) + small[1:], cost + 2)
                note(small[0].translate(_HALF_VOICED) + small[1:], cost + 2)
    return costs
