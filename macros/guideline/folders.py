"""The folders of a data folder: one a guide."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FRONT = "guide.yml"
SKIPPED_FOLDERS = frozenset(("schema",))


def guide_folders(data: Path) -> Iterator[Path]:
    """Give the folder of each guide under *data*, in the order of their names."""
    for folder in sorted(data.iterdir()):
        if (
            folder.is_dir()
            and folder.name not in SKIPPED_FOLDERS
            and folder.name[0] not in "._"
            and any(folder.iterdir())
        ):
            yield folder
