"""Turn what Typst says into problems at the records whose texts are to blame."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from macros.guideline.problems import Place, Problem
from macros.paper.sheet import Sheet

_NO_GLYPH = re.compile(r"the text `\"(.+?)\"` could not be displayed")
_PLACE = re.compile(r"(.*):(\d+):(\d+)")


def of_typst(sheet: Sheet, said: str) -> Iterator[Problem]:
    """Give the records with the characters that no face has; anything else is said as Typst says it."""
    glyphs = list(dict.fromkeys(_NO_GLYPH.findall(said)))
    face = ", ".join(family.name for family in sheet.faces.families)
    for sign in glyphs:
        numbers = " ".join(f"U+{ord(one):04X}" for one in sign)
        places = list(dict.fromkeys(_places(sheet.data, sign))) or [_template(sheet)]
        for place in places:
            yield Problem(place, "no-glyph", {"sign": sign, "number": numbers, "face": face})
    if not glyphs:
        yield Problem(_template(sheet), "paper-failed", {"sheet": _name(sheet), "said": said})


def of_layout(sheet: Sheet, misfits: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    """Give each part of a page whose text does not fit, with what is too much."""
    for one in misfits:
        values = {
            "sheet": _name(sheet),
            "panel": str(one["panel"]),
            "over": f"{one['over']:.1f}",
            "size": f"{one['size']:g}",
        }
        yield Problem(_place(str(one["at"])) or _template(sheet), "paper-too-long", values)


def _name(sheet: Sheet) -> str:
    return f"{sheet.guide}/print/{sheet.name}.pdf"


def _template(sheet: Sheet) -> Place:
    return Place(f"overrides/print/{sheet.template}")


def _place(written: str) -> Place | None:
    match = _PLACE.fullmatch(written)
    return Place(match[1], int(match[2]), int(match[3])) if match else None


def _places(value: Any, sign: str) -> Iterator[Place]:
    """Give the places of the leaves in *value* that hold *sign*, as a text or as a reading."""
    if isinstance(value, Mapping):
        if "say" in value and "at" in value:
            place = _place(value["at"])
            if place and sign in _flat(value["say"]):
                yield place
            return
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        for one in value:
            yield from _places(one, sign)


def _flat(value: Any) -> str:
    return value if isinstance(value, str) else "".join(map(_flat, value)) if isinstance(value, list) else ""
