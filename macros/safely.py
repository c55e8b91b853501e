"""Write a file so that neither a full disk nor a crash leaves half of it where the old one was."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Put *text* into the file *path* (where it is a link: into what it leads to) in one step, or leave all as it was.

    What a killed write leaves beside the file is begun anew by the next one.
    """
    target = path.resolve()
    beside = target.with_name(f".{target.name}.new")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
