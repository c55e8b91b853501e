"""The theme's own files: a build looks through them for pages that tell of all guides, and leaves the icons out."""

from __future__ import annotations

import os
from collections.abc import Iterator

import jinja2
from mkdocs.theme import Theme

from macros.figures.kept import Kept
from macros.web.templates import Plain

_ICONS = ".icons"


def without_files(theme: Theme) -> None:
    """Let *theme* draw pages, and nothing else: its own files come with the pages that tell of all guides."""
    theme.static_templates.clear()
    theme.__class__ = _PagesOnly


def without_icons(theme: Theme) -> None:
    """Let *theme* not list its icons, of which it has more than fourteen thousand and publishes none."""
    theme.__class__ = _NoIcons


def settle(env: jinja2.Environment) -> None:
    """Let the theme's templates be compiled once, and call our functions as they are."""
    env.bytecode_cache = Kept()
    env.context_class = Plain


class _PagesOnly(Theme):
    def get_env(self) -> jinja2.Environment:
        env = super().get_env()
        env.loader = _Unlisted(self.dirs)
        return env


class _NoIcons(Theme):
    def get_env(self) -> jinja2.Environment:
        env = super().get_env()
        env.loader = _Uniconed(self.dirs)
        return env


class _Unlisted(jinja2.FileSystemLoader):
    """Finds templates by name only."""

    def list_templates(self) -> list[str]:
        return []


class _Uniconed(jinja2.FileSystemLoader):
    """Finds icons by name only."""

    def list_templates(self) -> list[str]:
        return sorted({name for folder in self.searchpath for name in _files(os.fspath(folder))})


def _files(folder: str) -> Iterator[str]:
    """Give the files below *folder*, but for icons, as Jinja names them."""
    for here, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if one != _ICONS]
        inside = here[len(folder) :].replace(os.sep, "/").strip("/")
        yield from (f"{inside}/{name}" if inside else name for name in names)
