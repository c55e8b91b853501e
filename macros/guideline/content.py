"""Take what a file of data holds, or say why it is not looked into."""

from __future__ import annotations

from pathlib import Path

from macros.guideline.problems import Place, Problem

LARGEST_FILE = 1024 * 1024
"""Ten times what the largest real files hold: whatever is smaller is read, or refused, within a second"""


def content(path: Path, root: Path) -> bytes | Problem:
    """Give what the file *path* holds, or why it is not read: it leads out of *root*, is no file, or is too large."""
    file = path.relative_to(root).as_posix()
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return Problem(Place(file), "link-outside")
        if not path.is_file():
            return Problem(Place(file), "unreadable")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            sizes = {"size": f"{size / 1024 / 1024:.1f} MB", "limit": f"{LARGEST_FILE // 1024 // 1024} MB"}
            return Problem(Place(file), "too-large", sizes)
        return path.read_bytes()
    except (OSError, RuntimeError):  # RuntimeError: links that lead to each other
        return Problem(Place(file), "unreadable")
