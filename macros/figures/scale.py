"""The spectra of several guides one under another on one scale: who leads, from residents to the government."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from macros.figures.spectrum import wrapped
from macros.guideline.model import Guide, Text, Zone
from macros.guideline.model.vocabulary import Word

_GAP = 4
_LINE = 1.25
_PADDING = 6


@dataclass(frozen=True)
class Box:
    """One zone of one guide: where it lies, and its mark and title cut into *lines* with the height of each."""

    zone: Zone
    x: float
    y: float
    width: float
    height: float
    lines: tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Strip:
    """One guide's zones on the common scale, from *top* on; no boxes where the guide shows no zones."""

    guide: Guide
    top: float
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Arrangement:
    """All strips below the *heads*, which name the places of the scale: middle of the column, and lines."""

    width: int
    height: float
    heads: tuple[tuple[float, tuple[tuple[float, str], ...]], ...]
    strips: tuple[Strip, ...]


@dataclass(frozen=True)
class Drawing:
    """The same figure for wide and for narrow screens."""

    wide: Arrangement
    tall: Arrangement


def drawing(guides: Sequence[Guide], places: Sequence[Word], say: Callable[[Text], str]) -> Drawing:
    """Draw the zones of *guides* below the *places* of the vocabulary's scale."""
    return Drawing(
        _arranged(guides, places, say, width=1100, left=130, glyph=16),
        _arranged(guides, places, say, width=350, left=0, glyph=13),
    )


def _arranged(
    guides: Sequence[Guide], places: Sequence[Word], say: Callable[[Text], str], *, width: int, left: int, glyph: int
) -> Arrangement:
    column = (width - left) / len(places)
    fits = column - _GAP - 2 * _PADDING if left else column - _GAP - 2
    heads = tuple(
        (round(left + (at + 0.5) * column, 1), _lines(say(place.name) if left else str(at + 1), fits, 0, glyph))
        for at, place in enumerate(places)
    )
    y = max(len(lines) for _, lines in heads) * glyph * _LINE + 14
    strips = []
    for guide in guides:
        top = y if left else y + glyph * 1.7
        boxes = tuple(_boxes(guide, places, say, left, column, top, glyph, fits))
        strips.append(Strip(guide, round(top, 1), boxes))
        y = top + max((box.height for box in boxes), default=glyph * 2) + 16
    return Arrangement(width, round(y, 1), heads, tuple(strips))


def _boxes(
    guide: Guide,
    places: Sequence[Word],
    say: Callable[[Text], str],
    left: int,
    column: float,
    top: float,
    glyph: int,
    fits: float,
) -> list[Box]:
    """Lay the zones of *guide* into the columns of their places; zones of one place share its column."""
    zones = guide.zones.zones if guide.zones else ()
    laid = []
    for at, place in enumerate(places):
        here = [zone for zone in zones if zone.lead == place.id]
        for number, zone in enumerate(here):
            width = (column - _GAP) / len(here)
            words = (*((zone.mark,) if zone.mark else ()), *_cut(say(zone.title), fits / len(here), glyph))
            laid.append((zone, left + at * column + number * width, width - (_GAP if number else 0), words))
    tall = max((len(words) for *_, words in laid), default=0) * glyph * _LINE + 2 * _PADDING
    return [
        Box(
            zone,
            round(x, 1),
            round(top, 1),
            round(width, 1),
            round(tall, 1),
            _placed(words, top + (tall - len(words) * glyph * _LINE) / 2, glyph),
        )
        for zone, x, width, words in laid
    ]


def _lines(words: str, width: float, top: float, glyph: int) -> tuple[tuple[float, str], ...]:
    return _placed(_cut(words, width, glyph), top, glyph)


def _placed(lines: Sequence[str], top: float, glyph: int) -> tuple[tuple[float, str], ...]:
    return tuple((round(top + glyph * (_LINE * at + 1), 1), words) for at, words in enumerate(lines))


def _cut(words: str, width: float, glyph: int) -> tuple[str, ...]:
    return wrapped(words, width, glyph)
