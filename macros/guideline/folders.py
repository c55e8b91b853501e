"""The folders of a data folder: one a guide."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

FRONT = "guide.yml"
SKIPPED_FOLDERS = frozenset(("schema",))
DEVICE_NAMES = frozenset(("con", "prn", "aux", "nul", *(f"{name}{at}" for name in ("com", "lpt") for at in range(10))))
"""Names that Windows keeps for itself, so that a folder of that name cannot be copied there"""


def guide_folders(data: Path) -> Iterator[Path]:
    """Give the folder of each guide under *data*, in the order of their names; none to which a link leads out."""
    elsewhere = set(links_outside(data, data.absolute().parent))
    for folder in sorted(data.iterdir()):
        if (
            folder not in elsewhere
            and folder.is_dir()
            and folder.name not in SKIPPED_FOLDERS
            and folder.name[0] not in "._"
            and any(folder.iterdir())
        ):
            yield folder


def with_linked(folder: Path) -> Iterator[Path]:
    """Give *folder* and the links in it to folders, which no walk enters: a plan may lie elsewhere in the project."""
    yield folder
    yield from (path for path in sorted(folder.iterdir()) if path.is_symlink() and path.is_dir())


def links_outside(folder: Path, root: Path) -> Iterator[Path]:
    """Give the links in *folder* that stand for folders outside *root*, without looking into what they lead to."""
    home = os.path.realpath(root)
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if (
            path.name[0] not in "._"
            and path.is_symlink()
            and path.is_dir()
            and not Path(os.path.realpath(path)).is_relative_to(home)
        ):
            yield path
