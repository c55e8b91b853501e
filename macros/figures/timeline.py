"""Plans and their periods on one time line: a bar for each, all on the same fiscal years."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from macros.figures.lettering import Line, Read, placed, unread, wrapped, wrapped_reading
from macros.guideline.model import Guide, Text

_TOP = 34
_LINE = 22
_READING = 12
_BAR = 16
_GAP = 18
_EVERY = 70
"""The least width between two years that are written out"""


@dataclass(frozen=True)
class Span:
    """A period of fiscal years that *guide* names: that of its *own* plan, or of an *other* one it mentions."""

    guide: Guide
    title: Text
    first: int
    last: int
    kind: Literal["own", "other"]


Words = Callable[[Span], str]


@dataclass(frozen=True)
class Bar:
    """A period's bar from *x*, *width* long; above it its words in *lines*, and above these how they are *read*."""

    span: Span
    reading: tuple[Line, ...]
    lines: tuple[Line, ...]
    x: float
    y: int
    width: float


@dataclass(frozen=True)
class Arrangement:
    """Bars on a scale *width* wide; *years* are the grid lines, with the year written where there is room."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    years: tuple[tuple[float, int | None], ...]


@dataclass(frozen=True)
class Drawing:
    """The same time line for wide and for narrow screens."""

    wide: Arrangement
    tall: Arrangement


def drawing(spans: Sequence[Span], words: Words, read: Read = unread) -> Drawing:
    """Draw *spans*, of which there must be some; *words* says what stands above a bar, *read* how that is read."""
    return Drawing(_arranged(spans, words, read, 1100), _arranged(spans, words, read, 340))


def _arranged(spans: Sequence[Span], words: Words, read: Read, width: int) -> Arrangement:
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    year = width / (last - first + 1)
    step = -(-_EVERY // int(year))
    bars, y = [], _TOP
    for span in spans:
        said = words(span)
        lines, reading = wrapped(said, width), wrapped_reading(read(said), width)
        above = y + _READING * len(reading)
        bars.append(
            Bar(
                span,
                placed(reading, y + _READING - 4, _READING),
                placed(lines, above + _LINE, _LINE),
                round((span.first - first) * year, 1),
                above + _LINE * len(lines) + 8,
                round((span.last - span.first + 1) * year, 1),
            )
        )
        y = bars[-1].y + _BAR + _GAP
    years = tuple(
        (round((at - first) * year, 1), at if (at - first) % step == 0 else None) for at in range(first, last + 1)
    )
    return Arrangement(width, y, tuple(bars), years)
