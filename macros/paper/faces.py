"""Which faces set the paper: what the lock table names and this machine has, and Noto, which is always there."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from macros.guideline.problems import GuidelineError, Problem

if TYPE_CHECKING:
    from macros.guideline.model import Guide

TABLE = Path(__file__).with_name("tables") / "faces.yml"
USES = ("plain", "school")
ALWAYS = "Noto Sans CJK JP"
"""The face of the wheels, which is always there"""


@dataclass(frozen=True)
class Family:
    """A family as Typst knows it: its *name*, whether it *covers* Latin signs only, the *folders* of its files."""

    name: str
    covers: str = ""
    folders: tuple[Path, ...] = ()

    @property
    def data(self) -> dict[str, str]:
        """What a template is told of it."""
        return {"name": self.name, "covers": self.covers}


@dataclass(frozen=True)
class Faces:
    """The faces for one use: the *name* that people know, the *families* in order, a *mark* for their bytes."""

    name: str
    families: tuple[Family, ...]
    mark: str

    @property
    def folders(self) -> tuple[Path, ...]:
        """Every folder in which Typst finds the files."""
        return tuple(dict.fromkeys(folder for family in self.families for folder in family.folders))


def cache_folder() -> Path:
    """Give the user's folder for faces: KYODO_FONTS, or the system's place for what can be fetched again."""
    if own := os.environ.get("KYODO_FONTS"):
        return Path(own)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "kyodo" / "fonts"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "kyodo" / "fonts"


def package_folder(name: str) -> Path:
    """Give the folder of one npm package's faces in the cache; its name tells the version."""
    return cache_folder() / f"{name.rpartition('/')[2]}-{table()['packages'][name]['version']}"


def faces(use: str, guide: Guide | None = None) -> Faces:
    """Give the best faces that are there for a *use* (one of USES), those that the *guide* names first.

    Raises GuidelineError where a file that the guide names is not the one it names.
    """
    always = fallback()
    own = tuple(_own(guide, use)) if guide else ()
    if own:
        mark = " ".join(face.sha256 for face in guide.front.faces if face.use == use) if guide else ""
        return Faces(own[0].name, (*own, always), f"{mark} {_fallback_mark()}")
    for choice in table()["uses"][use]:
        if all((package_folder(one["package"]) / "done").exists() for one in choice["families"]):
            packages = [one["package"] for one in choice["families"]]
            families = tuple(
                Family(one["family"], one.get("covers", ""), (package_folder(one["package"]),))
                for one in choice["families"]
            )
            mark = " ".join(table()["packages"][name]["sha256"] for name in packages)
            return Faces(choice["name"], (*families, always), f"{mark} {_fallback_mark()}")
    return Faces(ALWAYS, (always,), _fallback_mark())


def faces_mark() -> str:
    """Name the bytes of the faces for every use, those that guides name for themselves aside."""
    return " ".join(faces(use).mark for use in table()["uses"])


def fallback() -> Family:
    """Give the face of the wheels, which is there on every machine."""
    return Family(ALWAYS, folders=tuple(_wheel_folders()))


@cache
def table() -> Mapping[str, Any]:
    """Give the lock table of faces."""
    loaded: Mapping[str, Any] = yaml.load(TABLE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return loaded


def sha256(path: Path) -> str:
    """Give the fingerprint of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _wheel_folders() -> Iterator[Path]:
    for module in table()["wheels"].values():
        spec = find_spec(module)
        assert spec is not None  # pyproject.toml names the wheel
        assert spec.origin is not None
        yield Path(spec.origin).parent


@cache
def _fallback_mark() -> str:
    return " ".join(f"{name} {version(name)}" for name in table()["wheels"])


def _own(guide: Guide, use: str) -> Iterator[Family]:
    """Give the faces that the guide names for *use* and that are on this machine."""
    for face in guide.front.faces:
        path = Path(os.path.expanduser(face.file))  # noqa: PTH111 leaves ~nobody as it is
        if face.use == use and os.path.isfile(path):  # noqa: PTH113 no name is too odd for it
            if sha256(path) != face.sha256:
                raise GuidelineError([Problem(face.place_of("sha256"), "other-face", {"file": face.file})])
            yield Family(face.family, folders=(_kept(path, face.sha256),))


def _kept(path: Path, mark: str) -> Path:
    """Copy a guide's own face into a folder of the cache where no other stands beside it."""
    folder = cache_folder() / f"own-{mark[:16]}"
    if not (folder / path.name).exists():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / path.name)
    return folder
