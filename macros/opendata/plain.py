"""Write a published record as JSON: texts as plain words by language, what is not stated as null."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.furigana import plain
from macros.guideline.model import Text
from macros.guideline.model.records import LANGUAGES

Json = Any
"""What json.dumps takes: mappings, lists, text, numbers, true, false and null"""


_LAST = ("source", "notes", "inferred", "uncertain", "url")
"""What stands at the end of a record, where people look for it"""


@cache
def fields(shape: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """Give what a kind of record publishes, by name, in the order in which it is written."""
    found = {name: field for name, field in shape.model_fields.items() if not field.exclude}
    return {name: found[name] for name in (*(name for name in found if name not in _LAST), *_LAST) if name in found}


def as_json(value: object) -> Json:
    """Give *value* as JSON; readings written in a text ({方|かた}) are left out of it."""
    if isinstance(value, Text):
        return {language: plain(words) for language in LANGUAGES if (words := value.written_in(language)) is not None}
    if isinstance(value, BaseModel):
        return {name: as_json(getattr(value, name)) for name in fields(type(value))}
    if isinstance(value, Mapping):
        return {str(key): as_json(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [as_json(one) for one in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return plain(value) if isinstance(value, str) else value
