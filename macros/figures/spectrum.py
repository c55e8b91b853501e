"""The spectrum of collaboration: zones side by side, or one under another on narrow screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from macros.figures.lettering import Line, Read, placed, unread, wrapped, wrapped_reading
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
    words = [_Words.of(zone, width, say, read) for zone in zones]
    height = max(_LEAST_WIDE, *(one.needed for one in words))
    boxes = tuple(
        one.box(round(number * (width + _GAP), 1), _WIDE_TOP, round(width, 1), height)
        for number, one in enumerate(words)
    )
    span = _span([(box.x, box.x + box.width) for box in boxes if box.zone.collaboration == "yes"])
    return Arrangement(boxes, span, _WIDE_TOP + height, (_WIDTH, _WIDE_TOP + height + _BELOW))


def _tall(zones: tuple[Zone, ...], say: Say, read: Read) -> Arrangement:
    width = _TALL - _SIDE
    boxes: list[Box] = []
    y = float(_TALL_TOP)
    for zone in zones:
        words = _Words.of(zone, width, say, read)
        boxes.append(words.box(_SIDE, y, width, max(_LEAST_TALL, words.needed)))
        y += boxes[-1].height + _GAP
    span = _span([(box.y, box.y + box.height) for box in boxes if box.zone.collaboration == "yes"])
    return Arrangement(tuple(boxes), span, y - _GAP, (_TALL, y - _GAP + _BELOW))


@dataclass(frozen=True)
class _Words:
    """The lines of a zone's title and of its reading, for a box of some width."""

    zone: Zone
    title: tuple[str, ...]
    reading: tuple[str, ...]

    @classmethod
    def of(cls, zone: Zone, width: float, say: Say, read: Read) -> _Words:
        title, room = say(zone.title), width - 2 * _PADDING
        return cls(zone, wrapped(title, room), wrapped_reading(read(title), room))

    @property
    def _height(self) -> float:
        return (_MARK if self.zone.mark else 0) + len(self.title) * _LINE

    @property
    def needed(self) -> float:
        """The least height in which the words stand in the middle, with room for the reading below."""
        return self._height + 2 * (len(self.reading) * _READING + _PADDING)

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        top = (height - self._height) / 2
        below = top + self._height
        face = Face(
            (top + _LINE, self.zone.mark) if self.zone.mark else None,
            placed(self.title, below - len(self.title) * _LINE + 16, _LINE),
            placed(self.reading, below + 9, _READING),
        )
        return Box(x, y, width, height, self.zone, _TONES[self.zone.lead], face)


def _span(stretches: list[tuple[float, float]]) -> Span:
    return Span(stretches[0][0], stretches[-1][1]) if stretches else Span(0, 0)
