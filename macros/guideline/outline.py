"""Cut guides down to what the pages about all guides need of them, so that hundreds fit into memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import NamedTuple

from macros.guideline.known import Known
from macros.guideline.load import load
from macros.guideline.model import Guide, Library, ReadingsFile, WordReading
from macros.guideline.parts import within

SHOWN = ("front", "definitions", "zones", "forms", "fields", "roles", "rules", "effects", "mentions", "departments")
"""The parts of a guide that the comparison, the hub and the pages of all guides show"""
_KEPT = (*SHOWN, "readings", "lock", "whole")

Named = Callable[[Guide], Iterable[tuple[str, str]]]


class _Cut(NamedTuple):
    """A guide as it was read, and its outline."""

    whole: Guide
    outline: Guide


class Outlines:
    """Reads the outlines of guides: each without its plan, its terms and whatever else only its own pages show.

    What *named* finds in a whole guide, words with their readings, stays as if readings.yml gave it.
    """

    def __init__(self, named: Named) -> None:
        self._named = named
        self._words: Library | None = None
        self._cuts: dict[str, _Cut] = {}
        self._new: dict[str, _Cut] = {}

    def few(self, data: Path, only: Sequence[str], known: Known) -> Library:
        """Give the outlines of the guides under *data*, whose records *known* holds in memory.

        A guide whose records are those of the last reading is neither checked nor cut again.
        Raises GuidelineError as the reading of whole guides does.
        """
        self._new = {}
        library = load(data, only, keep=self._keep, kept=self._kept, known=known)
        self._words, self._cuts = library, self._new
        return library

    def many(self, data: Path, only: Sequence[str], known: Known) -> Library:
        """Give the outlines of the guides under *data*, with as little as possible in memory besides.

        Raises GuidelineError as the reading of whole guides does.
        """
        self._words, self._cuts = None, {}
        return load(data, only, keep=self._light, known=known)

    def _light(self, guide: Guide) -> Guide:
        outline = self._cut(guide)
        forget_places(tuple(getattr(outline, field.name) for field in fields(outline)))
        return outline

    def _keep(self, guide: Guide) -> Guide:
        outline = self._cut(guide)
        self._new[guide.id] = _Cut(guide, outline)
        return outline

    def _cut(self, guide: Guide) -> Guide:
        ideas = guide.definitions
        parts = {field.name: getattr(guide, field.name) for field in fields(guide) if field.name in _KEPT}
        less = {"definitions": ideas.model_copy(update={"terms": ()}) if ideas else None, "readings": self._said(guide)}
        return Guide(**{**parts, **less})

    def _kept(self, words: Library, guide: Guide) -> Guide | None:
        before = self._cuts.get(guide.id)
        if not (before and self._words and _is_same(words, self._words) and _is_same(guide, before.whole)):
            return None
        self._new[guide.id] = before
        return before.outline

    def _said(self, guide: Guide) -> ReadingsFile | None:
        written = guide.readings.readings if guide.readings else ()
        given = tuple(_entries(self._named(guide)))
        return ReadingsFile.model_construct(readings=(*given, *written)) if given else guide.readings


def forget_places(value: object) -> None:
    """Let all records in *value* know no more than where they stand themselves: hundreds of guides need the memory.

    Nobody may check the same records again: a mistake could not be told exactly where it is.
    """
    for _, part in within(value):
        part.forget_places()


def _entries(words: Iterable[tuple[str, str]]) -> Iterator[WordReading]:
    yield from (WordReading.model_construct(word=word, reading=reading) for word, reading in dict(words).items())


def _is_same(one: Guide | Library, other: Guide | Library) -> bool:
    """Say whether both consist of the very same records, whatever guides they hold."""
    return all(
        mine is theirs
        for field in fields(one)
        if field.name != "guides"
        for mine, theirs in _pairs(getattr(one, field.name), getattr(other, field.name))
    )


def _pairs(one: object, other: object) -> Iterator[tuple[object, object]]:
    if isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        yield from zip(one, other, strict=True)
    else:
        yield one, other
