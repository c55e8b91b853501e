"""Find the texts that kyodo init wrote as examples and that nobody has put the town's own words in place of yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.guideline.model import Guide, Library, Part
from macros.guideline.parts import Way, parts
from macros.guideline.problems import Place, Problem

MARKS = ("【見本】", "【みほん】", "[Sample]")
"""What every text of a sample file holds, so that readers too see what it is"""


def unreplaced(library: Library, guides: Sequence[str] = ()) -> list[Problem]:
    """Give one problem for each file of the guides named (all when none is) that still holds examples."""
    places: dict[str, list[Place]] = {}
    for guide in library.guides:
        if not guides or guide.id in guides:
            for place in _places(guide):
                places.setdefault(place.file, []).append(place)
    return [Problem(min(found), "sample-text", {"count": str(len(found))}) for _, found in sorted(places.items())]


def _places(guide: Guide) -> Iterator[Place]:
    for _, part in parts(guide):
        for name in type(part).model_fields:
            value = getattr(part, name)
            if isinstance(value, (str, tuple, Mapping)):
                yield from (part.place_of(*way) for way in _marked(value, (name,)))


def _marked(value: object, way: Way) -> Iterator[Way]:
    if isinstance(value, Part):
        return  # its own turn comes
    if isinstance(value, str) and any(mark in value for mark in MARKS):
        yield way
    elif isinstance(value, tuple):
        for at, one in enumerate(value):
            yield from _marked(one, (*way, at))
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _marked(one, (*way, key))
