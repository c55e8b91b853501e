"""Build one language in a process of its own, which ends when the one that started it does.

Run as `python -m macros.web.worker build …` with the options of mkdocs and a pipe as standard input.
"""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

from filelock import FileLock
from mkdocs.__main__ import cli

_SITE = "--site-dir"


def main(arguments: list[str]) -> None:
    """Run mkdocs with *arguments*; wait first for a worker of a killed build that still writes the same folder."""
    folder = Path(arguments[arguments.index(_SITE) + 1])
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with FileLock(folder.with_suffix(".lock")):
        cli(arguments, prog_name="mkdocs")


def _end_with_parent() -> None:
    """Wait until the pipe closes, which happens however the other end dies, and leave at once."""
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
