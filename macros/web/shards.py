"""Share out the guides of a site among machines: each brings the units of its shard up to date, one merges them all."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from macros.web.units import PIECES, Units

_WRITTEN = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")


class ShardError(ValueError):
    """Raised for a shard that is none."""


@dataclass(frozen=True)
class Shard:
    """The share *number* (from 1) of *count* shares."""

    number: int
    count: int

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a shard as 3/8. Raises ShardError where it is none."""
        found = _WRITTEN.fullmatch(text)
        if not found or int(found[1]) > int(found[2]):
            raise ShardError(text)
        return cls(int(found[1]), int(found[2]))

    def of(self, guides: Sequence[str]) -> tuple[str, ...]:
        """Give the guides of this shard: every one is in one shard, and shards differ by one guide at most."""
        return tuple(guides[self.number - 1 :: self.count])


def missing(units: Units) -> tuple[str, ...]:
    """Give the guides of which a piece is not there, or was made from something else than what is there now."""
    return tuple(one for one in units.guides if not all(units.is_current(one, piece) for piece in PIECES))


def gather(units: Units, folders: Iterable[Path]) -> None:
    """Take over from *folders*, or folders in them, every unit of a guide that is whole and up to date."""
    for folder in folders:
        for theirs in (Units(one, units.keys) for one in (folder, *sorted(folder.glob("*/")))):
            for unit in missing(units):
                if unit not in missing(theirs):
                    for piece in PIECES:
                        shutil.copytree(theirs.folder(unit, piece), units.begin(unit, piece), dirs_exist_ok=True)
                        units.finish(unit, piece)
