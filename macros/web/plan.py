"""What a plan is sorted and sought by: its target groups, departments, implementers, steps and years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.guideline import text
from macros.guideline.model import Action, Guide, Text, Vocabulary
from macros.guideline.model.vocabulary import Word
from macros.guideline.schedule import Cell
from macros.guideline.years import fiscal_year

_CONTINUING = "continue"
UNCERTAIN = "uncertain"


@dataclass(frozen=True)
class Choice:
    """One thing to choose in a filter: its *value* in the address, and its *words*."""

    value: str
    words: str


def groups(guide: Guide, vocabulary: Vocabulary) -> tuple[Word, ...]:
    """Give the groups that actions of *guide* are for, in the vocabulary's order."""
    used = {party for action in guide.actions.values() for party in action.targets}
    return tuple(party for party in vocabulary.parties if party.id in used)


def used(guide: Guide, field: str) -> frozenset[str]:
    """Give the ids that actions of *guide* name in *field* (departments, implementers, targets)."""
    return frozenset(id for action in guide.actions.values() for id in getattr(action, field))


def row(action: Action, cells: Sequence[Cell]) -> Mapping[str, str]:
    """Give what a filter looks at in the row of *action*: ids with spaces between, and its steps as 2009:implement.

    A year that continues the one before counts as the step it continues, too; a year in doubt as "uncertain".
    """
    steps, before = [], ""
    for cell in cells:
        own = [step.id for step in cell.steps]
        if _CONTINUING in own and before:
            own.append(before)
        before = next((id for id in reversed(own) if id != _CONTINUING), "")
        steps += [f"{cell.year}:{id}" for id in [*own, *([UNCERTAIN] if cell.uncertain else [])]]
    return {
        "action": action.id,
        "department": " ".join(action.departments),
        "implementer": " ".join(action.implementers),
        "target": " ".join(action.targets),
        "steps": " ".join(steps),
    }


def year_text(year: int) -> Text:
    """Write a fiscal *year* in every language that has a way of its own to do so."""
    return Text(ja=fiscal_year(year, "ja"), en=fiscal_year(year, "en"))


def filled(label: Text, **values: Text) -> Text:
    """Fill texts into the slots of a *label*, language by language."""
    english = {name: value.en or value.ja for name, value in values.items()}
    return Text(
        ja=text.filled(label.ja, **{name: value.ja for name, value in values.items()}),
        en=text.filled(label.en, **english) if label.en else None,
    )
