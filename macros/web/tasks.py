"""What the processes of a build do for some guides: check them, make their files, build their pages in a language.

Each task is told the job, the units and which of them; its results lie in the units' folders afterwards.
The rooms that a task needs are imported when it is carried out: who only hands it out has no need of the model.
"""

from __future__ import annotations

import contextlib
import gc
import json
import logging
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from macros import addresses, patience
from macros.guideline.problems import GuidelineError, Problem
from macros.web import again, facts
from macros.web.again import FOUND, KEPT, SHEETS, TREE
from macros.web.errors import PagesError
from macros.web.project import ROOT, Job
from macros.web.sheet import read
from macros.web.units import CHECKED, FILES, MADE, SHARED, Units

if TYPE_CHECKING:
    from macros.guideline.model import Library

_RARELY = 40
"""Tasks for one guide each, after which a process lets go of what it no longer needs: looking for it takes a while"""
_TOUCHED = (
    "ページを作っているあいだに、前に作ったページ({folder})か、それと同じファイルである公開用のページが"
    "書きかえられました。もう一度ビルドしてください(書きかえられたところは作り直します)。"
)
_done: list[str] = []


def begin() -> None:
    """Import what the check of a guide needs, which comes first."""
    for name in ("macros.guideline.unreplaced", "macros.children.lint", "macros.web.doubts", "macros.web.shelf"):
        import_module(name)


def get_ready() -> None:
    """Import what the tasks of a build need."""
    for name in ("macros.web.makers", "macros.web.plugin", "mkdocs.commands.build", "mkdocs_macros.plugin"):
        import_module(name)


def check(job: Job, units: Units, guides: Sequence[str]) -> list[Problem]:
    """Read and check *guides*; give every mistake in their files, or leave what else was found in their units."""
    from macros.guideline.unreplaced import unreplaced
    from macros.web import shelf
    from macros.web.doubts import doubts
    from macros.web.pages import guide_pages

    _set_up(job)
    try:
        library = shelf.guides(job.data, tuple(guides))
    except GuidelineError as error:
        return list(error.problems)
    for id in guides:
        guide = library.guide(id)
        found = facts.Facts(
            {page.address: page.languages for page in guide_pages(library, guide)},
            tuple(doubts(library, (id,))),
            tuple(unreplaced(library, (id,))),
            tuple(_hard(library, job, id)),
        )
        folder = units.begin(id, CHECKED)
        (folder / facts.FILE).write_text(found.written(), encoding="utf-8", newline="\n")
        units.finish(id, CHECKED)
    _let_go(guides)
    return []


def _hard(library: Library, job: Job, guide: str) -> Iterator[Problem]:
    """Give what is too hard for children in the files of a *guide*."""
    from macros.children.lint import lint
    from macros.web import shelf

    for one in lint(library, (guide,), cache=shelf.memory()):
        if one.level == "error" and one.problem.place.file.startswith(f"{job.data.name}/{guide}/"):
            yield one.problem


def make(job: Job, units: Units, guides: Sequence[str], pieces: Sequence[str] = FILES) -> list[Problem]:
    """Make those *pieces* of *guides* that are not up to date; give every text that does not fit, and the like."""
    from macros.web import shelf
    from macros.web.makers import OF_GUIDES

    _set_up(job)
    library = shelf.guides(job.data, tuple(guides))
    problems: list[Problem] = []
    stale = [(id, piece) for id in guides for piece in pieces if not units.is_current(id, piece)]
    for id, piece in stale:
        folder = units.begin(id, piece)
        try:
            for maker in OF_GUIDES[piece]:
                maker(library, library.guide(id), job, folder)
        except GuidelineError as error:
            problems += error.problems
        else:
            units.finish(id, piece)
    _let_go({id for id, _ in stale})
    return problems


def make_ahead(job: Job, units: Units, guides: Sequence[str], pieces: Sequence[str]) -> None:
    """Make *pieces* of *guides* before it is known whether all is well; what is not is told later."""
    with contextlib.suppress(GuidelineError):
        make(job, units, guides, pieces)


def make_shared(job: Job, units: Units) -> list[Problem]:
    """Make the files that tell of all guides, whose own files are made; give what cannot be made."""
    from macros.web import shelf
    from macros.web.makers import OF_ALL

    _set_up(job)
    library = shelf.outlines(job.data, job.guides)
    folder = units.begin(SHARED, MADE)
    try:
        for maker in OF_ALL:
            maker(library, job, units, folder)
    except GuidelineError as error:
        return list(error.problems)
    units.finish(SHARED, MADE)
    return []


def lay_out(job: Job, units: Units, guides: Sequence[str], language: str, config: str, counter: Path) -> None:
    """Build the pages of *guides* (or those of SHARED alone) in *language*, as *config* says.

    Raises PagesError where MkDocs refuses.
    """
    variables = {
        "KYODO_PART": "shared" if SHARED in guides else "guides",
        "KYODO_GUIDES": ",".join(job.guides if SHARED in guides else guides),
        "KYODO_UNITS": str(units.root.absolute()),
        "KYODO_COMMON": units.common,
        "KYODO_PROGRESS": str(counter.absolute()),
    }
    with tempfile.TemporaryDirectory(dir=job.work, prefix=f"{language}-", ignore_cleanup_errors=True) as place:
        site, found = Path(place) / "site", Path(place) / "found"
        _set_up(job, {**variables, "KYODO_FOUND": str(found.absolute())})
        _mkdocs(config, site)
        for unit in guides:
            _renew(units, unit, language, Path(place), found)
    _let_go(guides)


def preview(job: Job, units: Units, guide: str, language: str, config: str, page: str, target: Path) -> None:
    """Build one *page* of *guide* (an address below the language's root) into the file *target*.

    Raises PagesError where MkDocs refuses.
    """
    variables = {"KYODO_PART": "guides", "KYODO_GUIDES": guide, "KYODO_UNITS": str(units.root.absolute())}
    with tempfile.TemporaryDirectory(dir=job.work, prefix=f"{language}-", ignore_cleanup_errors=True) as place:
        site = Path(place) / "site"
        _set_up(job, {**variables, "KYODO_ONLY": page, "KYODO_FOUND": str(Path(place) / "found")})
        _mkdocs(config, site)
        made = site / page / "index.html"
        if made.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            half = target.with_name(f".{target.name}.next")
            shutil.copyfile(made, half)
            patience.replace(half, target)


def _let_go(guides: Collection[str]) -> None:
    """Count one more task for *guides*; at times, free the memory of what nobody needs any more."""
    _done.extend(guides)
    if len(_done) >= _RARELY:
        tidy()


def tidy() -> None:
    """Free the memory of what nobody needs any more, which takes up to half a second."""
    _done.clear()
    gc.collect()


def _set_up(job: Job, more: Mapping[str, str] | None = None) -> None:
    """Give this process the settings of *job*, which is settled, in place of those of the job before."""
    os.environ.clear()
    os.environ.update({**job.environment, **(more or {})})


def _renew(units: Units, unit: str, language: str, place: Path, found: Path) -> None:
    """Let the pages of a *unit* be those that were made into the site in *place*, and those that are the same still.

    Raises PagesError where these were touched while others were made.
    """
    root = addresses.language_root(language)
    made = place / "site" if unit == SHARED else _of_guide(place, unit)
    old, new = again.marks(units.folder(unit, language)), again.marks_in(found / f"{unit}.{KEPT}")
    same = [address for address in new if not (made / address / "index.html").exists()]
    if any(old.get(address) != new[address] for address in same):
        raise PagesError(_TOUCHED.format(folder=units.folder(unit, language)))
    known = again.sheets(units.folder(unit, language), [root + address for address in same])
    folder = units.reopen(unit, language) if same else units.begin(unit, language)
    tree = folder / TREE
    again.renew(tree, made, same)
    names = sorted(path.relative_to(tree).as_posix() for path in tree.rglob("*.html"))
    sheets = [known.get(root + name) or vars(read(tree / name, root + name)) for name in names]
    (folder / SHEETS).write_text(json.dumps(sheets, ensure_ascii=False), encoding="utf-8", newline="\n")
    for name in (FOUND, KEPT):
        patience.replace(found / f"{unit}.{name}", folder / name)
    units.finish(unit, language)


def _of_guide(place: Path, guide: str) -> Path:
    """Move what belongs to *guide* from the site in *place* into a folder of its own."""
    site, own = place / "site", place / "guides" / guide
    own.mkdir(parents=True)
    for name in (guide, f"assets/guides/{guide}.css"):
        if (site / name).exists():
            (own / name).parent.mkdir(parents=True, exist_ok=True)
            patience.rename(site / name, own / name)
    return own


def _mkdocs(config: str, site: Path) -> None:
    """Build *site* as the file *config* of the project says; warnings count as errors."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException
    from mkdocs_macros import context

    from macros.web.templates import fault

    context.get_git_info = dict  # it asks Git twelve times for what no page says
    said = _Said()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(said)
    try:
        loaded = load_config(str(ROOT / config), strict=True, site_dir=str(site))
        loaded.plugins.on_startup(command="build", dirty=False)
        try:
            build(loaded)
        finally:
            loaded.plugins.on_shutdown()
    except (MkDocsException, SystemExit) as error:  # the macros plugin leaves by SystemExit
        raise PagesError("\n".join([*said.lines, str(error)]).strip()) from None
    except Exception as error:
        if words := fault(error, ROOT):
            raise PagesError(words) from None
        raise
    finally:
        logger.removeHandler(said)


class _Said(logging.Handler):
    """Keeps the warnings of a build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} - {record.getMessage()}")
