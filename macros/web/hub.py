"""What the hub needs: the towns to choose from, by prefecture, and the words by which someone may look for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from macros import addresses
from macros.guideline.model import Guide, Library
from macros.guideline.model.guide import Named
from macros.web.pages import COMPARED, Page, has_comparison

if TYPE_CHECKING:
    from macros.web.desk import Desk

_OF_PREFECTURE = slice(0, 2)
"""The digits of a municipal code that name the prefecture"""


@dataclass(frozen=True)
class Prefecture:
    """A prefecture with its guides, in the order of municipal codes."""

    named: Named
    guides: tuple[Guide, ...]


def tools(desk: Desk, _page: Page, _guide: Guide | None) -> Mapping[str, Any]:
    """Give the hub's template what only it uses."""
    return {
        "prefectures": prefectures(desk.library),
        "looked_for_by": looked_for_by,
        "compared": COMPARED if has_comparison(desk.library) else (),
        "compare_page": addresses.compare_page,
    }


def prefectures(library: Library) -> tuple[Prefecture, ...]:
    """Group the guides by prefecture, from north to south as municipal codes run, unknown codes last."""
    ordered = sorted(library.guides, key=_order)
    grouped = groupby(ordered, key=lambda guide: guide.front.municipality.prefecture.name.ja)
    found = [tuple(guides) for _, guides in grouped]
    return tuple(Prefecture(guides[0].front.municipality.prefecture, guides) for guides in found)


def _order(guide: Guide) -> tuple[str, str, str]:
    town = guide.front.municipality
    code = town.code or "~"
    return code[_OF_PREFECTURE], town.prefecture.name.ja, code


def looked_for_by(guide: Guide) -> str:
    """Give the names and readings of a town and its prefecture, in both languages, as one line."""
    town = guide.front.municipality
    names = [town.name.ja, town.reading, town.name.en, town.prefecture.name.ja, town.prefecture.reading]
    return " ".join(name for name in (*names, town.prefecture.name.en) if name)
