"""List the texts that nobody has written in a language yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from macros.guideline.model import Guide, Library, Part, Text
from macros.guideline.parts import Way, parts, within
from macros.guideline.problems import Place

CHILDREN = "kids"


def missing(library: Library, language: str, read_by_children: Collection[str] = ()) -> list[tuple[Place, str]]:
    """Give the place and the path of each text without words in *language*, in the order of files and lines.

    Children's words ("kids") are missed only in the parts of guides that a reader shows:
    *read_by_children* names these as guide/part, for example "yamaguchi/forms".
    """
    found = {
        (text.place_of(), written(way))
        for way, text in _texts(library)
        if text.written_in(language) is None and (language != CHILDREN or _shown(way, read_by_children))
    }
    return sorted(found)


def written(way: Way) -> str:
    """Write a way as a path: forms.forms[0].title."""
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way)
    return path.removeprefix(".")


def _texts(library: Library) -> Iterator[tuple[Way, Text]]:
    pieces = [within(library.vocabulary, ("vocabulary",)), within(library.labels, ("labels",))]
    pieces += [_of_guide(guide) for guide in library.guides]
    for piece in pieces:
        for way, part in piece:
            if isinstance(part, Text):
                yield way, part


def _of_guide(guide: Guide) -> Iterator[tuple[Way, Part]]:
    for way, part in parts(guide):
        yield (guide.id, *way), part


def _shown(way: Way, read_by_children: Collection[str]) -> bool:
    return "/".join(map(str, way[:2])) in read_by_children
