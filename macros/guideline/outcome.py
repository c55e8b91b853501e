"""Whether the targets of an indicator were reached: what the figures on record say, and no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from macros.guideline.model import Indicator, Value

Outcome = Literal["reached", "missed", "unknown"]

_KINDS = ("baseline", "target", "actual")


@dataclass(frozen=True)
class Reckoning:
    """One *target* with the *actual* value of its fiscal year, where there is one, and what follows from both."""

    target: Value
    actual: Value | None
    outcome: Outcome


def reckonings(indicator: Indicator) -> tuple[Reckoning, ...]:
    """Hold each target of *indicator* against the actual value of the same fiscal year."""
    actuals = {value.year: value for value in indicator.actuals}
    return tuple(_reckoned(indicator, target, actuals.get(target.year)) for target in indicator.targets)


def figures(indicator: Indicator) -> tuple[tuple[Value, str, Reckoning | None], ...]:
    """Give every figure of *indicator* in the order of the years: its kind and, of a target, what became of it."""
    held = {one.target.year: one for one in reckonings(indicator)}
    rows: list[tuple[Value, str, Reckoning | None]] = [(indicator.baseline, "baseline", None)]
    rows += [(value, "actual", None) for value in indicator.actuals]
    rows += [(value, "target", held[value.year]) for value in indicator.targets]
    return tuple(sorted(rows, key=lambda row: (row[0].year, _KINDS.index(row[1]))))


def _reckoned(indicator: Indicator, target: Value, actual: Value | None) -> Reckoning:
    if actual is None:
        return Reckoning(target, None, "unknown")
    reached = actual.value >= target.value if indicator.direction == "up" else actual.value <= target.value
    return Reckoning(target, actual, "reached" if reached else "missed")
