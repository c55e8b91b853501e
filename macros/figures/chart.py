"""Charts of indicators and surveys: bars whose lengths are the values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from macros.figures.lettering import Line, Read, length, placed, unread, wrapped, wrapped_reading
from macros.guideline.model import Indicator, Survey, Text
from macros.guideline.years import era_year

_WIDE, _TALL = 760, 340
_LABEL = (150, 330)
"""How wide the column of the labels is, at least and at most"""
_VALUE = 150
"""What the values take behind the longest bar of a wide chart"""
_TALL_BAR = 255
_BAR = 28
_TOP = 2
_PADDING = 7
_ROW = 44
_LINE, _READING = 20, 11
"""How tall the lines of labels and of their readings are"""
_NARROW = 0.55
_PERCENT = "%"


@dataclass(frozen=True)
class Row:
    """Where a bar lies and what is written at it: the *words* of its label and their *reading*, in lines that fit."""

    words: tuple[Line, ...]
    reading: tuple[Line, ...]
    y: float
    length: float


@dataclass(frozen=True)
class Bar:
    """One bar: its *label*, *value* as printed and *kind*, and its row on wide and on narrow screens."""

    label: str
    value: str
    kind: str
    wide: Row
    tall: Row


@dataclass(frozen=True)
class Chart:
    """Bars one under another on a common scale that starts at zero; labels end at *label_end*."""

    bars: tuple[Bar, ...]
    label_end: int
    wide_height: float
    tall_height: float


def number(value: float, unit: Text | None = None) -> str:
    """Write *value* as the documents print it: 26.0% stays 26.0, 100 stays 100, and 75 groups are 75."""
    if unit is not None and _PERCENT not in unit.ja:
        return f"{value:g}"
    return f"{value:g}" if value in (0, 100) or (value == int(value) and value > 100) else f"{value:.1f}"


def indicator(one: Indicator, language: str, read: Read = unread) -> Chart:
    """Draw baseline, targets and actual values of one indicator in the order of their years."""
    values = [
        (one.baseline, "baseline"),
        *((target, "target") for target in one.targets),
        *((actual, "actual") for actual in one.actuals),
    ]
    values.sort(key=lambda pair: pair[0].year)
    most = max(value.value for value, _ in values)
    years = [f"{era_year(value.year)}({value.year})" if language == "ja" else f"FY{value.year}" for value, _ in values]
    rows = [(year, value.value, kind) for year, (value, kind) in zip(years, values, strict=True)]
    return _chart(rows, most, one.unit, read)


def survey(one: Survey, say: Callable[[Text], str], read: Read = unread) -> Chart:
    """Draw the answers of a survey in the order of the document."""
    most = one.total or max(share.value for share in one.answers)
    return _chart([(say(share.answer), share.value, "answer") for share in one.answers], most, one.unit, read)


def _chart(rows: list[tuple[str, float, str]], most: float, unit: Text, read: Read) -> Chart:
    least, widest = _LABEL
    label_end = min(widest, max(least, *(round(length(label, narrow=_NARROW)) for label, _, _ in rows)))
    full = _WIDE - label_end - _VALUE
    bars: list[Bar] = []
    wide_end = tall_end = float(_TOP)
    for label, value, kind in rows:
        wide, wide_end = _wide(label, read(label), label_end, wide_end, _share(full, value, most))
        tall, tall_end = _tall(label, read(label), tall_end, _share(_TALL_BAR, value, most))
        bars.append(Bar(label, number(value, unit), kind, wide, tall))
    return Chart(tuple(bars), label_end, wide_end, tall_end)


def _wide(label: str, reading: str, width: float, start: float, long: float) -> tuple[Row, float]:
    """Give the row that begins at *start*, its words in the middle of it with the reading above, and where it ends."""
    words, said = _lines(label, reading, width)
    height = max(_ROW, len(words) * _LINE + 2 * max(len(said) * _READING, _PADDING))
    top = start + (height - len(words) * _LINE) / 2
    above = top - len(said) * _READING
    row = Row(placed(words, top + 16, _LINE), placed(said, above + 9, _READING), start + (height - _BAR) / 2, long)
    return row, start + height


def _tall(label: str, reading: str, start: float, long: float) -> tuple[Row, float]:
    """Give the row that begins at *start*, its words over the bar with the reading above them, and where it ends."""
    words, said = _lines(label, reading, _TALL)
    top = start + max(len(said), 1) * _READING
    bar = top + len(words) * _LINE + 3
    return Row(placed(words, top + 15, _LINE), placed(said, start + 8, _READING), bar, long), bar + 26


def _lines(label: str, reading: str, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return wrapped(label, width, narrow=_NARROW), wrapped_reading(reading, width)


def _share(full: int, value: float, most: float) -> float:
    return round(full * value / most, 1) if most else 0
