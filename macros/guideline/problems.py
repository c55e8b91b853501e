"""What is wrong with the data: one problem a place, and the one exception for expected mistakes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from macros.guideline.wording import WORDING

Words = Mapping[str, str]
Values = Mapping[str, str | Words]
LONGEST_VALUE = 400
MOST_PROBLEMS = 500
"""How many problems of one file are told: nobody mends more before looking again"""


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands: *file* relative to the project, *line* and *column* from 1.

    Line 0 is for what stands in no file: a folder, an option of the command line.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Write the place as editors and terminals expect it, to jump there."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in the data: its *place*, the *code* of its wording and the *values* to fill in.

    A value is text, or a language map where it is said differently in each language.
    """

    place: Place
    code: str
    values: Values = field(default_factory=dict, compare=False)

    def say(self, language: str = "ja") -> str:
        """Say the problem and its remedy in *language* ("ja" or "en") as one line."""
        tongue = "en" if language == "en" else "ja"
        values = {name: value if isinstance(value, str) else value[tongue] for name, value in self.values.items()}
        wording = WORDING[self.code][tongue].format_map({name: _shown(value) for name, value in values.items()})
        return f"{_visible(str(self.place))}: {wording}"


class GuidelineError(Exception):
    """Raised when the data or a command cannot be used as it is; carries every problem found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        distinct = {(problem.place, problem.code, problem.say()): problem for problem in problems}
        self.problems = tuple(distinct[key] for key in sorted(distinct))
        super().__init__(f"{len(self.problems)} problem(s)")

    def __reduce__(self) -> tuple[type[GuidelineError], tuple[Sequence[Problem]]]:
        """Let other processes raise it."""
        return GuidelineError, (self.problems,)

    def lines(self, language: str = "ja") -> list[str]:
        """Give one line a problem, in the order of files and lines."""
        return [problem.say(language) for problem in self.problems]


def phrase(code: str, **values: str) -> dict[str, str]:
    """Give a piece of a sentence in every language, to be a value of a problem."""
    return {language: wording.format_map(values) for language, wording in WORDING[code].items()}


def hint(word: str, names: Iterable[str]) -> dict[str, str]:
    """Ask whether the nearest of *names* was meant by *word*; say nothing where none is near."""
    near = nearest(word, names)
    return phrase("hint", near=near) if near else {"ja": "", "en": ""}


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Give the one of *names* most like *word*, full-width letters and capitals aside, or None."""
    by_form = {_plain(name): name for name in names}
    found = get_close_matches(_plain(word), by_form, n=1, cutoff=0.6)
    return by_form[found[0]] if found else None


def _plain(word: str) -> str:
    kept = (one for one in unicodedata.normalize("NFKC", word) if unicodedata.category(one) != "Cf")
    return "".join(kept).strip().casefold()


def _shown(value: str) -> str:
    short = value if len(value) <= LONGEST_VALUE else value[: LONGEST_VALUE - 1] + "…"
    return _visible(short)


def _visible(text: str) -> str:
    """Show characters that cannot be seen, or that would steer a terminal, by their number."""
    return "".join(
        " " if one in "\n\t" else f"<U+{ord(one):04X}>" if not (one.isprintable() or one == "\u3000") else one
        for one in text
    )
