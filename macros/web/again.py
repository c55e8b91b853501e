"""Use a finished page again while it is made from the same Markdown among the same surroundings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros.web.searchindex import Found, Section

KEPT, FOUND, SHEETS, TREE = "kept.json", "found.json", "sheets.json", "tree"
"""What a unit keeps of its pages in a language: their marks, what search found, what the check read, the pages"""
TEMPLATE = "kept.html"
"""The theme's template of a page that is not drawn anew"""

Mark = tuple[str, str]
"""What a page is made from, and what it has become, as fingerprints"""


def fingerprint(*parts: str) -> str:
    """Name all *parts* together."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(f"{len(part)}\0{part}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:32]


@dataclass(frozen=True)
class Again:
    """The finished pages of one unit in one language that lie in *folder*; *marks* are those of the pages now made."""

    folder: Path
    surroundings: str
    old: Mapping[str, Mark]
    found: Mapping[str, tuple[Section, ...]]
    marks: dict[str, Mark] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path, surroundings: str) -> Again:
        """Look at what was built into *folder* before; the *surroundings* are all that surrounds the Markdown."""
        old = marks(folder)
        found: dict[str, tuple[Section, ...]] = {}
        if old:
            for one in Found.read((folder / FOUND).read_text(encoding="utf-8")).sections:
                found[one.page] = (*found.get(one.page, ()), one)
        return cls(folder, surroundings, old, found)

    def page(self, address: str, markdown: str) -> str | None:
        """Give the page at *address* as it was made from *markdown* before, or None where it has to be made."""
        source = fingerprint(self.surroundings, address, markdown)
        self.marks[address] = (source, "")
        made_from, mark = self.old.get(address, ("", ""))
        if made_from != source:
            return None
        try:
            html = (self.folder / TREE / address / "index.html").read_text(encoding="utf-8")
        except (OSError, ValueError):
            return None
        return html if fingerprint(html) == mark else None

    def made(self, address: str, html: str) -> None:
        """Remember what the page at *address* has become."""
        source, _ = self.marks[address]
        self.marks[address] = (source, fingerprint(html))

    def written(self) -> str:
        """Give the marks of the pages now made as JSON."""
        return json.dumps(self.marks)


def marks(folder: Path) -> dict[str, Mark]:
    """Give the marks of the finished pages in *folder*, none where there are none."""
    return marks_in(folder / KEPT)


def marks_in(path: Path) -> dict[str, Mark]:
    """Give the marks that were written into the file *path*, none where it is not there."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {address: (source, mark) for address, (source, mark) in read.items()}


def sheets(folder: Path, same: Iterable[str]) -> dict[str, Mapping[str, object]]:
    """Give what the check read of those pages in *folder* that are the *same* still, by address below the site."""
    try:
        read = json.loads((folder / SHEETS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    wanted = {f"{address}index.html" for address in same}
    return {sheet["page"]: sheet for sheet in read if sheet["page"] in wanted}
