"""Where the files lie that a build has made besides pages: those of each guide in the folder of its unit."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from macros import addresses
from macros.web.units import FILES, SHARED

Find = Callable[[str], Path]
"""Gives where the file for an address below the site's root is, whether or not it is there"""


def finder(units: Path | None, guides: frozenset[str]) -> Find:
    """Find made files among the *units* of *guides* and of all; nothing is there where no build has made units."""

    root = units or Path("no-units")

    def find(address: str) -> Path:
        unit = next((part for part in _owners(address) if part in guides), SHARED)
        places = [f"{root}/{unit}/{piece}/{address}" for piece in FILES]
        return Path(next(filter(os.path.exists, places), places[-1]))

    return find


def _owners(address: str) -> tuple[str, ...]:
    """Give the names in *address* that may be those of a guide."""
    first, _, rest = address.partition("/")
    return (first, rest.partition("/")[0], address.removeprefix(addresses.API).removesuffix(".json"))
