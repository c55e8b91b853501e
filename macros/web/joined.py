"""Files that a browser loads as one and people keep in parts: each folder of overrides/ here becomes one file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

WORKER = "search"
ADDRESSES: Mapping[str, str] = {
    WORKER: "assets/javascripts/search.js",
    "scripts": "assets/javascripts/kyodo.js",
    "styles": "assets/stylesheets/kyodo.css",
}
"""The folder below overrides/ of each joined file, and its address on the site"""

_BETWEEN = {".js": ";\n", ".css": ""}  # a part that starts with a bracket must not call the one before it


def source(root: Path, folder: str) -> str:
    """Join the parts in *folder*, in the order of their names, for the project at *root*."""
    parts = sorted(part for part in (root / "overrides" / folder).iterdir() if part.suffix in _BETWEEN)
    return "".join(part.read_text(encoding="utf-8") + _BETWEEN[part.suffix] for part in parts)
