"""The spectrum of collaboration: zones side by side, or one under another on narrow screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from macros.figures.lettering import wrapped
from macros.guideline.model import Guide, Text, Zone

_WIDTH = 900
_TALL = 340
_GAP = 4
_BAND_TOP = 52
_BAND_HEIGHT = 96
_ROW = 72
_PADDING = 6


@dataclass(frozen=True)
class Box:
    """One zone's box, in the units of the drawing's view box."""

    x: float
    y: float
    width: float
    height: float
    zone: Zone
    tone: int
    """1 on the residents' side to 5 on the government's side"""
    lines: tuple[str, ...]
    """the zone's title, cut so that each line fits into the box"""


@dataclass(frozen=True)
class Span:
    """The stretch of boxes that count as collaboration."""

    start: float
    end: float


@dataclass(frozen=True)
class Drawing:
    """Boxes in two arrangements with the stretch that is collaboration."""

    wide: tuple[Box, ...]
    wide_span: Span
    wide_size: tuple[int, int]
    tall: tuple[Box, ...]
    tall_span: Span
    tall_size: tuple[int, int]
    description: str


_TONES = {"residents": 1, "mostly-residents": 2, "both": 3, "mostly-government": 4, "government": 5}


def drawing(guide: Guide, say: Callable[[Text], str]) -> Drawing:
    """Arrange the zones of *guide*, which must have some; *say* gives texts in the page's language."""
    assert guide.zones is not None
    zones = guide.zones.zones
    width = (_WIDTH - _GAP * (len(zones) - 1)) / len(zones)
    wide = tuple(
        Box(round(number * (width + _GAP), 1), _BAND_TOP, round(width, 1), _BAND_HEIGHT, zone, *_face(zone, width, say))
        for number, zone in enumerate(zones)
    )
    tall = tuple(
        Box(40, 36 + number * (_ROW + _GAP), _TALL - 40, _ROW, zone, *_face(zone, _TALL - 40, say))
        for number, zone in enumerate(zones)
    )
    return Drawing(
        wide=wide,
        wide_span=_span([(box.x, box.x + box.width) for box in wide if box.zone.collaboration == "yes"]),
        wide_size=(_WIDTH, 190),
        tall=tall,
        tall_span=_span([(box.y, box.y + box.height) for box in tall if box.zone.collaboration == "yes"]),
        tall_size=(_TALL, 36 + len(zones) * (_ROW + _GAP) + 36),
        description=" → ".join(f"{zone.mark or ''} {say(zone.title)}".strip() for zone in zones),
    )


def _face(zone: Zone, width: float, say: Callable[[Text], str]) -> tuple[int, tuple[str, ...]]:
    return _TONES[zone.lead], wrapped(say(zone.title), width - 2 * _PADDING)


def _span(stretches: list[tuple[float, float]]) -> Span:
    return Span(stretches[0][0], stretches[-1][1]) if stretches else Span(0, 0)
