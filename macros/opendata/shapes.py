"""Say what a published field holds: one value or many, and of which type."""

from __future__ import annotations

import types
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from macros.guideline.model import Text
from macros.guideline.model.records import Address, Date, Id, Reading
from macros.opendata.plain import fields

Kind = Literal["id", "text", "texts", "readings", "record", "integer", "number", "date", "code", "boolean"]
"""`texts` is a text by language, `readings` the ways in which something uncertain can be read"""


class Shape:
    """What one field holds: *many* or one, its *kind*, and for a record its *model*, for a code its *codes*."""

    def __init__(self, hint: Any) -> None:
        one = _without_none(hint)
        self.many = get_origin(one) is tuple
        base = _without_none(get_args(one)[0]) if self.many else one
        self.kind: Kind = _kind(base)
        self.model: type[BaseModel] | None = base if self.kind == "record" else None
        self.codes: tuple[str, ...] = get_args(base) if get_origin(base) is Literal else ()


@cache
def shapes(model: type[BaseModel]) -> Mapping[str, Shape]:
    """Give the shape of each field that a kind of record publishes."""
    hints = get_type_hints(model, include_extras=True)
    return {name: Shape(hints[name]) for name in fields(model)}


def _kind(base: Any) -> Kind:
    if base == Reading:
        return "readings"
    for known, kind in _KNOWN:
        if base == known:
            return kind
    if get_origin(base) is Literal:
        return "code"
    plain = get_args(base)[0] if get_origin(base) is Annotated else base
    if plain is Text:
        return "texts"
    return _PLAIN.get(plain, "record")


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (one for one in get_args(hint) if one is not type(None))
    return hint


_KNOWN: tuple[tuple[Any, Kind], ...] = ((Id, "id"), (Date, "date"), (Address, "text"))
_PLAIN: Mapping[Any, Kind] = {str: "text", int: "integer", float: "number", bool: "boolean"}
