"""Templates compiled once and kept on disk, by their text, how they are written, and the version of the engine."""

from __future__ import annotations

import contextlib
import pickle
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

from macros import installed

_READ_ALIKE = ("autoescape", "trim_blocks", "lstrip_blocks", "optimized")
_read: dict[str, tuple[str, CodeType]] = {}
"""What this process has read or compiled so far, by file, with the mark of the text that it comes from"""


class Kept(jinja2.FileSystemBytecodeCache):
    """Compiled templates, kept in a folder of what is made at installation; where it cannot be used, done without."""

    def __init__(self) -> None:
        place = installed.folder() / "templates"
        with contextlib.suppress(OSError):
            place.mkdir(parents=True, exist_ok=True)
        super().__init__(str(place), f"%s-{jinja2.__version__}.cache")

    def get_bucket(self, environment: jinja2.Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Give what a template was compiled to, as that of the file from which it is read this time."""
        alike = [getattr(environment, one) for one in _READ_ALIKE]
        bucket = super().get_bucket(environment, f"{alike} {sorted(environment.extensions)} {name}", None, source)
        if bucket.code and filename:
            bucket.code = bucket.code.replace(co_filename=filename)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled from memory, else from the folder."""
        mark, code = _read.get(self._get_cache_filename(bucket), ("", None))
        if mark == bucket.checksum:
            bucket.code = code
            return
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, pickle.UnpicklingError):  # not what was once written
            bucket.reset()
        self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write what was compiled."""
        self._remember(bucket)
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code:
            _read[self._get_cache_filename(bucket)] = bucket.checksum, bucket.code
