"""Check that nothing is said twice where only one of the two can count."""

from __future__ import annotations

from collections.abc import Iterator

from macros.guideline.model import Guide, Library, ReadingsFile, RedirectsFile, Value
from macros.guideline.problems import Place, Problem


def readings_agree(file: ReadingsFile | None) -> Iterator[Problem]:
    """A file of readings gives a word one reading: of two, nobody could say which is meant."""
    seen: dict[str, tuple[str, Place]] = {}
    for one in file.readings if file else ():
        reading, first = seen.setdefault(one.word, (one.reading, one.place_of("word")))
        if reading != one.reading:
            yield Problem(one.place_of("reading"), "other-reading", {"word": one.word, "first": str(first)})


def moved_once(file: RedirectsFile | None) -> Iterator[Problem]:
    """An old address leads to one new one."""
    seen: dict[str, tuple[str, Place]] = {}
    for one in file.redirects if file else ():
        new, first = seen.setdefault(one.old, (one.new, one.place_of("old")))
        if new != one.new:
            yield Problem(one.place_of("old"), "moved-twice", {"old": one.old, "first": str(first)})


def own_readings_agree(_: Library, guide: Guide) -> Iterator[Problem]:
    """The guide's own readings give a word one reading."""
    yield from readings_agree(guide.readings)


def years_have_one_value(_: Library, guide: Guide) -> Iterator[Problem]:
    """An indicator has one target and one actual value a year."""
    for indicator in guide.indicators.indicators if guide.indicators else ():
        for values in (indicator.targets, indicator.actuals):
            yield from _told_twice(values)


def _told_twice(values: tuple[Value, ...]) -> Iterator[Problem]:
    seen: dict[int, Place] = {}
    for one in values:
        place = one.place_of("year")
        if seen.setdefault(one.year, place) is not place:
            yield Problem(place, "year-twice", {"year": str(one.year), "first": str(seen[one.year])})


CHECKS = (own_readings_agree, years_have_one_value)
