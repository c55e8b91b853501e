"""What the pages that compare all guides need: the matrices, definitions, spectra and periods side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from macros import addresses
from macros.figures import scale, timeline
from macros.furigana import plain
from macros.guideline.alignment import KINDS, Cell, Fit, Matrix, compared, matrix, silence
from macros.guideline.model import Definition, Guide, Library, Text, Zone
from macros.web.pages import COMPARED, Page

if TYPE_CHECKING:
    from macros.web.desk import Desk

PARTS = ("who", "terms", "purpose", "action")
"""The parts into which a definition is taken apart"""

_PAGES = {"forms": "forms", "rules": "rules", "roles": "roles", "zones": "forms", "effects": "definitions"}
_ANCHORS = {"zones": "zone_", "effects": "effect_"}
_KILO = 1024


def tools(desk: Desk, page: Page, _: Guide | None) -> Mapping[str, Any]:
    """Give the templates of the comparison what only they use."""
    library = desk.library
    return {
        "guides": compared(library),
        "matrices": desk.once(_matrices, None),
        "definitions": definitions(library),
        "definition_parts": PARTS,
        "compared": COMPARED,
        "compare_page": addresses.compare_page,
        "target": lambda cell, fit, kind: target(cell.guide, fit, kind),
        "own_target": lambda guide, record, kind: section(guide, kind, record.id),
        "definition_target": lambda guide, one: addresses.section(
            addresses.guide_page(guide.id, "definitions"), one.id
        ),
        "lost_target": lambda guide, kind: lost(guide, kind),
        "reasons": reasons,
        "filled": filled,
        "silence": lambda table, guide: silence(table.kind, guide),
        "spectra": lambda: scale.drawing(
            compared(library), library.vocabulary.zones, lambda text: plain(desk.say(text)), desk.reading(None)
        ),
        "periods": lambda: periods(library),
        "time_line": lambda: timeline.drawing(periods(library), _bar_words(desk), desk.reading(None)),
        "csv": csv_file(desk, page),
    }


def _matrices(desk: Desk, _: None) -> Mapping[str, Matrix]:
    return {kind: matrix(desk.library, kind) for kind in KINDS}


def definitions(library: Library) -> tuple[tuple[Guide, Definition], ...]:
    """Give every definition of collaboration with its guide."""
    return tuple(
        (guide, one)
        for guide in compared(library)
        for one in (guide.definitions.definitions if guide.definitions else ())
    )


def periods(library: Library) -> tuple[timeline.Span, ...]:
    """Give the periods that the documents print, those of earlier plans included; guides without one are left out."""
    found = []
    for guide in compared(library):
        front = guide.front
        own = [timeline.Span(guide, one.title, one.first, one.last, "own") for one in front.periods]
        others = [
            timeline.Span(guide, one.title, one.first, one.last, "other")
            for one in front.related
            if one.first is not None and one.last is not None
        ]
        found += sorted((*own, *others), key=lambda one: (one.first, -one.last))
    return tuple(found)


def section(guide: Guide, kind: str, id: str) -> str:
    """Give the address of the section that tells of a record of one *kind*."""
    page = addresses.guide_page(guide.id, _PAGES[kind])
    return addresses.section(page, f"{_ANCHORS.get(kind, '')}{id}")


def target(guide: Guide, fit: Fit, kind: str) -> str:
    """Give the address of the section in which *guide* says what *fit* shows."""
    if fit.mention is None:
        assert fit.record is not None
        return section(guide, kind, fit.record.id)
    page = addresses.guide_page(guide.id, fit.mention.page)
    return addresses.section(page, fit.mention.section) if fit.mention.section else page


def lost(guide: Guide, kind: str) -> str:
    """Give the address of the section that tells of a lost figure."""
    figure = next(one for one in guide.front.lost if one.holds == kind)
    return addresses.section(addresses.guide_page(guide.id, figure.page), f"lost_{figure.id}")


def reasons(table: Matrix) -> list[tuple[Any, list[tuple[Cell, Fit]]]]:
    """Give each idea of *table* with the alignments to explain; what is only mentioned explains itself."""
    return [
        (row.idea, [(cell, fit) for cell in row.cells for fit in cell.fits if fit.record is not None])
        for row in table.rows
    ]


def filled(table: Matrix, guide: Guide) -> int:
    """Count the records of *guide* that stand in *table*."""
    return len(table.kind.records(guide))


def csv_file(desk: Desk, page: Page) -> Mapping[str, Any] | None:
    """Give link and size of the CSV that a build has made, or None where none was made."""
    path = desk.made(addresses.COMPARE_CSV)
    if not path.exists():
        return None
    origin = addresses.language_root(desk.language) + page.address
    return {
        "link": addresses.relative(origin, addresses.COMPARE_CSV),
        "size": f"{-(-path.stat().st_size // _KILO)} KB",
    }


def _bar_words(desk: Desk) -> timeline.Words:
    def words(span: timeline.Span) -> str:
        town, title = desk.say(span.guide.front.municipality.name), desk.say(span.title)
        between = " " if desk.language == "ja" else ": "
        return plain(f"{town}{between}{title} {span.first}–{span.last}")

    return words


__all__ = ["PARTS", "Text", "Zone", "definitions", "periods", "target", "tools"]
