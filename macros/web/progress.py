"""Show on a terminal what is being done; say nothing in a pipe."""

from __future__ import annotations

import sys
import time
import unicodedata
from typing import TextIO


class Progress:
    """Rewrites one line of *stream* while it is a terminal."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr
        self.shown = self.stream.isatty()
        self._width = 0
        self.started = time.monotonic()

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.monotonic() - self.started

    def say(self, words: str) -> None:
        """Show *words* with the time that has passed, in place of what was shown before."""
        if self.shown:
            self._put(f"{words} ({self.seconds:.1f}秒)")

    def clear(self) -> None:
        """Take the line away again."""
        if self.shown:
            self._put("")
            self.stream.write("\r")
            self.stream.flush()

    def _put(self, line: str) -> None:
        """Write *line*, and spaces over what is left of the line before: not every console knows signs to clear it."""
        width = _columns(line)
        self.stream.write("\r" + line + " " * (self._width - width))
        self.stream.flush()
        self._width = width


def _columns(line: str) -> int:
    """Give how many columns of a terminal a *line* takes: signs of Japanese take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in line)
