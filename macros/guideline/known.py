"""Remember the records of files between two readings of a data folder, by what the files hold."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TypeVar

from macros.guideline.model import Part

Record = TypeVar("Record", bound=Part)


class Known:
    """Records without a problem, by file, as long as the file holds the same bytes."""

    def __init__(self) -> None:
        self._records: dict[Path, tuple[bytes, Part]] = {}

    def get(self, path: Path, model: type[Record]) -> Record | None:
        """Give the record of the file at *path* as a *model*, if it has not changed since."""
        found = self._records.get(path)
        if found is None:
            return None
        mark, record = found
        return record if isinstance(record, model) and mark == _mark(path) else None

    def put(self, path: Path, record: Part) -> None:
        """Remember the *record* that was just read from *path*."""
        self._records[path] = (_mark(path), record)

    def keep_only(self, paths: set[Path]) -> None:
        """Forget every file that is not among *paths*."""
        self._records = {path: found for path, found in self._records.items() if path in paths}


def _mark(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()
