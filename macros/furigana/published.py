"""What the data hold for furigana: every published text with its line, and the readings people gave."""

from __future__ import annotations

import weakref
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from macros.furigana.kana import KANJI
from macros.guideline.model import Guide, Library, LockedReading, Part, Text
from macros.guideline.parts import Way, own_field, within
from macros.guideline.problems import Place

_OWN_READINGS = frozenset(("readings", "lock"))
_NOT_SHOWN = frozenset(("id", "reading", "field", "url", "email", "evidence"))
_NAMED_BY = ("term", "title", "name", "word")
_found: dict[int, tuple[tuple[str, str], ...]] = {}
"""Names and readings of records in memory, each by the identity of its record: telling records apart takes long"""


class Published(NamedTuple):
    """A text with kanji: its *address* (guide/forms/co-hosting/summary), its words and where they stand."""

    address: str
    text: str
    place: Place


def of_library(library: Library, guide: Guide | None = None, at: Collection[str] | None = None) -> Iterator[Published]:
    """Give every text of *guide* (of all guides where it is None), and those that all guides share.

    Where addresses *at* are given, only the files in which they stand are read.
    """
    for address, value in _files(library, guide):
        if at is None or any(one.startswith(f"{address}/") for one in at):
            yield from _texts(value, address)


def _files(library: Library, guide: Guide | None) -> Iterator[tuple[str, object]]:
    """Give what holds the texts of *guide* (of all guides where it is None) and the shared ones, with its address."""
    yield "vocabulary", library.vocabulary
    yield "labels", library.labels
    yield "accessibility", library.accessibility
    for one in library.guides if guide is None else (guide,):
        for field in fields(one):
            if field.name not in _OWN_READINGS:
                yield f"{one.id}/{field.name}", getattr(one, field.name)


def readings(library: Library, guide: Guide | None = None) -> Iterator[tuple[str, str]]:
    """Give words and readings for the pages of *guide* (those of all guides where it is None), the last one counts.

    Names of the records that say their own reading come first, then readings.yml, the guide's own last.
    """
    guides = library.guides if guide is None else (guide,)
    for one in library.guides:
        yield from _remembered_names(one.front)
    for one in guides:
        yield from named(one)
    for file in (library.readings, *(one.readings for one in guides)):
        if file:
            yield from ((one.word, one.reading) for one in file.readings)


def named(guide: Guide) -> Iterator[tuple[str, str]]:
    """Give the names of the records of *guide* that say their own reading, with it."""
    for field in fields(guide):
        if field.name not in _OWN_READINGS:
            yield from _names(getattr(guide, field.name))


def locked(library: Library, guide: Guide | None = None) -> Iterator[LockedReading]:
    """Give the readings locked for the pages of *guide* (of all guides where it is None)."""
    for file in (library.lock, *(one.lock for one in (library.guides if guide is None else (guide,)))):
        if file:
            yield from file.readings


def _remembered_names(record: Part) -> tuple[tuple[str, str], ...]:
    """Give what _names gives, found once for each record in memory: every guide asks for those of all."""
    at = id(record)
    if at not in _found:
        _found[at] = tuple(_names(record))
        weakref.finalize(record, _found.pop, at, None).atexit = False
    return _found[at]


def _names(value: object) -> Iterator[tuple[str, str]]:
    """Give the names of records in *value* that say their own reading, with it."""
    for _, part in within(value):
        reading = own_field(part, "reading")
        if isinstance(reading, str):
            for name in _NAMED_BY:
                text = own_field(part, name)
                if isinstance(text, Text):
                    yield text.ja, reading
                elif isinstance(text, str) and KANJI.search(text):
                    yield text, reading


def _texts(value: object, address: str) -> list[Published]:
    """Give every text with kanji in *value*, which stands at *address*."""
    found: list[Published] = []
    _walk(value, address, None, (), found)
    return found


def _walk(value: object, address: str, owner: Part | None, path: Way, found: list[Published]) -> None:
    if isinstance(value, str):
        if owner is not None and KANJI.search(value):
            found.append(Published(address, value, owner.place_of(*path)))
    elif isinstance(value, Text):
        for language in ("ja", "kids"):
            words = value.written_in(language)
            if words and KANJI.search(words):
                here = address if language == "ja" else f"{address}/{language}"
                found.append(Published(here, words, value.place_of(language)))
    elif isinstance(value, BaseModel):
        if isinstance(value, Part):
            owner, path = value, ()
        for name in _shown(type(value)):
            inner = getattr(value, name)
            if inner is not None:
                _walk(inner, f"{address}/{name}", owner, (*path, name), found)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in _NOT_SHOWN:
                _walk(inner, _below(address, key, inner), owner, (*path, key), found)
    elif isinstance(value, tuple):
        for at, inner in enumerate(value):
            _walk(inner, _below(address, at, inner), owner, (*path, at), found)


def _below(address: str, step: str | int, value: object) -> str:
    """Give the address of *value*, a step below: its id where the step is but a number."""
    own = own_field(value, "id") if isinstance(step, int) and isinstance(value, BaseModel) else None
    return f"{address}/{step if own is None else own}"


@cache
def _shown(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name in model.model_fields if name != "place" and name not in _NOT_SHOWN)
