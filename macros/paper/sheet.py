"""What is to be printed, and what was printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.paper.faces import Faces


@dataclass(frozen=True)
class Sheet:
    """One PDF to be: *name* is its file's name below the guide's print folder, *kind* what `kyodo print` calls it.

    *data* (JSON) goes to the *template* of overrides/print; texts in it are leaves made by a Speaker.
    With *basis*, the name of another sheet of the guide, the template imposes the pages of that one's PDF.
    """

    guide: str
    name: str
    kind: str
    template: str
    faces: Faces
    language: str = "ja"
    data: Mapping[str, Any] = field(default_factory=dict)
    basis: str = ""


@dataclass(frozen=True)
class Printed:
    """A finished PDF with what pages say of it; *picture* is its first page as PNG."""

    sheet: Sheet
    pdf: bytes
    picture: bytes
    pages: int
    width: float
    height: float
    found: Mapping[str, Any]
    """What the template reports of itself by label (`<k-report>`), for tests and word lists"""
