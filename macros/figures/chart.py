"""Charts of indicators and surveys: bars whose lengths are the values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from macros.figures.lettering import length
from macros.guideline.model import Indicator, Survey, Text
from macros.guideline.years import era_year

_WIDE = 760
_TALL = 255
_ROW = 44
_TALL_ROW = 58
_VALUE = 150
_NARROW = 0.55
_PERCENT = "%"


@dataclass(frozen=True)
class Bar:
    """One bar: its *label*, *value* as printed and *kind*, and where it lies on wide and on narrow screens."""

    label: str
    value: str
    kind: str
    wide_length: float
    wide_y: int
    tall_length: float
    tall_y: int


@dataclass(frozen=True)
class Chart:
    """Bars one under another on a common scale that starts at zero; labels end at *label_end*."""

    bars: tuple[Bar, ...]
    label_end: int
    wide_height: int
    tall_height: int


def number(value: float, unit: Text | None = None) -> str:
    """Write *value* as the documents print it: 26.0% stays 26.0, 100 stays 100, and 75 groups are 75."""
    if unit is not None and _PERCENT not in unit.ja:
        return f"{value:g}"
    return f"{value:g}" if value in (0, 100) or (value == int(value) and value > 100) else f"{value:.1f}"


def indicator(one: Indicator, language: str) -> Chart:
    """Draw baseline, targets and actual values of one indicator in the order of their years."""
    values = [
        (one.baseline, "baseline"),
        *((target, "target") for target in one.targets),
        *((actual, "actual") for actual in one.actuals),
    ]
    values.sort(key=lambda pair: pair[0].year)
    most = max(value.value for value, _ in values)
    return _chart(
        [
            (
                f"{era_year(value.year)}({value.year})" if language == "ja" else f"FY{value.year}",
                value.value,
                kind,
            )
            for value, kind in values
        ],
        most,
        one.unit,
    )


def survey(one: Survey, say: Callable[[Text], str]) -> Chart:
    """Draw the answers of a survey in the order of the document."""
    most = one.total or max(share.value for share in one.answers)
    return _chart([(say(share.answer), share.value, "answer") for share in one.answers], most, one.unit)


def _chart(rows: list[tuple[str, float, str]], most: float, unit: Text) -> Chart:
    label_end = min(330, max(150, *(round(length(label, narrow=_NARROW)) for label, _, _ in rows)))
    full = _WIDE - label_end - _VALUE
    bars = tuple(
        Bar(
            label,
            number(value, unit),
            kind,
            wide_length=_share(full, value, most),
            wide_y=12 + place * _ROW,
            tall_length=_share(_TALL, value, most),
            tall_y=12 + place * _TALL_ROW,
        )
        for place, (label, value, kind) in enumerate(rows)
    )
    return Chart(bars, label_end, 12 + len(rows) * _ROW, 12 + len(rows) * _TALL_ROW)


def _share(full: int, value: float, most: float) -> float:
    return round(full * value / most, 1) if most else 0
