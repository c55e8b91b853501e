"""Show on a terminal what is being done; say nothing in a pipe."""

from __future__ import annotations

import sys
import time
from typing import TextIO


class Progress:
    """Rewrites one line of *stream* while it is a terminal."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr
        self.shown = self.stream.isatty()
        self.started = time.monotonic()

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.monotonic() - self.started

    def say(self, words: str) -> None:
        """Show *words* with the time that has passed, in place of what was shown before."""
        if self.shown:
            self.stream.write(f"\r\x1b[K{words} ({self.seconds:.1f}秒)")
            self.stream.flush()

    def clear(self) -> None:
        """Take the line away again."""
        if self.shown:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
