"""Name the state of the engine, so that what an older one has found is not taken for its own."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path


@cache
def engine_version() -> str:
    """Give a short name for this code with its tables and dictionaries."""
    digest = hashlib.sha256()
    for name in ("sudachipy", "sudachidict-core", "pykakasi"):
        digest.update(f"{name} {version(name)}\n".encode())
    here = Path(__file__).parent
    for path in sorted((*here.glob("*.py"), *here.glob("tables/*"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
