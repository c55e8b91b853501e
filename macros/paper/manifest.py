"""Put what was printed into a folder with a list of it, from which pages say size, pages and date."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from macros import addresses, dated
from macros.paper.sheet import Printed

LIST = "index.json"


@dataclass(frozen=True)
class Entry:
    """One PDF on the list: file names are those in the guide's print folder, lengths are in mm."""

    name: str
    kind: str
    language: str
    file: str
    picture: str
    bytes: int
    pages: int
    width: float
    height: float
    faces: str
    date: str
    basis: str = ""


def write(printed: Iterable[Printed], root: Path, epoch: int) -> None:
    """Write the PDFs, their pictures and each guide's list, dated *epoch*, to their addresses below *root*."""
    date = dated.day(epoch)
    lists: dict[str, list[Entry]] = {}
    for one in printed:
        sheet = one.sheet
        entry = Entry(
            sheet.name,
            sheet.kind,
            sheet.language,
            f"{sheet.name}.pdf",
            f"{sheet.name}.png",
            len(one.pdf),
            one.pages,
            one.width,
            one.height,
            sheet.faces.name,
            date,
            sheet.basis,
        )
        folder = root / addresses.printed(sheet.guide)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / entry.file).write_bytes(one.pdf)
        (folder / entry.picture).write_bytes(one.picture)
        lists.setdefault(sheet.guide, []).append(entry)
    for guide, entries in lists.items():
        text = json.dumps([asdict(entry) for entry in entries], ensure_ascii=False, indent=1)
        (root / addresses.printed(guide, LIST)).write_text(text + "\n", encoding="utf-8", newline="\n")


def read(root: Path, guide: str) -> tuple[Entry, ...]:
    """Give the list of a *guide* below *root*, empty where nothing was printed."""
    return entries(root / addresses.printed(guide, LIST))


def entries(path: Path) -> tuple[Entry, ...]:
    """Give the list at *path*, empty where there is none."""
    if not path.exists():
        return ()
    return tuple(Entry(**entry) for entry in json.loads(path.read_text(encoding="utf-8")))


def guides(root: Path) -> tuple[str, ...]:
    """Give the guides for which something was printed."""
    return tuple(sorted(path.parent.parent.name for path in root.glob(addresses.printed("*", LIST))))
