"""Templates compiled once and kept on disk, keyed by their text and by the version of the template engine."""

from __future__ import annotations

import contextlib
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

FOLDER = Path(__file__).resolve().parents[2] / "build" / "templates"
_read: dict[tuple[str, str], tuple[str, CodeType]] = {}
"""What this process has read or compiled so far, with the mark of the text that it comes from"""


class Kept(jinja2.FileSystemBytecodeCache):
    """Compiled templates in a folder of the project; a folder that cannot be used is done without."""

    def __init__(self, folder: Path = FOLDER) -> None:
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        super().__init__(str(folder), f"%s-{jinja2.__version__}.cache")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled from memory, else from the folder."""
        mark, code = _read.get((self.directory, bucket.key), ("", None))
        if mark == bucket.checksum:
            bucket.code = code
            return
        super().load_bytecode(bucket)
        if bucket.code:
            _read[self.directory, bucket.key] = bucket.checksum, bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write what was compiled."""
        if bucket.code:
            _read[self.directory, bucket.key] = bucket.checksum, bucket.code
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)
