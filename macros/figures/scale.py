"""The spectra of several guides one under another on one scale: who leads, from residents to the government."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from macros.figures.lettering import Line, Read, placed, unread, wrapped, wrapped_reading
from macros.guideline.model import Guide, Text, Zone
from macros.guideline.model.vocabulary import Word

_GAP = 4
_LINE = 1.25
_PADDING = 6
_READING = 12
"""How tall a line of a reading is"""
_SPARE = 0.86
"""How much of the room words may fill: the rest is for people who set their letters further apart (WCAG 1.4.12)"""


@dataclass(frozen=True)
class Words:
    """Words cut into *lines*, each with its height, and below them how they are *read*."""

    lines: tuple[Line, ...]
    reading: tuple[Line, ...]


@dataclass(frozen=True)
class Box:
    """One zone of one guide: where it lies, and its mark and title."""

    zone: Zone
    x: float
    y: float
    width: float
    height: float
    words: Words


@dataclass(frozen=True)
class Strip:
    """One guide's zones on the common scale, from *top* on; no boxes where the guide shows no zones."""

    guide: Guide
    name: Words
    top: float
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Arrangement:
    """All strips below the *heads*, which name the places of the scale: middle of the column, and lines."""

    width: int
    height: float
    heads: tuple[tuple[float, Words], ...]
    strips: tuple[Strip, ...]


@dataclass(frozen=True)
class Drawing:
    """The same figure for wide and for narrow screens."""

    wide: Arrangement
    tall: Arrangement


@dataclass(frozen=True)
class _Shape:
    """How wide all is, how much of it names stand in (none: above the boxes), how large words are."""

    width: int
    left: int
    edge: int
    glyph: int

    def column(self, places: int) -> float:
        return (self.width - self.left - 2 * self.edge) / places

    def fits(self, places: int) -> float:
        room = self.column(places) - _GAP - (3 if self.left else 1) * _PADDING
        return room * _SPARE if self.left else room


_WIDE = _Shape(width=1100, left=150, edge=1, glyph=16)
_TALL = _Shape(width=350, left=0, edge=1, glyph=12)


def drawing(
    guides: Sequence[Guide], places: Sequence[Word], say: Callable[[Text], str], read: Read = unread
) -> Drawing:
    """Draw the zones of *guides* below the *places* of the vocabulary's scale.

    *say* gives texts in the page's language, *read* how these are read.
    """
    return Drawing(_arranged(guides, places, say, read, _WIDE), _arranged(guides, places, say, read, _TALL))


def _arranged(
    guides: Sequence[Guide], places: Sequence[Word], say: Callable[[Text], str], read: Read, shape: _Shape
) -> Arrangement:
    column, glyph, fits = shape.column(len(places)), shape.glyph, shape.fits(len(places))
    named = [say(place.name) if shape.left else str(at + 1) for at, place in enumerate(places)]
    heads = [_Cut.of(words, read(words), fits, glyph) for words in named]
    middles = [round(shape.left + shape.edge + (at + 0.5) * column, 1) for at in range(len(places))]
    y = max(head.height for head in heads) + 14
    strips = []
    for guide in guides:
        town = say(guide.front.municipality.name)
        name = _Cut.of(town, read(town), (shape.left or shape.width) * _SPARE - _PADDING, glyph + 3)
        top = y if shape.left else y + name.height + 5
        boxes = tuple(_boxes(guide, places, say, read, shape, top))
        strips.append(Strip(guide, name.placed(y + (4 if shape.left else 0)), round(top, 1), boxes))
        tall = max((box.height for box in boxes), default=0)
        y = top + max(tall, name.height if shape.left else glyph * 1.6) + 16
    placed_heads = tuple((x, head.placed(0)) for x, head in zip(middles, heads, strict=True))
    return Arrangement(shape.width, round(y, 1), placed_heads, tuple(strips))


def _boxes(
    guide: Guide, places: Sequence[Word], say: Callable[[Text], str], read: Read, shape: _Shape, top: float
) -> Iterator[Box]:
    """Lay the zones of *guide* into the columns of their places; zones of one place share its column."""
    column, glyph, fits = shape.column(len(places)), shape.glyph, shape.fits(len(places))
    laid = []
    for at, place in enumerate(places):
        here = [zone for zone in (guide.zones.zones if guide.zones else ()) if zone.lead == place.id]
        share = column / len(here) if here else column
        for number, zone in enumerate(here):
            x = shape.left + shape.edge + at * column + number * share
            title = say(zone.title)
            cut = _Cut.of(title, read(title), fits / len(here), glyph, zone.mark)
            laid.append((zone, x, share - _GAP, cut))
    tall = max((cut.height for *_, cut in laid), default=0) + 2 * _PADDING
    for zone, x, width, cut in laid:
        words = cut.placed(top + (tall - cut.height) / 2)
        yield Box(zone, round(x, 1), round(top, 1), round(width, 1), round(tall, 1), words)


@dataclass(frozen=True)
class _Cut:
    """Words and their reading, cut into lines that fit, of signs as large as *glyph*."""

    lines: tuple[str, ...]
    reading: tuple[str, ...]
    glyph: int

    @classmethod
    def of(cls, words: str, reading: str, fits: float, glyph: int, mark: str | None = None) -> _Cut:
        lines = (*((mark,) if mark else ()), *wrapped(words, fits, glyph))
        return cls(lines, wrapped_reading(reading, fits), glyph)

    @property
    def height(self) -> float:
        return len(self.lines) * self.glyph * _LINE + len(self.reading) * _READING

    def placed(self, top: float) -> Words:
        each = self.glyph * _LINE
        below = round(top + len(self.lines) * each + _READING, 1)
        lines = placed(self.lines, top + self.glyph, each)
        return Words(tuple((round(y, 1), words) for y, words in lines), placed(self.reading, below, _READING))
