"""Read one YAML file as plain text values that know where they stand, and find everything wrong with its form."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from macros.guideline.content import content
from macros.guideline.encoding import decoded
from macros.guideline.model.records import Located
from macros.guideline.problems import MOST_PROBLEMS, Place, Problem, phrase
from macros.guideline.signs import FORBIDDEN, piled_marks, sign_problems
from macros.guideline.tree import Builder, Tree

MOST_LINES = 20_000
LONGEST_LINE = 10_000
"""Ten times what the largest real files hold (content.LARGEST_FILE, too): what is smaller takes no second"""

_HARMLESS = frozenset(
    (
        "private-use",
        "control-character",
        "lost-letter",
        "invisible-in-key",
        "duplicate-key",
        "cut-by-hash",
        "empty-value",
        "value-is-comment",
        "empty-item",
        "folded",
        "mistyped-reading",
    )
)


def read(path: Path, root: Path) -> Tree:
    """Read the YAML file *path*, whose messages name it relative to the folder *root*.

    Never raises for what the file holds: the problems stand in the tree.
    """
    data = content(path, root)
    return _refused(data) if isinstance(data, Problem) else parse(data, path.relative_to(root).as_posix())


def parse(data: bytes, file: str) -> Tree:
    """Read *data*, the contents of the YAML file that messages call *file*."""
    text = decoded(data, file)
    if isinstance(text, Problem):
        return _refused(text)
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        sizes = {
            unit: phrase("lines", count=str(count)) for unit, count in (("size", len(lines)), ("limit", MOST_LINES))
        }
        return _refused(Problem(Place(file), "too-large", sizes))
    if long := next((number for number, line in enumerate(lines, 1) if len(line) > LONGEST_LINE), None):
        return _refused(Problem(Place(file, long), "line-too-long", {"limit": str(LONGEST_LINE)}))
    if piled := piled_marks(file, text):
        return _refused(piled)
    signs = list(islice(sign_problems(file, text), MOST_PROBLEMS))
    builder = Builder(file, lines, {problem.place.line for problem in signs if _breaks(problem)})
    builder.run(FORBIDDEN.sub("\ufffd", text))
    problems = (*signs, *builder.problems)
    whole = builder.complete and isinstance(builder.top, Located) and not any(map(_breaks, problems))
    return Tree(file, builder.top if whole else None, builder.values, builder.keys, problems)


def _refused(problem: Problem) -> Tree:
    return Tree(problem.place.file, None, {}, {}, (problem,))


def _breaks(problem: Problem) -> bool:
    return problem.code not in _HARMLESS
