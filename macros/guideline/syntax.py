"""Reword what the YAML parser says of a file it cannot read, by the kind of mistake people make."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import yaml

from macros.guideline.problems import Place, Problem

_NAME = re.compile(r"[a-z][a-z_-]{1,19}|[0-9]{4}")
"""What is rather the name of an entry, or a year, than the beginning of a text"""


@dataclass(frozen=True)
class Complaint:
    """What the parser found: its words, where it stopped (*at*) and where the broken part began (*since*)."""

    file: str
    words: str
    context: str
    at: tuple[int, int]
    since: tuple[int, int]
    lines: Sequence[str]

    def line(self, spot: tuple[int, int]) -> str:
        """Give the line on which *spot* stands."""
        return self.lines[spot[0]] if spot[0] < len(self.lines) else ""

    def sign(self, spot: tuple[int, int]) -> str:
        """Give the character at *spot*, or nothing at a line's end."""
        return self.line(spot)[spot[1] : spot[1] + 1]

    def bracket(self) -> tuple[int, int] | None:
        """Give the opening bracket at which, or else after which, the broken part began."""
        for line in range(min(self.since[0], len(self.lines) - 1), -1, -1):
            upto = self.since[1] + 1 if line == self.since[0] else len(self.lines[line])
            column = max(self.lines[line].rfind(sign, 0, upto) for sign in "[{")
            if column >= 0:
                return line, column
        return None

    def before(self) -> str:
        """Give the last character other than a space before the place where the parser stopped."""
        return self.line(self.at)[: self.at[1]].rstrip()[-1:]

    def problem(self, code: str, spot: tuple[int, int], /, **values: str) -> Problem:
        """Make the problem *code* at *spot*, whose line and column count from 0; a file's end is its last line's."""
        line = min(spot[0], max(len(self.lines) - 1, 0))
        column = spot[1] if line == spot[0] else len(self.line((line, 0)))
        return Problem(Place(self.file, line + 1, column + 1), code, values)


Kind = Callable[[Complaint], Problem | None]


def complaint(error: yaml.YAMLError, file: str, lines: Sequence[str]) -> Complaint:
    """Take from *error* what matters, whether the C parser or the Python one raised it."""
    mark = getattr(error, "problem_mark", None)
    since = getattr(error, "context_mark", None) or mark
    at = (mark.line, mark.column) if mark else (0, 0)
    return Complaint(
        file,
        getattr(error, "problem", None) or "",
        getattr(error, "context", None) or "",
        at,
        (since.line, since.column) if since else at,
        lines,
    )


def reworded(found: Complaint) -> Problem:
    """Give the problem that the first fitting kind makes of *found*."""
    for kind in KINDS:
        problem = kind(found)
        if problem:
            return problem
    return found.problem("syntax", found.at)


def _quote_open(found: Complaint) -> Problem | None:
    """A quotation mark is opened and the file ends."""
    if "quoted scalar" in found.context and ("end of stream" in found.words or "document" in found.words):
        return found.problem("quote-open", found.since)
    return None


def _backslash(found: Complaint) -> Problem | None:
    """A backslash in double quotation marks."""
    return found.problem("backslash", found.at) if "quoted scalar" in found.context else None


def _colon(found: Complaint) -> Problem | None:
    """A colon and a space inside a text."""
    if "mapping values are not allowed" not in found.words:
        return None
    inside = found.line(found.at)[: found.at[1]]
    if ": " not in inside:
        return found.problem("bad-indentation", found.at)
    second = inside.rpartition(": ")[2].strip()
    if _NAME.fullmatch(second):
        return found.problem("two-names", found.at, key=second)
    return found.problem("colon-in-text", found.at)


def _sign(found: Complaint) -> Problem | None:
    """A sign of YAML's own at the start of a text."""
    for words, spot in (
        ("cannot start any token", found.at),
        ("mapping keys are not allowed", found.at),
        ("node content", found.at),
        ("sequence entries are not allowed", found.at),
        ("while scanning an alias", found.since),
        ("while scanning an anchor", found.since),
        ("tag", found.since),
        ("block scalar", found.since),
        ("directive", found.since),
    ):
        if words in found.words or words in found.context:
            sign = found.sign(spot)
            starts_line = not found.line(spot)[: spot[1]].strip()
            if sign == "\t":
                return found.problem("indent-tab" if starts_line else "tab", spot)
            if sign == "-" and starts_line:
                return found.problem("bad-indentation", spot)
            return found.problem("sign-at-start", spot, sign=sign) if sign else None
    return None


def _bracket(found: Complaint) -> Problem | None:
    """A bracket that is not closed, or text in it that needs quotation marks."""
    if "while parsing a flow" not in found.context:
        return None
    spot = found.bracket()
    before = found.line(found.at)[: found.at[1]].rstrip()
    if spot and spot[0] == found.at[0] and before.endswith(("'", '"')) and found.sign(found.at) not in ",]}:":
        return found.problem("quote-in-braces", found.at)
    return found.problem("bracket-open", spot, sign=found.sign(spot)) if spot else None


def _documents(found: Complaint) -> Problem | None:
    """More than one document, or a line that stands further left than the first."""
    if "document start" not in found.words:
        return None
    divided = any(line.startswith(("---", "...")) for line in found.lines[: found.at[0]])
    return found.problem("many-documents" if divided else "bad-indentation", found.at)


def _colonless(found: Complaint) -> Problem | None:
    """A name without a colon."""
    return found.problem("name-without-colon", found.since) if "expected ':'" in found.words else None


def _text_after(found: Complaint) -> Problem | None:
    """Text behind a closing quotation mark or bracket."""
    before = found.before()
    if "while parsing a block" not in found.context or not before:
        return None
    if before in "\"'":
        return found.problem("text-after-quote", found.at)
    if before in "]}":
        return found.problem("text-after-bracket", found.at, sign={"]": "[", "}": "{"}[before])
    return None


def _indentation(found: Complaint) -> Problem | None:
    """Lines of one level that start at different columns."""
    return found.problem("bad-indentation", found.at) if "while parsing a block" in found.context else None


KINDS: tuple[Kind, ...] = (
    _quote_open,
    _backslash,
    _colon,
    _sign,
    _bracket,
    _documents,
    _colonless,
    _text_after,
    _indentation,
)
