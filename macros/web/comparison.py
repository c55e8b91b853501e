"""Write the comparison of all guides as one CSV: a line for each idea, guide and own word."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from macros import addresses
from macros.furigana import plain
from macros.guideline.alignment import KINDS, Cell, Fit, Matrix, Row, matrix
from macros.guideline.model import Guide, Library
from macros.guideline.text import filled
from macros.opendata.sheets import shielded
from macros.web.compare import section, target
from macros.web.pages import has_comparison
from macros.web.project import Job
from macros.web.units import Units

HEADER = (
    "kind",
    "idea",
    "idea_ja",
    "idea_en",
    "guide",
    "municipality",
    "relation",
    "words_ja",
    "words_en",
    "reason_ja",
    "reason_en",
    "address",
)
"""relation: same, part, mentioned, or none (silent: reason says how; without an idea: aligned with none)"""


def make(library: Library, job: Job, _: Units, folder: Path) -> None:
    """Write the CSV below *folder*, where there are guides to compare."""
    if not has_comparison(library):
        return
    path = folder / addresses.COMPARE_CSV
    path.parent.mkdir(parents=True, exist_ok=True)
    site = job.variables().get("KYODO_SITE_URL", "")
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        found = lines(library, f"{site.rstrip('/')}/" if site else "")
        writer.writerows(tuple(shielded(plain(cell)) for cell in line) for line in found)


def lines(library: Library, site: str = "") -> Iterator[tuple[str, ...]]:
    """Give the lines below the header; addresses start with that of the *site*, or from its root where unknown."""
    for kind in KINDS:
        table = matrix(library, kind)
        for row in table.rows:
            for cell in row.cells:
                yield from _of_cell(library, table, row, cell, site)
        for guide, records in zip(table.guides, table.own, strict=True):
            for one in records:
                words = (one.title.ja, one.title.en or "")
                address = site + section(guide, kind, one.id)
                yield (kind, "", "", "", *_of_guide(guide), "none", *words, "", "", address)


def _of_cell(library: Library, table: Matrix, row: Row, cell: Cell, site: str) -> Iterator[tuple[str, ...]]:
    kind, labels = table.kind.name, library.labels.labels
    idea = (kind, row.idea.id, row.idea.name.ja, row.idea.name.en or "", *_of_guide(cell.guide))
    for fit in cell.fits:
        words = (fit.own.ja, fit.own.en or "")
        yield (*idea, fit.relation, *words, *reason(library, row, fit), site + target(cell.guide, fit, kind))
    if cell.silence:
        silent = labels[f"compare_silent_{cell.silence}"]
        yield (*idea, "none", "", "", silent.ja, silent.en or "", "")


def reason(library: Library, row: Row, fit: Fit) -> tuple[str, str]:
    """Say in Japanese and English why *fit* stands in *row*; what is only mentioned explains itself."""
    if fit.mention:
        return "", ""
    if fit.why:
        return fit.why.ja, fit.why.en or ""
    label, name = library.labels.labels[f"compare_why_{fit.ground}"], row.idea.name
    return filled(label.ja, name=name.ja), filled(label.en or "", name=name.en or name.ja)


def _of_guide(guide: Guide) -> tuple[str, str]:
    return guide.id, guide.front.municipality.name.ja
