"""Read one file by itself: those that no guide holds and that rooms above know the meaning of."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from macros.guideline.mistakes import mistakes
from macros.guideline.model import Part
from macros.guideline.problems import GuidelineError, Place, Problem
from macros.guideline.source import read

Record = TypeVar("Record", bound=Part)


def single(path: Path, model: type[Record]) -> Record:
    """Read *path*, a file of a data folder, as a *model*.

    Raises GuidelineError with every problem of the file.
    """
    root = path.parents[1]
    if not (path.exists() or path.is_symlink()):
        raise GuidelineError([Problem(Place(path.relative_to(root).as_posix()), "missing-file")])
    tree = read(path, root)
    problems = list(tree.problems)
    if tree.mapping is not None:
        try:
            record = model.model_validate(tree.mapping)
        except ValidationError as error:
            problems += mistakes(error, tree, model)
    if problems or tree.mapping is None:
        raise GuidelineError(problems)
    return record
