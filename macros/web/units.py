"""The parts of a site that are built on their own, one a guide and one for what all guides share, and whether each is
still good: a piece of a unit is used again as long as nothing has changed that it was made from."""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros import patience
from macros.guideline.folders import FRONT, guide_folders, with_linked
from macros.paper import faces_mark
from macros.web.project import LANGUAGES, ROOT, Job

SHARED = "_shared"
"""The unit of the pages and files that tell of all guides"""
CHECKED, PAPER, BOOK, MADE = "checked", "paper", "book", "made"
FILES = (PAPER, BOOK, MADE)
"""The files of a unit that are no pages, in kinds, that which takes longest first: PDFs, the workbook, all others"""
PIECES = (CHECKED, *FILES, *LANGUAGES)
"""What a unit consists of: what the check found, the files that are no pages, the pages in each language"""
_PROGRAM = ("macros", "docs", "overrides", "mkdocs.yml", "mkdocs.en.yml", "requirements.txt")
_FILE = re.compile(rb"^\s+(?:- )?file:\s*(.+?)\s*$", re.MULTILINE)
_NO_PROGRAM = ("__pycache__",)
_LARGEST = 16 * 1024 * 1024
_SETTINGS = (
    "SOURCE_DATE_EPOCH",
    "KYODO_SITE_URL",
    "KYODO_EDIT_BASE",
    "KYODO_ON",
    "KYODO_EXPORT",
)


@dataclass(frozen=True)
class Units:
    """The units below *root*, each with the *keys* of what it is made from at present."""

    root: Path
    keys: Mapping[str, str]
    common: str = ""
    """What all of them are made from besides, as one key"""
    seen: Mapping[str, str] = field(default_factory=dict)
    """The state in which the files were found that each is made from"""

    @classmethod
    def of(cls, job: Job) -> Units:
        """Look at everything that the units of *job* are made from."""
        common, found = _digests(job, _content)
        named = {unit: one.named() for unit, one in found.items()}
        return cls(job.units, named, common.named(), {unit: one.state() for unit, one in found.items()})

    @property
    def guides(self) -> tuple[str, ...]:
        """The guides that have a unit."""
        return tuple(unit for unit in self.keys if unit != SHARED)

    def folder(self, unit: str, piece: str) -> Path:
        """Give the folder of a *piece* of a *unit*."""
        return self.root / unit / piece

    def is_current(self, unit: str, piece: str) -> bool:
        """Say whether a piece is there, whole, made from what is there now, and left alone since.

        The published site shares the files of its pieces: what changes one there in place changes it here.
        """
        folder = self.folder(unit, piece)
        return _told(folder) == (self.keys[unit], _state(folder))

    def is_left(self, unit: str, piece: str) -> bool:
        """Say whether a piece, perhaps from another machine, was finished, and made from what is there now."""
        return _told(self.folder(unit, piece))[0] == self.keys[unit]

    def reopen(self, unit: str, piece: str) -> Path:
        """Give the folder of a piece with what it holds, which does not count until it is finished again."""
        folder = self.folder(unit, piece)
        patience.unlink(_mark(folder))
        return folder

    def forget_changed(self, job: Job) -> bool:
        """Let no piece of *job* count that was made from files which were written to since they were looked at.

        Say whether there are any: such a piece may hold what stood in its files for a moment only.
        """
        _, now = _digests(job, lambda _: b"")  # their sizes and times tell
        changed = [unit for unit in self.keys if unit not in now or now[unit].state() != self.seen[unit]]
        for unit in changed:
            for piece in PIECES:
                patience.unlink(_mark(self.folder(unit, piece)))
        return bool(changed) or now.keys() != self.keys.keys()

    def begin(self, unit: str, piece: str) -> Path:
        """Give an empty folder for a piece, which does not count until it is finished."""
        folder = self.reopen(unit, piece)
        if folder.exists():
            patience.rmtree(folder)
        folder.mkdir(parents=True)
        return folder

    def finish(self, unit: str, piece: str) -> None:
        """Let a piece count from now on."""
        folder = self.folder(unit, piece)
        _mark(folder).write_text(f"{self.keys[unit]} {_state(folder)}", encoding="ascii", newline="\n")


def is_left_alone(folder: Path) -> bool:
    """Say whether the piece in *folder*, from whatever it was made, is whole, and left alone since it was finished."""
    _, state = _told(folder)
    return bool(state) and state == _state(folder)


def _told(folder: Path) -> tuple[str, str]:
    """Give the key of the finished piece in *folder*, and the state in which its files were."""
    try:
        key, _, state = _mark(folder).read_text(encoding="ascii").partition(" ")
    except (OSError, ValueError):
        return "", ""
    return key, state


def _mark(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.key")


def _digests(job: Job, read: Callable[[Path], bytes]) -> tuple[_Digest, dict[str, _Digest]]:
    """Add up what all units of *job* are made from, and for each guide and what all share everything that its unit is.

    The keys do not hang on where the project stands, so that several machines can share out the units of one site.
    """
    folders = {folder.name: folder for folder in guide_folders(job.data)}
    common = _Digest(read)
    common.add("settings", repr(_settings(job)).encode())
    for name in _PROGRAM:
        common.add_files(ROOT, _below(ROOT / name))
    common.add_files(job.data, (path for path in sorted(job.data.iterdir()) if path.is_file()))
    common.add_files(job.data, (folder / FRONT for folder in folders.values()))
    chosen = {name: folder for name, folder in folders.items() if not job.guides or name in job.guides}
    found = {}
    shared = common.copy()
    for name, folder in chosen.items():
        own = common.copy()
        for place in with_linked(folder):
            own.add_files(job.data, _below(place))
        own.add_files(folder, _own_faces(folder / FRONT))
        found[name] = own
        shared.add(name, own.named().encode(), own.state())
    return common, {SHARED: shared, **found}


def _state(folder: Path) -> str:
    """Name the files below *folder* with their sizes and the seconds in which they were changed last."""
    digest = _Digest(_content)
    for name, told in sorted(_files_in(folder)):
        digest.add(name, told.encode())
    return digest.named()


def _files_in(folder: Path, within: str = "") -> Iterator[tuple[str, str]]:
    """Give every file with its size and second; the folder itself, on Windows, may tell old ones of a second name."""
    with contextlib.suppress(OSError), os.scandir(folder / within) as found:
        for one in found:
            name = f"{within}{one.name}"
            if one.is_dir(follow_symlinks=False):
                yield from _files_in(folder, f"{name}/")
            else:
                told = os.lstat(one.path)
                yield name, f"{told.st_size} {int(told.st_mtime)}"


def _settings(job: Job) -> dict[str, str]:
    variables = job.variables()
    told = {name: variables.get(name, "") for name in _SETTINGS}
    language = ".".join(platform.python_version_tuple()[:2])
    return {**told, "python": language, "faces": faces_mark(), "paper": str(job.paper), "data": job.data.name}


def _below(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for one in sorted(path.rglob("*")):
        if one.is_file() and not any(part in _NO_PROGRAM for part in one.parts):
            yield one


def _own_faces(front: Path) -> Iterator[Path]:
    """Give the faces on this machine that a guide names for itself."""
    text = front.read_bytes() if front.is_file() else b""
    for name in _FILE.findall(text) if b"faces:" in text else ():
        path = Path(os.path.expanduser(name.decode("utf-8", "replace").strip("'\"")))  # noqa: PTH111 leaves ~nobody
        if os.path.isfile(path):  # noqa: PTH113 no name is too odd for it
            yield path.resolve()


def _content(path: Path) -> bytes:
    """Give what a file holds; of one that a build refuses, what tells it from another."""
    try:
        told = path.stat()
        return path.read_bytes() if told.st_size <= _LARGEST else f"{told.st_size} {told.st_mtime_ns}".encode()
    except OSError as error:
        return f"unreadable {error.errno}".encode()


class _Digest:
    """Adds up names and contents, and in what state the files were found."""

    def __init__(self, read: Callable[[Path], bytes]) -> None:
        self._read = read
        self._sum = hashlib.sha256()
        self._states = hashlib.sha256()

    def add(self, name: str, content: bytes, state: str = "") -> None:
        self._sum.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape") + content)
        self._states.update(f"{name}\0{state}\0".encode("utf-8", "surrogateescape"))

    def add_files(self, root: Path, paths: Iterable[Path]) -> None:
        for path in paths:
            with contextlib.suppress(OSError):
                told = path.stat()
                if stat.S_ISREG(told.st_mode):
                    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
                    self.add(name, self._read(path), f"{told.st_size} {told.st_mtime_ns}")

    def copy(self) -> _Digest:
        other = _Digest(self._read)
        other._sum, other._states = self._sum.copy(), self._states.copy()
        return other

    def named(self) -> str:
        return self._sum.hexdigest()[:32]

    def state(self) -> str:
        return self._states.hexdigest()[:32]
