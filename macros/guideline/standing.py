"""How the actions of a plan stand: the entries of each fiscal year, and what was on record before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from macros.guideline.model import Action, Guide, Progress
from macros.guideline.model.plan import STATES

Turn = Literal["none", "closed", "first", "same", "other"]
CLOSED = frozenset(("done", "stopped", "merged"))
"""States after which nothing more of an action is due"""


@dataclass(frozen=True)
class Standing:
    """How one *action* stood in one fiscal *year*: the *entries* of that year, and the last one *before* it."""

    action: Action
    year: int
    entries: tuple[Progress, ...]
    before: Progress | None

    @property
    def last(self) -> Progress | None:
        """The year's last entry, which says how the action stands."""
        return self.entries[-1] if self.entries else None

    @property
    def state(self) -> str:
        """The state of the year's last entry or, of an action closed before, that in which it was closed; or "none"."""
        if self.last is not None:
            return self.last.state
        return self.before.state if self.before is not None and self.before.state in CLOSED else "none"

    @property
    def turn(self) -> Turn:
        """Say how the state compares with the one before: none, closed earlier, the first, the same, other."""
        if self.last is None:
            return "none" if self.state == "none" else "closed"
        if self.before is None:
            return "first"
        return "same" if self.before.state == self.last.state else "other"


def entries(action: Action) -> tuple[Progress, ...]:
    """Give the entries of *action* from the oldest to the newest."""
    return tuple(sorted(action.progress, key=lambda entry: (entry.fiscal_year, entry.date)))


def latest(action: Action) -> Progress | None:
    """Give the newest entry of *action*."""
    return entries(action)[-1] if action.progress else None


def recorded_years(guide: Guide) -> tuple[int, ...]:
    """Give the fiscal years of which *guide* has entries, in order."""
    return tuple(sorted({entry.fiscal_year for action in guide.actions.values() for entry in action.progress}))


def standing(action: Action, year: int) -> Standing:
    """Say how *action* stood in the fiscal *year*."""
    listed = entries(action)
    earlier = [entry for entry in listed if entry.fiscal_year < year]
    own = tuple(entry for entry in listed if entry.fiscal_year == year)
    return Standing(action, year, own, earlier[-1] if earlier else None)


def tally(guide: Guide, year: int) -> Mapping[str, int]:
    """Count the actions of *guide* by their state in the fiscal *year*, "none" last for those not on record."""
    counted = Counter(standing(action, year).state for action in guide.actions.values())
    return {state: counted[state] for state in (*STATES, "none") if counted[state]}
