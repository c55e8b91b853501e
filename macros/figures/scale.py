"""The spectra of several guides one under another on one scale: who leads, from residents to the government."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from macros.figures.lettering import wrapped
from macros.guideline.model import Guide, Text, Zone
from macros.guideline.model.vocabulary import Word

_GAP = 4
_LINE = 1.25
_PADDING = 6
_SPARE = 0.86
"""How much of the room words may fill: the rest is for people who set their letters further apart (WCAG 1.4.12)"""


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
    name: tuple[tuple[float, str], ...]
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


def drawing(guides: Sequence[Guide], places: Sequence[Word], say: Callable[[Text], str]) -> Drawing:
    """Draw the zones of *guides* below the *places* of the vocabulary's scale."""
    return Drawing(_arranged(guides, places, say, _WIDE), _arranged(guides, places, say, _TALL))


def _arranged(
    guides: Sequence[Guide], places: Sequence[Word], say: Callable[[Text], str], shape: _Shape
) -> Arrangement:
    column, glyph = shape.column(len(places)), shape.glyph
    heads = []
    for at, place in enumerate(places):
        words = say(place.name) if shape.left else str(at + 1)
        middle = round(shape.left + shape.edge + (at + 0.5) * column, 1)
        heads.append((middle, _placed(wrapped(words, shape.fits(len(places)), glyph), 0, glyph)))
    y = max(len(lines) for _, lines in heads) * glyph * _LINE + 14
    strips = []
    for guide in guides:
        town = say(guide.front.municipality.name)
        names = wrapped(town, (shape.left - _PADDING) * _SPARE, glyph + 3) if shape.left else (town,)
        top = y if shape.left else y + glyph * 2
        boxes = tuple(_boxes(guide, places, say, shape, top))
        strips.append(Strip(guide, _placed(names, y + (4 if shape.left else 0), glyph + 3), round(top, 1), boxes))
        tall = max((box.height for box in boxes), default=0)
        y = top + max(tall, len(names) * (glyph + 3) * _LINE if shape.left else glyph * 1.6) + 16
    return Arrangement(shape.width, round(y, 1), tuple(heads), tuple(strips))


def _boxes(
    guide: Guide, places: Sequence[Word], say: Callable[[Text], str], shape: _Shape, top: float
) -> Iterator[Box]:
    """Lay the zones of *guide* into the columns of their places; zones of one place share its column."""
    column, glyph, fits = shape.column(len(places)), shape.glyph, shape.fits(len(places))
    laid = []
    for at, place in enumerate(places):
        here = [zone for zone in (guide.zones.zones if guide.zones else ()) if zone.lead == place.id]
        share = column / len(here) if here else column
        for number, zone in enumerate(here):
            x = shape.left + shape.edge + at * column + number * share
            words = (*((zone.mark,) if zone.mark else ()), *wrapped(say(zone.title), fits / len(here), glyph))
            laid.append((zone, x, share - _GAP, words))
    tall = max((len(words) for *_, words in laid), default=0) * glyph * _LINE + 2 * _PADDING
    for zone, x, width, words in laid:
        lines = _placed(words, top + (tall - len(words) * glyph * _LINE) / 2, glyph)
        yield Box(zone, round(x, 1), round(top, 1), round(width, 1), round(tall, 1), lines)


def _placed(lines: Sequence[str], top: float, glyph: int) -> tuple[tuple[float, str], ...]:
    return tuple((round(top + glyph * (_LINE * at + 1), 1), words) for at, words in enumerate(lines))
