"""Put a finished site in the place of the old one, so that a visitor or a crash never meets half of it."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

from macros import patience
from macros.web.shortcut import is_link

MARKER = ".kyodo-site"
_EXCHANGE = 2
_HERE = -100


class NotOursError(Exception):
    """Raised when the folder to publish into holds something that this program did not make."""


def staging(site: Path) -> Path:
    """Give the folder in which the next *site* is put together, on the same disk."""
    return site.with_name(f".{site.name}.next")


def recover(site: Path) -> None:
    """Undo what a killed build left beside *site*: bring the old site back, drop the half-made one.

    Raises NotOursError when *site* exists, is not empty, and was not made by this program.
    """
    old = _old(site)
    if old.exists() and not site.exists():
        patience.rename(old, site)
    for leftover in (old, staging(site)):
        if leftover.is_dir():
            patience.rmtree(leftover)
    if is_link(site) or (site.exists() and not site.is_dir()):
        raise NotOursError(site)
    if site.is_dir() and any(site.iterdir()) and not (site / MARKER).exists():
        raise NotOursError(site)


def publish(site: Path) -> None:
    """Swap the staged site into the place of *site* and remove the old one."""
    new = staging(site)
    (new / MARKER).write_text("Kyōdō Guide\n", encoding="utf-8", newline="\n")
    if not site.exists():
        patience.rename(new, site)
    elif _exchange(new, site):
        shutil.rmtree(new, ignore_errors=True)
    else:
        old = _old(site)
        patience.rename(site, old)
        try:
            patience.rename(new, site)
        except OSError:
            patience.rename(old, site)
            raise
        shutil.rmtree(old, ignore_errors=True)  # what a reader still has open goes at the next build


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step where the system can; say whether it did."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
