"""Cut a guide down to what the pages about all guides need of it, so that hundreds fit into memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields

from macros.guideline.model import Guide, ReadingsFile, WordReading

SHOWN = ("front", "definitions", "zones", "forms", "fields", "roles", "rules", "effects", "mentions", "departments")
"""The parts of a guide that the comparison, the hub and the pages of all guides show"""
_KEPT = (*SHOWN, "readings", "lock", "whole")

Named = Callable[[Guide], Iterable[tuple[str, str]]]


def outline(guide: Guide, named: Named) -> Guide:
    """Give *guide* without its plan, its terms and whatever else only its own pages show.

    What *named* finds in the whole guide, words with their readings, stays as if readings.yml gave it.
    """
    ideas = guide.definitions
    kept = {field.name: getattr(guide, field.name) for field in fields(guide) if field.name in _KEPT}
    less = {"definitions": ideas.model_copy(update={"terms": ()}) if ideas else None, "readings": _joined(guide, named)}
    return Guide(**{**kept, **less})


def _joined(guide: Guide, named: Named) -> ReadingsFile | None:
    written = guide.readings.readings if guide.readings else ()
    given = tuple(_entries(named(guide)))
    if not given:
        return guide.readings
    return ReadingsFile.model_construct(readings=(*given, *written))


def _entries(words: Iterable[tuple[str, str]]) -> Iterator[WordReading]:
    yield from (WordReading.model_construct(word=word, reading=reading) for word, reading in dict(words).items())
