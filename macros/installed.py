"""Where lies what is made once from the project's libraries, as their compiled modules are: in Python's environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def folder() -> Path:
    """Give the folder: of the environment, which several copies of the project may use; without one, of the project."""
    environment = Path(sys.prefix)
    if sys.prefix != sys.base_prefix and os.access(environment, os.W_OK):
        return environment / "share" / "kyodo"
    return Path(__file__).resolve().parents[1] / "build" / "installed"
