"""Keep what was found out about a sentence, in memory and on disk, so that it is never analysed twice."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import weakref
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Any

_KEPT_VERSIONS = 8
_BATCH = 512
_MOST = 40_000
"""Values held in memory; the older half of them is let go where there are more"""
_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_SCHEMA = "CREATE TABLE IF NOT EXISTS found (key BLOB PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"


class Cache:
    """Values by kind and sentence, in a file of *folder* for each *version*; without a folder in memory only.

    Several processes may use one file at once. A file that cannot be read is thrown away, one that cannot be
    written is done without: the cache never decides whether something works.
    """

    def __init__(self, folder: Path | None, version: str) -> None:
        self._memory: dict[tuple[str, str], Any] = {}
        self._fetched: dict[bytes, str | None] = {}
        self._new: dict[tuple[str, str], Any] = {}
        self._disk = _opened(folder / f"readings-{version}.sqlite") if folder else None
        if folder and self._disk:
            _forget_old(folder)
        self._finish = weakref.finalize(self, _write, self._disk, self._new)

    def get(self, kind: str, sentence: str, made: Callable[[Any], Any] = lambda found: found) -> Any | None:
        """Give the value put for a *sentence*, *made* of what JSON gives back where it was on the disk, or None."""
        known = self._memory.get((kind, sentence))
        if known is None and self._disk:
            key = _key(kind, sentence)
            try:
                written = self._fetched.pop(key) if key in self._fetched else self._read(key)
                known = None if written is None else made(json.loads(written))
            except (sqlite3.Error, ValueError, TypeError):
                return None
            if known is not None:
                self._remember(kind, sentence, known)
        return known

    def fetch(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Read at once from the disk what is kept of many sentences, each *wanted* with its kind; then get them."""
        if self._disk is None:
            return
        keys = [_key(*one) for one in dict.fromkeys(wanted) if one not in self._memory]
        with contextlib.suppress(sqlite3.Error):
            for start in range(0, len(keys), _BATCH):
                some = keys[start : start + _BATCH]
                marks = ",".join("?" * len(some))
                self._fetched.update(dict.fromkeys(some))
                self._fetched.update(self._disk.execute(f"SELECT key, value FROM found WHERE key IN ({marks})", some))

    def put(self, kind: str, sentence: str, value: Any) -> None:
        """Keep a *value* that JSON can write."""
        self._remember(kind, sentence, value)
        if self._disk:
            self._new[kind, sentence] = value
            if len(self._new) >= _BATCH:
                self.save()

    def save(self) -> None:
        """Write what is new to the disk; also done when the program ends."""
        _write(self._disk, self._new)

    def _remember(self, kind: str, sentence: str, value: Any) -> None:
        if len(self._memory) >= _MOST:
            for old in list(islice(self._memory, _MOST // 2)):
                del self._memory[old]
        self._memory[kind, sentence] = value

    def _read(self, key: bytes) -> str | None:
        assert self._disk is not None
        row = self._disk.execute("SELECT value FROM found WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None


def _key(kind: str, sentence: str) -> bytes:
    return hashlib.blake2b(f"{kind}\0{sentence}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _opened(path: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=5, isolation_level=None, check_same_thread=False)
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(_SCHEMA)
            connection.execute("SELECT value FROM found LIMIT 1").fetchone()
        except sqlite3.OperationalError:  # busy, or no right to write here
            return None
        except sqlite3.DatabaseError:  # not a database: begin anew
            with contextlib.suppress(OSError):
                path.unlink()
        except OSError:
            return None
        else:
            return connection
    return None


def _write(disk: sqlite3.Connection | None, new: dict[tuple[str, str], Any]) -> None:
    if disk and new:
        rows = sorted((_key(*one), _written(value)) for one, value in new.items())
        new.clear()
        with contextlib.suppress(sqlite3.Error), disk:  # all of them are written, or none
            disk.execute("BEGIN IMMEDIATE")
            disk.executemany("INSERT OR REPLACE INTO found VALUES (?, ?)", rows)


def _forget_old(folder: Path) -> None:
    """Remove the files of older versions but the newest few."""
    with contextlib.suppress(OSError):
        files = sorted(folder.glob("readings-*.sqlite"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in files[_KEPT_VERSIONS:]:
            path.unlink()
