"""Leave out what is wrong only because a file cannot be read, has another name than it should, or is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.guideline.model import FILES, PLAN_FOLDER
from macros.guideline.problems import Place, Problem

_REFERENCE = "unknown-reference"
_ABOUT_FILES = frozenset((_REFERENCE, "leaflet-without-part", "figure-without-records", "kind-without-records"))
_ABOUT_THE_PLAN = "repeat-of-repeat"
_ABOUT_THE_BOOK = "word-not-used"
"""The reader for children shows records of nearly every file"""


@dataclass(frozen=True)
class Missing:
    """What a guide lacks of its files (as "forms.yml", "plan"): those *broken* or misnamed, and those *absent*."""

    folder: str
    """The guide's folder, as messages name it"""
    broken: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()

    def standing(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Give those of *problems* that stand for sure, and one for each absent file that others refer to."""
        every = list(problems)
        wanted: dict[str, list[Problem]] = {}
        for one in every:
            files = _named(one)
            if one.code == _REFERENCE and files and files <= self.absent:
                wanted.setdefault(min(files), []).append(one)
        for file, found in wanted.items():
            values = {"count": str(len(found)), "first": str(min(found).place)}
            yield Problem(Place(f"{self.folder}/{file}"), "file-wanted", values)
        lost = self.broken.union(wanted)
        yield from (one for one in every if _stands(one, lost))


def _stands(problem: Problem, lost: frozenset[str]) -> bool:
    """Say whether *problem* stands for sure, or may vanish once the files that are *lost* can be read."""
    if problem.code == _ABOUT_THE_PLAN:
        return PLAN_FOLDER not in lost
    if problem.code == _ABOUT_THE_BOOK:
        return not lost
    return problem.code not in _ABOUT_FILES or not _named(problem) & lost


def _named(problem: Problem) -> frozenset[str]:
    """Give the files of the guide in which what a *problem* misses would be: aoba/departments.yml (departments)."""
    where = str(problem.values.get("where", "")).split()
    return frozenset(one.rpartition("/")[2] for one in where) & {*FILES, PLAN_FOLDER}
