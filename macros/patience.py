"""Try again for a moment what another program hinders: on Windows, nobody can move or delete a file that one looks at.

Virus scanners, indexers and programs that keep folders in step look at every file that was just made.
"""

from __future__ import annotations

import errno
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

_PAUSE = 0.05
_PASSING = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ENOTEMPTY)
"""What Windows says while another program has a file open, and while a deleted file still has its name"""


@dataclass(frozen=True)
class Patience:
    """Tries again for some *seconds* on Windows; elsewhere a file that is open hinders nobody."""

    platform: str = sys.platform
    seconds: float = 3.0
    clock: Callable[[], float] = time.monotonic
    wait: Callable[[float], object] = time.sleep

    def until_done(self, action: Callable[[], object]) -> None:
        """Carry out the *action*. Raises OSError where it is still hindered when the time is up."""
        end = self.clock() + self.seconds
        while not self._is_done(action, last=self.platform != "win32" or self.clock() >= end):
            self.wait(_PAUSE)

    def _is_done(self, action: Callable[[], object], *, last: bool) -> bool:
        try:
            action()
        except OSError as error:
            if last or error.errno not in _PASSING:
                raise
            return False
        return True


_PATIENCE = Patience()


def rename(old: Path, new: Path) -> None:
    """Rename a file or folder to a name that is free."""
    _PATIENCE.until_done(partial(old.rename, new))


def replace(old: Path, new: Path) -> None:
    """Rename a file to a name that another may have, which it replaces."""
    _PATIENCE.until_done(partial(old.replace, new))


def unlink(file: Path) -> None:
    """Delete a file, where it is there."""
    _PATIENCE.until_done(partial(file.unlink, missing_ok=True))


def rmtree(folder: Path) -> None:
    """Delete a folder with all that is in it."""
    _PATIENCE.until_done(partial(shutil.rmtree, folder))
