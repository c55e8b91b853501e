"""The library that a task works on, with what reads its Japanese: on the shelf as long as its files are the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from macros.furigana import Furigana
from macros.furigana.cache import Cache
from macros.furigana.furigana import CACHE
from macros.furigana.published import named
from macros.furigana.version import engine_version
from macros.guideline.folders import FRONT, guide_folders, with_linked
from macros.guideline.known import FOLDER, Known
from macros.guideline.load import load
from macros.guideline.model import Guide, Library
from macros.guideline.outline import Outlines, forget_places

T = TypeVar("T")

_known = Known(FOLDER)
_others = Known(FOLDER, lightened=forget_places)
"""For guide.yml of the guides that a task does not work on"""
_passing = Known(FOLDER, in_memory=False)
"""For guides of which no more than an outline is kept"""
_MANY = 300
"""Files of data, from which a process holds no more records than those of the guides it works on"""
_outlines = Outlines(named)
_whole: dict[str, Any] = {}
_outlined: dict[str, Any] = {}


def guides(data: Path, only: tuple[str, ...] = ()) -> Library:
    """Give the library under *data* with the guides named in *only* whole (all of them where none is named).

    Raises GuidelineError for every mistake in the files.
    """
    mark = _marks(_read(data.absolute(), only)) if data.is_dir() else None
    if _whole.get("mark") != (mark, only):
        _whole.clear()
        _whole.update(mark=(mark, only), library=load(data, only, known=_known, others=_others))
        if _known.count > _MANY:
            root = data.absolute().parent
            _known.keep_only({path.relative_to(root).as_posix() for path in _worth_keeping(data.absolute(), only)})
    library: Library = _whole["library"]
    return library


def outlines(data: Path, only: tuple[str, ...] = ()) -> Library:
    """Give the library under *data* with as much of each guide as the pages about all guides need.

    Raises GuidelineError for every mistake in the files.
    """
    mark = _marks(_worth_keeping(data.absolute())) if data.is_dir() else None
    if _outlined.get("mark") != (mark, only):
        _outlined.clear()
        if mark and len(mark) > _MANY:  # hundreds of outlines take the place of a few whole guides
            _whole.clear()
            _known.keep_only(set())
            read = _outlines.many(data, only, _passing)
        else:
            read = _outlines.few(data, only, _known)
        _outlined.update(mark=(mark, only), library=read)
    outlined: Library = _outlined["library"]
    return outlined


def furigana(library: Library, guide: Guide | None) -> Furigana:
    """Give what reads Japanese for *guide* (or for what no guide says), which remembers what it has read."""
    key = ("furigana", guide.id if guide else "")
    return once(library, key, lambda: Furigana.of(library, guide, cache=memory()))


def once(library: Library, key: tuple[str, ...], find: Callable[[], T]) -> T:
    """Give what *find* gives for *library*, which stays on the shelf by its *key* as long as the library does."""
    kept = next((one for one in (_whole, _outlined) if one.get("library") is library), {})
    found: dict[tuple[str, ...], T] = kept.setdefault("found", {})
    if key not in found:
        found[key] = find()
    return found[key]


@cache
def memory() -> Cache:
    """Give what was found out about texts on this machine, which all readers of this process share."""
    return Cache(CACHE, engine_version())


def _marks(files: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """Tell one state of the *files* from another, within one build."""
    found = ((path, path.stat()) for path in sorted(files) if path.is_file())
    return tuple((str(path), told.st_size, told.st_mtime_ns) for path, told in found)


def _read(data: Path, only: tuple[str, ...]) -> set[Path]:
    """Give the files that a library is read from: what is shared, every guide.yml, and all of the guides wanted."""
    return _worth_keeping(data, only) | {folder / FRONT for folder in guide_folders(data)}


def _worth_keeping(data: Path, only: tuple[str, ...] = ()) -> set[Path]:
    """Give the files that the next task reads too: what is shared, and those of the guides wanted."""
    wanted = [folder for folder in guide_folders(data) if folder.name in only or not only]
    shared = {path for path in data.iterdir() if path.is_file()}
    return shared.union(*(place.rglob("*.yml") for folder in wanted for place in with_linked(folder)))
