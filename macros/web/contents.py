"""List what the finished unit of a guide holds, so that who gets a copy sees whether it is the same."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.web.shortcut import is_link
from macros.web.units import PIECES, Units

_LIST = "contents.json"
_NO_FILE = object()


def write(units: Units, guides: Iterable[str]) -> None:
    """List the files of the finished units of *guides*."""
    for unit in guides:
        text = json.dumps(_digests(units, unit), ensure_ascii=False, indent=1)
        _list(units, unit).write_text(text + "\n", encoding="utf-8", newline="\n")


def forget(units: Units, guides: Iterable[str]) -> None:
    """Take the lists of *guides* away while their units are made anew."""
    for unit in guides:
        _list(units, unit).unlink(missing_ok=True)


def is_listed(units: Units, unit: str) -> bool:
    """Say whether there is a list of the files of a *unit*."""
    return _list(units, unit).is_file()


def altered(units: Units, unit: str) -> list[str]:
    """Give the files of a *unit* that are not as they were listed, are missing, were added, or are links."""
    try:
        listed: dict[str, str] = json.loads(_list(units, unit).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return [_LIST]
    found = _digests(units, unit)
    return sorted(name for name in {*listed, *found} if listed.get(name) != (found.get(name) or _NO_FILE))


def _list(units: Units, unit: str) -> Path:
    return units.root / unit / _LIST


def _digests(units: Units, unit: str) -> dict[str, str]:
    return {path.relative_to(units.root / unit).as_posix(): _digest(path) for path in sorted(_files(units, unit))}


def _files(units: Units, unit: str) -> Iterator[Path]:
    for piece in PIECES:
        for here, folders, names in os.walk(units.folder(unit, piece)):
            yield from (Path(here, name) for name in names)
            yield from (path for name in folders if is_link(path := Path(here, name)))


def _digest(path: Path) -> str:
    """Name what a file holds; a link, which may lead anywhere on the machine that merges, or a pipe, has no name."""
    if is_link(path) or not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
