"""The 47 prefectures: their number in municipality codes, name, reading and English name."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("prefectures.tsv")


class Prefecture(NamedTuple):
    """A prefecture; *number* is how the codes of its municipalities begin."""

    number: str
    name: str
    reading: str
    en: str


@cache
def prefectures() -> tuple[Prefecture, ...]:
    """Give every prefecture in the order of the numbers."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return tuple(Prefecture(*line.split("\t")) for line in [one for one in lines if not one.startswith("#")][1:])
