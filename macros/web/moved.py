"""Keep promised addresses: where something moved, its old address leads to the new one (data/redirects.yml)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

import jinja2

from macros import addresses
from macros.guideline.model import Library, Redirect
from macros.guideline.problems import GuidelineError, Problem
from macros.web import facts
from macros.web.made import finder
from macros.web.pages import pages, shared_pages
from macros.web.project import LANGUAGES, Job
from macros.web.templates import FOLDER
from macros.web.units import Units

There = Mapping[str, Sequence[str]]
File = Callable[[str], Path | None]

_OWN = ("assets/", "search/", "figures/", *filter(None, map(addresses.language_root, LANGUAGES)))
"""What the paths begin with that the site writes by itself: its looks, its search, its other languages"""


def make(library: Library, _: Job, units: Units, folder: Path) -> None:
    """Write a page at each old page's address that leads on, and at each old file's address the new file.

    Raises GuidelineError where an old address is in use again, or a new one leads nowhere.
    """
    guides = frozenset(units.guides)
    find = finder(units.root, guides)
    there = {page.address: page.languages for page in shared_pages(library)} | facts.pages(units)
    write(
        library,
        there,
        lambda address: next((at for at in (folder / address, find(address)) if at.exists()), None),
        folder,
    )


def write(
    library: Library, there: Mapping[str, Sequence[str]], file: Callable[[str], Path | None], folder: Path
) -> None:
    """Write below *folder* what leads on; *there* are all pages with their languages, *file* finds other files.

    Raises GuidelineError where an old address is in use again, or a new one leads nowhere.
    """
    if problems := list(_problems(library, there, file)):
        raise GuidelineError(problems)
    for one in _of_pages(library):
        old, new = _parts(one.old)[0], one.new.removeprefix("/")
        if not _is_page(old):
            target, source = folder / old, file(_parts(one.new)[0])
            assert source is not None
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            continue
        for language in there[_parts(one.new)[0]]:
            target = folder / addresses.language_root(language) / old / "index.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_page(library, language, old, new), encoding="utf-8", newline="\n")


def sections(library: Library, page: str, language: str) -> list[tuple[str, str]]:
    """List the sections that were on *page* once, as (id, address as seen from the page), if still in *language*."""
    found = [
        (_parts(one.old), one.new.removeprefix("/"))
        for one in _written(library)
        if _is_there(library, one.new, language)
    ]
    return [(id, addresses.relative(page, new)) for (path, id), new in found if id and path == page]


def _page(library: Library, language: str, old: str, new: str) -> str:
    words = {name: library.labels.labels[f"moved_{name}"].written_in(language) for name in ("title", "text", "link")}
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
    )
    target = addresses.relative(old, new)
    return templates.get_template("_moved.html").render(language=language, old=f"/{old}", target=target, **words)


def _problems(library: Library, there: There, file: File) -> Iterator[Problem]:
    olds = {_parts(one.old)[0] for one in _of_pages(library)}
    for one in _written(library):
        (old, id), (new, _) = _parts(one.old), _parts(one.new)
        if not id and (old in there or _is_the_sites(old) or (not _is_page(old) and file(old))):
            yield Problem(one.place_of("old"), "redirect-taken", {"address": one.old})
        elif not id and (other := _in_the_way(old, {*there, *olds}, file)):
            yield Problem(one.place_of("old"), "redirect-clash", {"address": one.old, "other": f"/{other}"})
        elif not (id or _is_page(new)) and _is_file(file(new)) and _ending(old) != _ending(new):
            yield Problem(one.place_of("old"), "redirect-kind", {"address": one.old, "ending": _ending(new)})
        if id and old.partition("/")[0] != new.partition("/")[0]:
            yield Problem(one.place_of("new"), "redirect-across", {"address": one.new})
        if id and old not in there:
            yield Problem(one.place_of("old"), "redirect-without-page", {"address": one.old, "page": f"/{old}"})
        if not (new in there if _is_page(new) else _is_file(file(new))) or _is_page(old) != _is_page(new):
            yield Problem(one.place_of("new"), "redirect-nowhere", {"address": one.new})


def _in_the_way(old: str, others: Collection[str], file: File) -> str | None:
    """Give the address that is a file where *old* needs a folder, or needs a folder where *old* is a file."""
    if not _is_page(old) and (below := next((one for one in sorted(others) if one.startswith(f"{old}/")), None)):
        return below
    steps = old.removesuffix("/").split("/")
    above = ("/".join(steps[:count]) for count in range(1, len(steps) + _is_page(old)))
    return next((one for one in above if one in others or _is_file(file(one))), None)


def _is_file(found: Path | None) -> bool:
    return found is not None and not found.is_dir()


def _is_there(library: Library, way: str, language: str) -> bool:
    """Say whether the page of an address is published in *language* (children's pages are Japanese only)."""
    return _parts(way)[0] in {page.address for page in pages(library, language)}


def _of_pages(library: Library) -> Iterator[Redirect]:
    return (one for one in _written(library) if not _parts(one.old)[1])


def _written(library: Library) -> Iterator[Redirect]:
    """Give the redirects between guides that are read whole, as a preview reads only some."""
    written = library.redirects.redirects if library.redirects else ()
    partly = {guide.id for guide in library.guides if not guide.whole} if written else set()
    for one in written:
        if not partly & {one.old.split("/")[1], one.new.split("/")[1]}:
            yield one


def _parts(way: str) -> tuple[str, str]:
    """Cut /yamaguchi/forms/#subsidy into its path below the root and the id of a section."""
    path, _, id = way.partition("#")
    return path.removeprefix("/"), id


def _is_the_sites(path: str) -> bool:
    """Say whether the site itself writes at *path*, so that what is put there would take the place of its own."""
    return path.startswith(_OWN) or path.rpartition("/")[2] == "index.html" or ("/" not in path and path != "")


def _ending(path: str) -> str:
    """Give how a file's name ends, by which servers know what it is: a table that ends in .php would be run."""
    return PurePosixPath(path).suffix


def _is_page(path: str) -> bool:
    return path == "" or path.endswith("/")
