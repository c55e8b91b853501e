"""Walk through a guide: every piece of it, with the way that leads there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel

from macros.guideline.model import Guide, Part

Way = tuple[str | int, ...]


def parts(guide: Guide) -> Iterator[tuple[Way, Part]]:
    """Give each piece of *guide*, a record before the pieces in it, in the order of the model."""
    for field in fields(guide):
        yield from within(getattr(guide, field.name), (field.name,))


def within(value: object, way: Way = ()) -> Iterator[tuple[Way, Part]]:
    """Give each piece of *value* with the way to it, *value* itself first where it is one."""
    found: list[tuple[Way, Part]] = []
    _collect(value, way, found)
    return iter(found)


def _collect(value: object, way: Way, found: list[tuple[Way, Part]]) -> None:
    if isinstance(value, BaseModel):
        if isinstance(value, Part):
            found.append((way, value))
        for name in holders(type(value)):
            if (inner := getattr(value, name)) is not None:
                _collect(inner, (*way, name), found)
    elif isinstance(value, tuple):
        for at, one in enumerate(value):
            _collect(one, (*way, at), found)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            _collect(one, (*way, key), found)


def own_field(part: BaseModel, name: str) -> object:
    """Give the field *name* of *part*, or None where its kind has no such field."""
    return getattr(part, name) if name in _fields(type(part)) else None


@cache
def _fields(model: type[BaseModel]) -> frozenset[str]:
    return frozenset(model.model_fields)


@cache
def holders(model: type[BaseModel]) -> tuple[str, ...]:
    """Name the fields of a *model* that may hold other records; the others hold words, numbers and the like."""
    return tuple(name for name, field in model.model_fields.items() if _may_hold(field.annotation))


def _may_hold(annotation: Any) -> bool:
    inner = get_args(annotation)
    if inner:
        return any(map(_may_hold, inner))
    if isinstance(annotation, type):
        return issubclass(annotation, (BaseModel, Mapping, tuple)) or annotation is object
    return annotation is Any or isinstance(annotation, (str, TypeVar))
