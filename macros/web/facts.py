"""What the check of a guide found out that a build wants to know without reading the guide again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from macros.guideline.problems import Place, Problem
from macros.web.units import CHECKED, Units

FILE = "facts.json"


@dataclass(frozen=True)
class Facts:
    """The *pages* of a guide with their languages, its words in *doubt*, and what a release refuses.

    *samples* are texts that nobody has replaced yet, *hard* ones are too hard for children.
    """

    pages: Mapping[str, tuple[str, ...]]
    doubts: tuple[str, ...] = ()
    samples: tuple[Problem, ...] = ()
    hard: tuple[Problem, ...] = ()

    def written(self) -> str:
        """Give all of it as JSON."""
        whole = {
            "pages": self.pages,
            "doubts": self.doubts,
            "samples": [_plain(one) for one in self.samples],
            "hard": [_plain(one) for one in self.hard],
        }
        return json.dumps(whole, ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> Facts:
        """Give what was *written*."""
        whole = json.loads(text)
        pages = {address: tuple(languages) for address, languages in whole["pages"].items()}
        return cls(pages, tuple(whole["doubts"]), _problems(whole["samples"]), _problems(whole["hard"]))


def of(units: Units, guide: str) -> Facts:
    """Give what the check of *guide* left in its unit."""
    return Facts.read((units.folder(guide, CHECKED) / FILE).read_text(encoding="utf-8"))


def pages(units: Units) -> dict[str, tuple[str, ...]]:
    """Give the pages of every guide with their languages."""
    return {address: languages for guide in units.guides for address, languages in of(units, guide).pages.items()}


def _plain(problem: Problem) -> list[Any]:
    place = problem.place
    return [[place.file, place.line, place.column], problem.code, problem.values]


def _problems(written: Iterable[Any]) -> tuple[Problem, ...]:
    return tuple(Problem(Place(*place), code, values) for place, code, values in written)
