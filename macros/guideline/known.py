"""Remember the records of files from one reading of a data folder to the next, by what the files hold."""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import platform
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from macros.guideline.model import Part

Record = TypeVar("Record", bound=Part)

FOLDER = Path(__file__).resolve().parents[2] / "build" / "records"
"""Where records are kept on this machine for programs that begin anew, as compiled code is: nobody else writes there"""
_MARK = 32


class Known:
    """Records without a problem, by file, as long as the file holds the same bytes.

    They are kept in a *folder*, where one is named, and *in_memory*. The folder never decides whether something
    works: what cannot be read or written there is done without.
    """

    def __init__(self, folder: Path | None = None, *, in_memory: bool = True) -> None:
        self._records: dict[Path, tuple[bytes, Part]] = {}
        self._asked: dict[Path, bytes] = {}
        self._folder = folder
        self._in_memory = in_memory

    def get(self, path: Path, root: Path, model: type[Record]) -> Record | None:
        """Give the record of the file at *path* as a *model*, if it has not changed since.

        Its places are named from *root*, wherever that stands.
        """
        name = path.relative_to(root)
        mark = _mark(path, name, model)
        known, record = self._records.get(path) or (b"", None)
        if known != mark:
            record = self._read(name, mark)
            if record is None:
                self._asked[path] = mark
            elif self._in_memory:
                self._records[path] = (mark, record)
        return record if isinstance(record, model) else None

    def put(self, path: Path, root: Path, record: Part) -> None:
        """Remember the *record* that was just read from *path*, with places named from *root*.

        It is remembered only where the file is the same as when it was asked for, so that a file that is saved while
        it is read cannot pass for another.
        """
        name = path.relative_to(root)
        mark = _mark(path, name, type(record))
        if self._asked.pop(path, None) != mark:
            return
        if self._in_memory:
            self._records[path] = (mark, record)
        if self._folder:
            written = pickle.dumps(record, pickle.HIGHEST_PROTOCOL)
            place = self._place(name)
            half = place.with_suffix(f".{os.getpid()}")
            with contextlib.suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
                half.write_bytes(mark + hashlib.sha256(written).digest() + written)
                half.replace(place)

    def keep_only(self, paths: set[Path]) -> None:
        """Forget every file that is not among *paths*, but for what the folder holds."""
        self._records = {path: found for path, found in self._records.items() if path in paths}

    def _read(self, name: Path, mark: bytes) -> Part | None:
        try:
            found = self._place(name).read_bytes() if self._folder else b""
        except OSError:
            return None
        written = found[2 * _MARK :]
        if found[: 2 * _MARK] != mark + hashlib.sha256(written).digest():
            return None
        record: Part = pickle.loads(written)
        return record

    def _place(self, name: Path) -> Path:
        return (self._folder or FOLDER) / f"{hashlib.sha256(os.fsencode(name)).hexdigest()[:_MARK]}.record"


def _mark(path: Path, name: Path, model: type[Part]) -> bytes:
    """Name everything that a record hangs on: the file and its name, its model, and our code."""
    told = hashlib.sha256(f"{_version()}\0{model.__qualname__}\0".encode() + os.fsencode(name) + b"\0")
    told.update(path.read_bytes())
    return told.digest()


@cache
def _version() -> str:
    told = hashlib.sha256(f"{platform.python_version()} {version('pydantic')} {version('pyyaml')}".encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        told.update(path.read_bytes())
    return told.hexdigest()
