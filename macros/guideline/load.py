"""Read a data folder into the model, and report everything that is wrong in all of its files at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from macros.guideline.checks import check, check_shared, check_together
from macros.guideline.consequences import Missing
from macros.guideline.content import content
from macros.guideline.folders import FRONT, guide_folders, links_outside
from macros.guideline.known import Known
from macros.guideline.mistakes import mistakes
from macros.guideline.model import (
    FILES,
    PLAN_FOLDER,
    SHARED_FILES,
    SHARED_OPTIONS,
    SHARED_READINGS,
    Guide,
    Library,
    Part,
    Policy,
    field_of,
)
from macros.guideline.problems import GuidelineError, Place, Problem, Values, hint, nearest, phrase
from macros.guideline.source import parse
from macros.guideline.text import is_text

OTHER_FILES = frozenset(("kanji.yml", "kids.yml"))
"""Files that rooms above read themselves: school grades of kanji, the measure of texts for children"""
RESERVED_NAMES = frozenset(
    ("schema", "en", "api", "compare", "search", "assets", "figures", "kids", "staff", "accessibility", "data", "print")
)
"""What the site itself has at its root"""

Record = TypeVar("Record", bound=Part)
Keep = Callable[[Guide], Guide]
"""Gives what of a guide that has been checked is needed further on"""
Kept = Callable[[Library, Guide], Guide | None]
"""Gives what was kept of the same guide beside the same words, which need not be checked again"""


def whole(guide: Guide) -> Guide:
    """Keep all of *guide*."""
    return guide


def nothing(*_: object) -> None:
    """Say that nothing was kept."""


def load(
    data: Path,
    only: Sequence[str] = (),
    *,
    keep: Keep = whole,
    kept: Kept = nothing,
    known: Known | None = None,
    others: Known | None = None,
) -> Library:
    """Give all guides under *data*; of those not named in *only* (when it is given) nothing but guide.yml.

    Of each checked guide only what *keep* gives stays in memory, or what was *kept* of it before. Files that have not
    changed are taken from *known*, guide.yml of the guides not wanted from *others* where it is given.
    Messages name files relative to the folder in which *data* stands.
    Raises GuidelineError with every problem of every file.
    """
    data = data.absolute()
    if not data.is_dir():
        raise GuidelineError([Problem(Place(data.name), "no-data-folder")])
    desk = _Desk(data.parent, known, others or known)
    shared = {name: desk.record(data / name, model) for name, model in SHARED_FILES.items()}
    choices = {**SHARED_READINGS, **SHARED_OPTIONS}
    chosen = {name: desk.record(data / name, model) for name, model in choices.items() if _is_there(data / name)}
    desk.note(_linked(data, data.parent))
    desk.note(_strangers(data, data.parent, {*SHARED_FILES, *choices, *OTHER_FILES}, folders=None))
    folders = [folder for folder in guide_folders(data) if not only or folder.name in only or (folder / FRONT).exists()]
    names = [folder.name for folder in folders]
    if not folders:
        desk.note([Problem(Place(data.name), "no-guide")])
    for name in only:
        if name not in names:
            values: Values = {"name": name, "hint": hint(name, names), "choices": " / ".join(names)}
            desk.note([Problem(Place(data.name), "unknown-guide", values)])
    records: dict[str, Any] = {field_of(name): record for name, record in (*shared.items(), *chosen.items())}
    words = None if any(record is None for record in shared.values()) else Library((), **records)
    if words:
        desk.note(check_shared(words))
    guides = []
    for folder in folders:
        wanted = not only or folder.name in only
        found = _guide(folder, desk, whole=wanted)
        if found.guide is None:
            continue
        before = kept(words, found.guide) if words and wanted else None
        if words and wanted and not before:
            desk.note(found.missing.standing(check(words, found.guide)))
        guides.append(before or (keep(found.guide) if wanted else found.guide))
    desk.note(check_together([guide for guide in guides if guide.whole]))
    if desk.problems:
        raise GuidelineError(desk.problems)
    return Library(tuple(guides), **records)


@dataclass(frozen=True)
class _Found:
    """A guide as far as it could be read, and the files of it that could not."""

    guide: Guide | None
    missing: Missing


@dataclass
class _Desk:
    """Where files are read and their problems pile up; *root* is what messages name files from."""

    root: Path
    known: Known | None = None
    others: Known | None = None
    problems: list[Problem] = field(default_factory=list)

    def note(self, problems: Sequence[Problem] | Iterator[Problem]) -> None:
        """Add *problems* to the pile."""
        self.problems.extend(problems)

    def record(self, path: Path, model: type[Record], *, wanted: bool = True) -> Record | None:
        """Read *path* as a *model*; note the problems and give None where it cannot be used."""
        known = self.known if wanted else self.others
        if not _is_there(path):
            self.note([Problem(Place(path.relative_to(self.root).as_posix()), "missing-file")])
            return None
        data, file = content(path, self.root), path.relative_to(self.root).as_posix()
        if isinstance(data, Problem):
            self.note([data])
            return None
        if known and (kept := known.get(file, data, model)):
            return kept
        tree = parse(data, file)
        self.note(tree.problems)
        if tree.mapping is None:
            return None
        try:
            record = model.model_validate(tree.mapping)
        except ValidationError as error:
            self.note(mistakes(error, tree, model))
            return None
        if known and not tree.problems:
            known.put(file, data, record)
        return record


def _is_there(path: Path) -> bool:
    """Say whether there is a file, or at least a link that should lead to one."""
    return path.exists() or path.is_symlink()


def refused_name(name: str) -> str | None:
    """Give the code of what keeps *name* from being a guide's: the site has it, or commands take it for an option."""
    if name in RESERVED_NAMES:
        return "reserved-name"
    return "hyphen-first" if name.startswith("-") else None


def _guide(folder: Path, desk: _Desk, *, whole: bool) -> _Found:
    """Read one guide's folder as far as its files can be used."""
    named = folder.relative_to(desk.root).as_posix()
    if refused := refused_name(folder.name):
        desk.note([Problem(Place(named), refused, {"name": folder.name})])
        return _Found(None, Missing(named))
    parts: dict[str, Any] = {"front": desk.record(folder / FRONT, FILES[FRONT], wanted=whole), "whole": whole}
    broken: set[str] = set()
    absent = {name for name in FILES if name != FRONT and not _is_there(folder / name)} if whole else set()
    if whole:
        for name, model in FILES.items():
            if name != FRONT and name not in absent:
                parts[field_of(name)] = record = desk.record(folder / name, model)
                broken |= {name} if record is None else set()
        plan = sorted((folder / PLAN_FOLDER).glob("*.yml"))
        policies = [desk.record(path, Policy) for path in plan if path.name[0] not in "._"]
        parts["policies"] = tuple(policy for policy in policies if policy is not None)
        strangers = [*_strangers(folder, desk.root, set(FILES), folders=(PLAN_FOLDER,))]
        unread = [*_strangers(folder / PLAN_FOLDER, desk.root, None, folders=())]
        desk.note([*_linked(folder, desk.root), *strangers, *unread])
        broken |= {PLAN_FOLDER} if None in policies or unread else set()
        broken |= absent & {_meant(str(one.values["name"]), FILES) for one in strangers}
    missing = Missing(named, frozenset(broken), frozenset(absent - broken))
    return _Found(Guide(**parts) if parts["front"] is not None else None, missing)


def _linked(folder: Path, root: Path) -> Iterator[Problem]:
    """Give a problem for each folder in *folder* that stands outside *root*."""
    for path in links_outside(folder, root):
        yield Problem(Place(path.relative_to(root).as_posix()), "link-outside")


def _strangers(
    folder: Path, root: Path, known: Collection[str] | None, *, folders: Collection[str] | None
) -> Iterator[Problem]:
    """Give a problem for each file in *folder* meant for YAML but not in *known*, and each folder not in *folders*.

    Where nothing is *known*, files have any name that ends in .yml.
    """
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        place = Place(path.relative_to(root).as_posix())
        if path.name[0] in "._":
            continue
        if path.is_dir():
            if folders is not None and path.name not in folders:
                yield Problem(place, "unknown-folder", {"name": path.name})
        elif _is_meant_for_yaml(path, known):
            if known is None and not is_text(path.name):
                yield Problem(place, "unreadable-name", {"name": path.name})
            names = known or (path.with_suffix(".yml").name,)
            if path.name not in names:
                inside = [f"{one}/*.yml" for one in folders or ()]
                choices = " / ".join([*sorted(known or ("*.yml",)), *inside])
                near = _meant(path.name, names)
                told = phrase("hint", near=near) if near else hint("", ())
                yield Problem(place, "unknown-file", {"name": path.name, "hint": told, "choices": choices})


def _is_meant_for_yaml(path: Path, known: Collection[str] | None) -> bool:
    """Say whether *path* is meant to be read: editors add .txt or leave out an ending, and Windows hides endings."""
    if ".yml" in path.name.lower() or ".yaml" in path.name.lower():
        return True
    if path.suffix.lower() not in ("", ".txt"):
        return False
    return path.stem[:1].isdigit() if known is None else f"{path.stem.lower()}.yml" in known


def _meant(name: str, names: Collection[str]) -> str | None:
    """Give the one of *names* most like *name*, their endings aside: alike in nothing but .yml is not alike."""
    stems = {one.partition(".yml")[0]: one for one in names}
    near = nearest(name.lower().partition(".y")[0].removesuffix(".txt"), stems)
    return stems[near] if near else None
