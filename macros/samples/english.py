"""Propose the English name of a town from its reading, in the spelling of passports, for a person to confirm."""

from __future__ import annotations

import re

KINDS = {
    "市": (("し",), "City"),
    "区": (("く",), "City"),
    "町": (("ちょう", "まち"), "Town"),
    "村": (("むら", "そん"), "Village"),
}
"""The last sign of a name: how it is read there, and the English word"""

_LONG = re.compile("(?<=o)[uo]|(?<=u)u")


def town(name: str, reading: str) -> str:
    """Give "Yamaguchi City" for 山口市, やまぐちし."""
    readings, kind = KINDS.get(name[-1:], ((), ""))
    stem = next((reading.removesuffix(end) for end in readings if reading.endswith(end)), reading)
    return f"{_letters(stem)} {kind}".strip()


def _letters(reading: str) -> str:
    import pykakasi  # its dictionary is large; only this command needs it here

    spelt = "".join(part["hepburn"] for part in pykakasi.kakasi().convert(reading))  # type: ignore[no-untyped-call]
    return _LONG.sub("", spelt).capitalize()
