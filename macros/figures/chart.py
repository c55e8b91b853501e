"""Charts of indicators and surveys: bars whose lengths are the values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from macros.guideline.model import Indicator, Survey, Text
from macros.guideline.years import era_year

_FULL = 470


@dataclass(frozen=True)
class Bar:
    """One bar: its *label*, *value* as printed, *length* in drawing units, and *kind*."""

    label: str
    value: str
    length: float
    kind: str
    y: int


@dataclass(frozen=True)
class Chart:
    """Bars one under another on a common scale that starts at zero."""

    bars: tuple[Bar, ...]
    height: int


def number(value: float) -> str:
    """Write *value* as the documents print it: 26.0 stays 26.0, 100 stays 100."""
    return f"{value:g}" if value in (0, 100) or (value == int(value) and value > 100) else f"{value:.1f}"


def indicator(one: Indicator, language: str) -> Chart:
    """Draw baseline, targets and actual values of one indicator in the order of their years."""
    values = [
        (one.baseline, "baseline"),
        *((target, "target") for target in one.targets),
        *((actual, "actual") for actual in one.actuals),
    ]
    values.sort(key=lambda pair: (pair[0].year, pair[1]))
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
    )


def survey(one: Survey, say: Callable[[Text], str]) -> Chart:
    """Draw the answers of a survey in the order of the document."""
    most = one.total or max(share.value for share in one.answers)
    return _chart([(say(share.answer), share.value, "answer") for share in one.answers], most)


def _chart(rows: list[tuple[str, float, str]], most: float) -> Chart:
    bars = tuple(
        Bar(label, number(value), round(_FULL * value / most, 1) if most else 0, kind, 12 + place * 44)
        for place, (label, value, kind) in enumerate(rows)
    )
    return Chart(bars, 12 + len(rows) * 44)
