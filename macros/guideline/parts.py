"""Walk through a guide: every piece of it, with the way that leads there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

from pydantic import BaseModel

from macros.guideline.model import Guide, Part

Way = tuple[str | int, ...]


def parts(guide: Guide) -> Iterator[tuple[Way, Part]]:
    """Give each piece of *guide*, a record before the pieces in it, in the order of the model."""
    for field in fields(guide):
        yield from within(getattr(guide, field.name), (field.name,))


def within(value: object, way: Way = ()) -> Iterator[tuple[Way, Part]]:
    """Give each piece of *value* with the way to it, *value* itself first where it is one."""
    if isinstance(value, Part):
        yield way, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from within(getattr(value, name), (*way, name))
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from within(one, (*way, key))
    elif isinstance(value, tuple):
        for at, one in enumerate(value):
            yield from within(one, (*way, at))
