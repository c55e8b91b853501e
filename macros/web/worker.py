"""The search worker: its parts in overrides/search joined into the one file that a browser runs."""

from __future__ import annotations

from pathlib import Path

ADDRESS = "assets/javascripts/search.js"
FOLDER = "search"


def source(root: Path) -> str:
    """Join the worker's parts, in the order of their names, for the project at *root*."""
    return "".join(part.read_text(encoding="utf-8") for part in sorted((root / "overrides" / FOLDER).glob("*.js")))
