"""Blocks of Japanese pages with their readings laid over them, kept on disk from build to build."""

from __future__ import annotations

import contextlib
import hashlib
import json
from functools import cache
from pathlib import Path

from macros.furigana.furigana import CACHE
from macros.web import ruby


class Blocks(dict[str, str]):
    """What each block of the pages of a guide becomes, as long as the readings and our code stay the same.

    The file never decides whether something works: one that cannot be read or written is done without.
    """

    def __init__(self, guide: str, mark: str, folder: Path = CACHE) -> None:
        """Take what is kept for *guide* (for the pages of no guide where it is empty) under *mark*."""
        self._path = folder / f"blocks-{guide}.json"
        self._mark = f"{mark} {_version()}"
        with contextlib.suppress(OSError, ValueError):
            told = json.loads(self._path.read_text(encoding="utf-8"))
            if told["mark"] == self._mark:
                super().__init__(told["blocks"])
        self._kept = len(self)

    def save(self) -> None:
        """Write the blocks, if some are new."""
        if len(self) == self._kept:
            return
        half = self._path.with_suffix(".next")
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            half.write_text(
                json.dumps({"mark": self._mark, "blocks": self}, ensure_ascii=False), encoding="utf-8", newline="\n"
            )
            half.replace(self._path)


@cache
def _version() -> str:
    return hashlib.sha256(Path(ruby.__file__).read_bytes()).hexdigest()[:16]
