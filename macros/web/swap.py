"""Put a finished site in the place of the old one, so that a visitor or a crash never meets half of it."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from pathlib import Path

from macros import patience
from macros.web.shortcut import is_link

MARKER = ".kyodo-site"
_EXCHANGE = 2
_HERE = -100


class NotOursError(Exception):
    """Raised with the folder, in or beside the place of a site, that holds what this program did not make."""


def staging(site: Path) -> Path:
    """Give the folder in which the next *site* is put together, on the same disk."""
    return site.with_name(f".{site.name}.next")


def begin(site: Path) -> Path:
    """Make the folder in which the next *site* is put together, marked as made by this program from the beginning."""
    new = staging(site)
    new.mkdir()
    (new / MARKER).write_text("Kyōdō Guide\n", encoding="utf-8", newline="\n")
    return new


def recover(site: Path) -> None:
    """Undo what a killed build left beside *site*: bring the old site back, drop the half-made one.

    Raises NotOursError, and changes nothing, when one of the three is there and was not made by this program.
    """
    old, new = _old(site), staging(site)
    for folder in (site, old, new):
        if not _is_ours(folder):
            raise NotOursError(folder)
    if old.exists() and not site.exists():
        patience.rename(old, site)
    for leftover in (old, new):
        if leftover.exists():
            drop(leftover)


def drop(folder: Path) -> None:
    """Remove *folder*, its mark last: whatever is left of it when that fails is still known as ours."""
    for one in list(folder.iterdir()):
        if one.is_dir() and not is_link(one):
            patience.rmtree(one)
        elif one.name != MARKER:
            patience.unlink(one)
    patience.rmtree(folder)


def drop_what_can_be(folder: Path) -> None:
    """Remove as much of *folder* as can be now; the next build removes the rest."""
    with contextlib.suppress(OSError):
        drop(folder)


def publish(site: Path) -> None:
    """Swap the staged site into the place of *site* and remove the old one."""
    new = staging(site)
    if not site.exists():
        patience.rename(new, site)
    elif _exchange(new, site):
        drop_what_can_be(new)
    else:
        old = _old(site)
        patience.rename(site, old)
        try:
            patience.rename(new, site)
        except OSError:
            patience.rename(old, site)
            raise
        drop_what_can_be(old)  # what a reader still has open goes at the next build


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")


def _is_ours(folder: Path) -> bool:
    """Say whether *folder* is not there, or is a real folder that this program has marked or in which no file is."""
    if is_link(folder) or (folder.exists() and not folder.is_dir()):
        return False
    return (folder / MARKER).exists() or all(one.is_dir() and not is_link(one) for one in folder.rglob("*"))


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step where the system can; say whether it did."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
