"""The spectrum of collaboration: zones side by side, or one under another on narrow screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from macros.figures.lettering import READING, Line, Read, unread, wrapped
from macros.guideline.model import Guide, Text, Zone

_WIDTH = 900
_TALL = 340
_SIDE = 40
"""What stands beside the boxes of a narrow screen: the bracket"""
_GAP = 4
_WIDE_TOP, _TALL_TOP = 56, 38
_LEAST_WIDE, _LEAST_TALL = 96, 72
_BELOW = 42
"""For the words under the boxes, with their reading"""
_PADDING = 6
_MARK, _LINE, _READING = 26, 20, 12
"""How tall lines of each kind are"""


@dataclass(frozen=True)
class Face:
    """What stands in a box, from its top: the zone's mark, its title and its reading, cut so that each line fits."""

    mark: Line | None
    title: tuple[Line, ...]
    reading: tuple[Line, ...]


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
    face: Face


@dataclass(frozen=True)
class Span:
    """The stretch of boxes that count as collaboration."""

    start: float
    end: float


@dataclass(frozen=True)
class Arrangement:
    """Boxes on a drawing of this *size*, the last of them ending at *bottom*, and the *span* that is collaboration."""

    boxes: tuple[Box, ...]
    span: Span
    bottom: float
    size: tuple[float, float]


@dataclass(frozen=True)
class Drawing:
    """The zones side by side (*wide*) and one under another (*tall*), and what they show in words."""

    wide: Arrangement
    tall: Arrangement
    description: str


Say = Callable[[Text], str]

_TONES = {"residents": 1, "mostly-residents": 2, "both": 3, "mostly-government": 4, "government": 5}


def drawing(guide: Guide, say: Say, read: Read = unread) -> Drawing:
    """Arrange the zones of *guide*, which must have some.

    *say* gives texts in the page's language, *read* how these are read.
    """
    assert guide.zones is not None
    zones = guide.zones.zones
    described = " → ".join(f"{zone.mark or ''} {say(zone.title)}".strip() for zone in zones)
    return Drawing(_wide(zones, say, read), _tall(zones, say, read), described)


def _wide(zones: tuple[Zone, ...], say: Say, read: Read) -> Arrangement:
    width = (_WIDTH - _GAP * (len(zones) - 1)) / len(zones)
    height = max(_LEAST_WIDE, *(_needed(zone, width, say, read) for zone in zones))
    boxes = tuple(
        Box(
            round(number * (width + _GAP), 1),
            _WIDE_TOP,
            round(width, 1),
            height,
            zone,
            _TONES[zone.lead],
            _face(zone, width, height, say, read),
        )
        for number, zone in enumerate(zones)
    )
    span = _span([(box.x, box.x + box.width) for box in boxes if box.zone.collaboration == "yes"])
    return Arrangement(boxes, span, _WIDE_TOP + height, (_WIDTH, _WIDE_TOP + height + _BELOW))


def _tall(zones: tuple[Zone, ...], say: Say, read: Read) -> Arrangement:
    width = _TALL - _SIDE
    boxes: list[Box] = []
    y = float(_TALL_TOP)
    for zone in zones:
        height = max(_LEAST_TALL, _needed(zone, width, say, read))
        boxes.append(Box(_SIDE, y, width, height, zone, _TONES[zone.lead], _face(zone, width, height, say, read)))
        y += height + _GAP
    span = _span([(box.y, box.y + box.height) for box in boxes if box.zone.collaboration == "yes"])
    return Arrangement(tuple(boxes), span, y - _GAP, (_TALL, y - _GAP + _BELOW))


def _needed(zone: Zone, width: float, say: Say, read: Read) -> float:
    """Give the least height in which the words of a *zone* stand in the middle, with room for the reading below."""
    title, reading = _lines(zone, width, say, read)
    return (_MARK if zone.mark else 0) + len(title) * _LINE + 2 * (len(reading) * _READING + _PADDING)


def _face(zone: Zone, width: float, height: float, say: Say, read: Read) -> Face:
    title, reading = _lines(zone, width, say, read)
    mark = _MARK if zone.mark else 0
    top = (height - mark - len(title) * _LINE) / 2
    below = top + mark + len(title) * _LINE
    return Face(
        (top + _LINE, zone.mark) if zone.mark else None,
        tuple((top + mark + number * _LINE + 16, words) for number, words in enumerate(title)),
        tuple((below + number * _READING + 9, words) for number, words in enumerate(reading)),
    )


def _lines(zone: Zone, width: float, say: Say, read: Read) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the lines of a zone's title and of its reading in a box of this *width*."""
    room = width - 2 * _PADDING
    return wrapped(say(zone.title), room), wrapped(read(say(zone.title)), room, READING)


def _span(stretches: list[tuple[float, float]]) -> Span:
    return Span(stretches[0][0], stretches[-1][1]) if stretches else Span(0, 0)
