"""Templates compiled once and kept on disk, keyed by their text and by the version of the template engine."""

from __future__ import annotations

import contextlib
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

FOLDER = Path(__file__).resolve().parents[2] / "build" / "templates"


class Kept(jinja2.FileSystemBytecodeCache):
    """Compiled templates in a folder of the project; a folder that cannot be used is done without."""

    def __init__(self, folder: Path = FOLDER) -> None:
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        super().__init__(str(folder), f"%s-{jinja2.__version__}.cache")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write what was compiled."""
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)
