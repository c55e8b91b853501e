"""Use a finished page again while it is made from the same Markdown among the same surroundings."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros import patience
from macros.web.searchindex import Found, Section
from macros.web.units import is_left_alone

KEPT, FOUND, SHEETS, TREE = "marks.json", "found.json", "sheets.json", "tree"
"""What a unit keeps of its pages in a language: their marks, what search found, what the check read, the pages"""
TEMPLATE = "kept.html"
"""The theme's template of a page that is not drawn anew"""


def fingerprint(*parts: str) -> str:
    """Name all *parts* together."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(f"{len(part)}\0{part}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:32]


@dataclass(frozen=True)
class Again:
    """The finished pages of one unit in one language, with their *old* marks; *marks* are those of the pages now."""

    surroundings: str
    old: Mapping[str, str]
    found: Mapping[str, tuple[Section, ...]]
    marks: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path, surroundings: str) -> Again:
        """Look at what was built into *folder* before; the *surroundings* are all that surrounds the Markdown."""
        old = marks(folder)
        found: dict[str, tuple[Section, ...]] = {}
        if old:
            for one in Found.read((folder / FOUND).read_text(encoding="utf-8")).sections:
                found[one.page] = (*found.get(one.page, ()), one)
        return cls(surroundings, old, found)

    def is_the_same(self, address: str, markdown: str) -> bool:
        """Say whether the page at *address* was made from the same *markdown* before; remember it for next time."""
        self.marks[address] = fingerprint(self.surroundings, address, markdown)
        return self.old.get(address) == self.marks[address]

    def written(self) -> str:
        """Give the marks of the pages now made as JSON."""
        return json.dumps(self.marks)


def marks(folder: Path) -> dict[str, str]:
    """Give the marks of the finished pages in *folder*, none where they are not as they were finished."""
    return marks_in(folder / KEPT) if is_left_alone(folder) else {}


def marks_in(path: Path) -> dict[str, str]:
    """Give the marks that were written into the file *path*, none where it is not there."""
    try:
        read: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return read


def sheets(folder: Path, same: Iterable[str]) -> dict[str, Mapping[str, object]]:
    """Give what the check read of those pages in *folder* that are the *same* still, by address below the site."""
    try:
        read = json.loads((folder / SHEETS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    wanted = {f"{address}index.html" for address in same}
    return {sheet["page"]: sheet for sheet in read if sheet["page"] in wanted}


def renew(tree: Path, made: Path, same: Collection[str]) -> None:
    """Let *tree* hold what was *made*, and of what it held before the pages at the addresses that are the *same*."""
    if not tree.exists():
        patience.rename(made, tree)
        return
    stays = {f"{address}index.html" for address in same} | set(_below(made))
    for name in [name for name in _below(tree) if name not in stays]:
        patience.unlink(tree / name)
        with contextlib.suppress(OSError):
            os.removedirs((tree / name).parent)
    for name in _below(made):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        patience.replace(made / name, tree / name)


def _below(folder: Path) -> Iterator[str]:
    """Give every file below *folder*, as it is called there."""
    for here, _, names in os.walk(folder):
        below = Path(here).relative_to(folder)
        yield from ((below / name).as_posix() for name in names)
