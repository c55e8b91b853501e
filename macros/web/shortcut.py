"""Tell links of the file system from files and folders."""

from __future__ import annotations

import stat
from pathlib import Path

_JUNCTION = 0xA0000003


def is_link(path: Path) -> bool:
    """Say whether *path* is a link, be it a junction of Windows, which Python takes for a folder like others."""
    try:
        told = path.lstat()
    except OSError:
        return False
    return stat.S_ISLNK(told.st_mode) or getattr(told, "st_reparse_tag", 0) == _JUNCTION
