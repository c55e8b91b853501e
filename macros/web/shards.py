"""Share out the guides of a site among machines: each brings the units of its shard up to date, one merges them all."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from macros.web import contents
from macros.web.units import PIECES, Units

_WRITTEN = re.compile(r"([0-9]{1,4})/([1-9][0-9]{0,3})")


class ShardError(ValueError):
    """Raised for a shard that is none, with what to write instead."""


@dataclass(frozen=True)
class Shard:
    """The share *number* (from 1) of *count* shares."""

    number: int
    count: int

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a shard as 3/8. Raises ShardError where it is none."""
        found = _WRITTEN.fullmatch(text)
        if not found:
            raise ShardError(
                f"--shard「{text}」は読めません。"
                "8 組に分けた 3 組目なら 3/8 と、4 けたまでの半角の数字で、空白を入れずに書いてください。"
            )
        number, count = int(found[1]), int(found[2])
        if not 1 <= number <= count:
            raise ShardError(
                f"--shard「{text}」という組はありません。"
                f"{count} 組に分けるなら、1/{count} から {count}/{count} までのどれかを書いてください。"
            )
        return cls(number, count)

    def of(self, guides: Sequence[str]) -> tuple[str, ...]:
        """Give the guides of this shard: every one is in one shard, and shards differ by one guide at most."""
        return tuple(guides[self.number - 1 :: self.count])


def missing(units: Units) -> tuple[str, ...]:
    """Give the guides of which a piece is not there, or was made from something else than what is there now."""
    return tuple(one for one in units.guides if not _is_left(units, one))


def gather(units: Units, folders: Iterable[Path]) -> None:
    """Take over from *folders*, or folders in them, every unit of a guide that is whole and up to date."""
    left = _left_in(folders, units)
    for unit in missing(units):
        whole = (one for one in left if _is_complete(one, unit) and not contents.altered(one, unit))
        if theirs := next(whole, None):
            _take_over(theirs, units, unit)


def objections(units: Units, folders: Sequence[Path], named: Sequence[Path]) -> tuple[str, ...]:
    """Say, where guides are missing after all *folders* were gathered, why and what to do; some were *named* for it."""
    lacking = missing(units)
    nowhere = [str(folder) for folder in named if not folder.is_dir()]
    if not (lacking or nowhere):
        return ()
    left = _left_in(folders, units)
    there = {unit for theirs in left for unit in units.guides if _has(theirs, unit)}
    damaged = {unit: file for unit in lacking if (file := _altered_in(left, unit))}
    old = [unit for unit in lacking if unit in there and unit not in damaged]
    never = [unit for unit in lacking if unit not in there]
    empty = [
        str(folder)
        for folder in named
        if folder.is_dir() and not any(_has(theirs, unit) for theirs in _left_in([folder], units) for unit in there)
    ]
    said = (
        (nowhere, "フォルダーがありません: {}。場所を確かめてください。"),
        (empty, "町が入っていません: {}。kyodo build --shard が作ったフォルダーを渡してください。"),
        (
            never,
            "まだ作られていない町があります: {}。その町の組を kyodo build --shard で作り、フォルダーを渡してください。",
        ),
        (
            [f"{unit}({file})" for unit, file in damaged.items()],
            "作ったあとで、こわれたか、書きかえられたか、増えたか、なくなったファイルのある町があります: {}。"
            "その町の組のフォルダーを、もう一度写してください。"
            "それでも同じなら、その組を kyodo build --shard でもう一度作ってください。",
        ),
        (
            old,
            "途中で止まったか、作ったあとで元のデータ、設定、書体、プログラムのどれかが変わった町があります: {}。"
            "すべての機械を同じものにそろえ、その町の組を kyodo build --shard でもう一度作ってください。",
        ),
    )
    return tuple(words.format("、".join(names)) for names, words in said if names)


def _take_over(theirs: Units, units: Units, unit: str) -> None:
    """Copy every piece of a *unit*; of one that holds no file the folder may have been lost on the way."""
    for piece in PIECES:
        folder, target = theirs.folder(unit, piece), units.begin(unit, piece)
        if folder.is_dir():
            shutil.copytree(folder, target, dirs_exist_ok=True)
        units.finish(unit, piece)


def _left_in(folders: Iterable[Path], units: Units) -> list[Units]:
    """Give what shards may have left in *folders* and in the folders in them."""
    return [Units(one, units.keys) for folder in folders for one in (folder, *sorted(folder.glob("*/")))]


def _is_left(units: Units, unit: str) -> bool:
    """Say whether every piece of a unit is there, and was made from what is there now."""
    return all(units.is_left(unit, piece) for piece in PIECES)


def _is_complete(theirs: Units, unit: str) -> bool:
    """Say whether a shard was finished with a unit that is up to date."""
    return _is_left(theirs, unit) and contents.is_listed(theirs, unit)


def _altered_in(left: Iterable[Units], unit: str) -> str | None:
    """Give the first file of a unit that is not as its shard has left it."""
    altered = (file for theirs in left if _is_complete(theirs, unit) for file in contents.altered(theirs, unit))
    return next(altered, None)


def _has(theirs: Units, unit: str) -> bool:
    """Say whether a unit was at least begun."""
    return any(theirs.folder(unit, piece).is_dir() for piece in PIECES)
