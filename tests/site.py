"""Build the make-believe town for the tests that look at a finished site, and read its pages."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from macros.guideline.load import load
from macros.guideline.model import Library
from macros.web.build import build
from macros.web.progress import Progress
from macros.web.project import ROOT, Job

HERE = Path(__file__).parent
MINI = HERE / "towns" / "mini" / "data"


@cache
def library(data: Path) -> Library:
    """Load *data*, which stay as they are, once for all tests of a process."""
    return load(data)


def town(folder: Path) -> Path:
    """Copy the make-believe town's data into *folder*."""
    return Path(shutil.copytree(MINI, folder / "data"))


def replaced(file: Path, old: str, new: str) -> None:
    """Write *new* for *old*, which must be there, in a *file*."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file} does not hold {old!r}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def job(folder: Path, data: Path | None = None, **environment: str) -> Job:
    """Describe a build that stays in *folder*."""
    return Job(data=data or MINI, site=folder / "site", work=folder / "work", environment=environment)


def built(folder: Path, data: Path | None = None, **environment: str) -> Path:
    """Build *data* (the make-believe town when not given) below *folder* and give the site's folder."""
    return build(job(folder, data, **environment), Progress()).site


def page_of(site: Path, address: str, *, readings: bool = False) -> LexborHTMLParser:
    """Read the page at *address*, without furigana unless *readings* are asked for."""
    tree = LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))
    for reading in () if readings else tree.css("rt, rp"):
        reading.decompose()
    return tree


def snapshot(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file below *folder*."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


__all__ = ["HERE", "MINI", "ROOT", "built", "job", "library", "page_of", "replaced", "snapshot", "town"]
