"""Remember the records of files from one reading of a data folder to the next, by what the files hold."""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import platform
from collections.abc import Callable
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

    They are kept in a *folder*, where one is named, and *in_memory*, there after they were *lightened* where that is
    given. The folder never decides whether something works: what cannot be read or written there is done without.
    """

    def __init__(
        self, folder: Path | None = None, *, in_memory: bool = True, lightened: Callable[[Part], None] | None = None
    ) -> None:
        self._records: dict[str, tuple[bytes, Part]] = {}
        self._folder = folder
        self._in_memory = in_memory
        self._lightened = lightened

    def get(self, file: str, content: bytes, model: type[Record]) -> Record | None:
        """Give the record that was read from this *content* of *file* as a *model*.

        A *file* is named as in messages, so that records are found again wherever the project stands.
        """
        mark = _mark(file, content, model)
        known, record = self._records.get(file) or (b"", None)
        if known != mark:
            record = self._read(file, mark)
            if record is not None:
                self._hold(file, mark, record)
        return record if isinstance(record, model) else None

    def put(self, file: str, content: bytes, record: Part) -> None:
        """Remember the *record* that was just read from the *content* of *file*."""
        mark = _mark(file, content, type(record))
        if self._folder:
            written = pickle.dumps(record, pickle.HIGHEST_PROTOCOL)
            place = self._place(file)
            half = place.with_suffix(f".{os.getpid()}")
            with contextlib.suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
                half.write_bytes(mark + _digest(written) + written)
                half.replace(place)
        self._hold(file, mark, record)

    @property
    def count(self) -> int:
        """Give the number of files whose records are held in memory."""
        return len(self._records)

    def keep_only(self, files: set[str]) -> None:
        """Forget every file that is not among *files*, but for what the folder holds."""
        self._records = {file: found for file, found in self._records.items() if file in files}

    def _hold(self, file: str, mark: bytes, record: Part) -> None:
        if self._lightened:
            self._lightened(record)
        if self._in_memory:
            self._records[file] = (mark, record)

    def _read(self, file: str, mark: bytes) -> Part | None:
        try:
            found = self._place(file).read_bytes() if self._folder else b""
        except OSError:
            return None
        written = found[2 * _MARK :]
        if found[: 2 * _MARK] != mark + _digest(written):
            return None
        record: Part = pickle.loads(written)
        return record

    def _place(self, file: str) -> Path:
        return (self._folder or FOLDER) / f"{_digest(file.encode('utf-8', 'surrogateescape')).hex()}.record"


def _mark(file: str, content: bytes, model: type[Part]) -> bytes:
    """Name everything that a record hangs on: the file's name and content, its model, and our code."""
    told = "\0".join((_version(), model.__qualname__, file, ""))
    return _digest(told.encode("utf-8", "surrogateescape") + content)


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


@cache
def _version() -> str:
    told = hashlib.sha256(f"{platform.python_version()} {version('pydantic')} {version('pyyaml')}".encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        told.update(path.read_bytes())
    return told.hexdigest()
