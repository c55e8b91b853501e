"""Plans and their periods on one time line: a bar for each, all on the same fiscal years."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from macros.figures.lettering import wrapped
from macros.guideline.model import Guide, Text

_TOP = 34
_LINE = 22
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
    """A period's bar from *x*, *width* long, with its words in *lines* above it."""

    span: Span
    lines: tuple[str, ...]
    text_y: int
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


def drawing(spans: Sequence[Span], words: Words) -> Drawing:
    """Draw *spans*, of which there must be some; *words* says what stands above a bar."""
    return Drawing(_arranged(spans, words, 1100), _arranged(spans, words, 340))


def _arranged(spans: Sequence[Span], words: Words, width: int) -> Arrangement:
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    year = width / (last - first + 1)
    step = -(-_EVERY // int(year))
    bars, y = [], _TOP
    for span in spans:
        lines = wrapped(words(span), width)
        text_y = y + _LINE
        y = text_y + _LINE * (len(lines) - 1) + 8
        bars.append(
            Bar(
                span,
                lines,
                text_y,
                round((span.first - first) * year, 1),
                y,
                round((span.last - span.first + 1) * year, 1),
            )
        )
        y += _BAR + _GAP
    years = tuple(
        (round((at - first) * year, 1), at if (at - first) % step == 0 else None) for at in range(first, last + 1)
    )
    return Arrangement(width, y, tuple(bars), years)
