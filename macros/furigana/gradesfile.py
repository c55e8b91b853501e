"""The form of data/kanji.yml, and its reading with a message for every mistake."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from macros.guideline.model.records import Line, Part
from macros.guideline.single import single


class GradesFile(Part):
    """kanji.yml: 学年ごとの漢字。"""

    grades: dict[Annotated[int, Field(ge=1, le=6)], Line]
    """学年: その学年で習う漢字"""


def checked(path: Path) -> dict[int, str]:
    """Read the file at *path*. Raises GuidelineError with every mistake in it."""
    return single(path, GradesFile).grades
