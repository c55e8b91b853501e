"""What is due in a plan on a given day: this fiscal year, the next, and what is overdue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from macros.guideline.model import Action, Guide, Vocabulary
from macros.guideline.schedule import Cell, cells
from macros.guideline.standing import CLOSED, latest
from macros.guideline.years import fiscal_year_of

IN_FORCE = "in-force"
_CONTINUING = "continue"


class Overdue(NamedTuple):
    """An *action* that is overdue: on record as late, or planned for the year of *cell* and not on record since."""

    action: Action
    cell: Cell | None


@dataclass(frozen=True)
class Due:
    """What is due on a *day* of the fiscal *year*; *recorded* says whether the plan has any entry to judge by."""

    day: str
    year: int
    this: tuple[tuple[Action, Cell], ...]
    next: tuple[tuple[Action, Cell], ...]
    overdue: tuple[Overdue, ...]
    recorded: bool


def due(guide: Guide, vocabulary: Vocabulary, day: str) -> Due | None:
    """Say what is due in *guide* on *day* (2026-11-21); nothing where its plan is not in force on that day."""
    year = fiscal_year_of(day)
    periods = guide.front.periods
    ended = bool(periods) and year > max(period.last for period in periods)
    if guide.front.state.now != IN_FORCE or ended or not guide.years:
        return None
    recorded = any(action.progress for action in guide.actions.values())
    return Due(
        day,
        year,
        this=tuple(_planned(guide, vocabulary, year)),
        next=tuple(_planned(guide, vocabulary, year + 1)),
        overdue=tuple(_overdue(guide, vocabulary, year)) if recorded else (),
        recorded=recorded,
    )


def _planned(guide: Guide, vocabulary: Vocabulary, year: int) -> Iterator[tuple[Action, Cell]]:
    for action in _open(guide):
        for cell in cells(action, (year,), vocabulary):
            if cell.steps or cell.uncertain:
                yield action, cell


def _overdue(guide: Guide, vocabulary: Vocabulary, year: int) -> Iterator[Overdue]:
    """Give what is on record as late, and steps of earlier years since which nothing is on record.

    Years that the source leaves in doubt, and years that only continue the one before, are nobody's delay.
    """
    for action in _open(guide):
        last = latest(action)
        since = last.fiscal_year if last else 0
        passed = [
            cell
            for cell in cells(action, [one for one in guide.years if since < one < year], vocabulary)
            if not cell.uncertain and any(step.id != _CONTINUING for step in cell.steps)
        ]
        if last is not None and last.state == "late":
            yield Overdue(action, None)
        elif passed:
            yield Overdue(action, passed[0])


def _open(guide: Guide) -> Iterator[Action]:
    for action in guide.actions.values():
        last = latest(action)
        if last is None or last.state not in CLOSED:
            yield action
