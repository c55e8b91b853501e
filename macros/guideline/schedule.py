"""Read an action's schedule: what is printed for each fiscal year, as steps, and where it is uncertain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.guideline.model import Action
from macros.guideline.model.vocabulary import StepWord, Vocabulary

SEPARATOR = "・"


@dataclass(frozen=True)
class Cell:
    """One fiscal *year* of one action: the words *printed*, the *steps* they mean, and whether they are sure."""

    year: int
    printed: str
    steps: tuple[StepWord, ...]
    uncertain: bool

    @property
    def tone(self) -> str:
        """The id of the furthest step, by which figures choose their tone; "none" for an empty cell."""
        return self.steps[-1].id if self.steps else "none"


def cells(action: Action, years: Sequence[int], vocabulary: Vocabulary) -> tuple[Cell, ...]:
    """Give one cell for each of *years*, in their order."""
    doubtful = _doubtful_years(action)
    return tuple(
        Cell(
            year,
            printed := action.schedule.get(year, ""),
            steps_of(printed, vocabulary) if printed else (),
            year in doubtful,
        )
        for year in years
    )


def steps_of(printed: str, vocabulary: Vocabulary) -> tuple[StepWord, ...]:
    """Give the steps that the *printed* words of one year mean; words that no step knows are left out."""
    known = {words: step for step in vocabulary.steps for words in step.printed}
    if printed in known:
        return (known[printed],)
    return tuple(known[words] for words in printed.split(SEPARATOR) if words in known)


def _doubtful_years(action: Action) -> frozenset[int]:
    doubtful: set[int] = set()
    for one in action.uncertain:
        readings = [reading for reading in one.readings if isinstance(reading, dict)]
        years = {year for reading in readings for year in reading}
        doubtful |= {year for year in years if len({reading.get(year) for reading in readings}) > 1}
    return frozenset(doubtful)
