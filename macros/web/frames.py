"""The page frames in docs/_frames: what they say, and the macros that they may call."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import yaml

from macros.figures.kept import Kept
from macros.web.pages import Page
from macros.web.project import ROOT
from macros.web.templates import fault


class Frames:
    """Reads the page frames in a *folder*: what stands at their head, and their Markdown."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[str, tuple[dict[str, Any], str]] = {}

    def meta(self, page: Page) -> dict[str, Any]:
        """Give what stands at the head of *page*."""
        own, _ = self._frame(page.frame)
        return {**own, **page.meta, "render_macros": True}

    def body(self, page: Page) -> str:
        """Give the Markdown of *page*."""
        _, body = self._frame(page.frame)
        return body

    def _frame(self, name: str) -> tuple[dict[str, Any], str]:
        if name not in self._read:
            text = (self.folder / f"{name}.md").read_text(encoding="utf-8")
            _, front, body = text.split("---\n", 2)
            self._read[name] = (_head(front), body)
        return self._read[name]


@cache
def _head(front: str) -> dict[str, Any]:
    """Read what stands at the head of a frame, once for all builds of a process."""
    read: dict[str, Any] = yaml.safe_load(front)
    return read


def define(env: Any) -> None:
    """Define heading() and part(name) for the page that mkdocs-macros is rendering."""
    kyodo = env.conf.plugins["kyodo"]

    @env.macro  # type: ignore[untyped-decorator]
    def heading() -> str:
        """Write the page's first heading from its title."""
        return str(kyodo.desk.heading(kyodo.pages[env.page.file.src_uri]))

    @env.macro  # type: ignore[untyped-decorator]
    def part(name: str) -> str:
        """Fill the template overrides/fragments/<name>.html with the page's records.

        Raises SystemExit for a mistake in a template: of anything else the macros plugin shows the whole way there.
        """
        try:
            return str(kyodo.desk.part(kyodo.pages[env.page.file.src_uri], name))
        except Exception as error:
            if said := fault(error, ROOT):
                raise SystemExit(said) from error
            raise


def compile_once(env: Any) -> None:
    """Remember what the frames of pages are compiled to: all pages of a kind have the same."""
    templates = env.env
    if not isinstance(templates.from_string, _Remembered):
        templates.from_string = _Remembered(templates)


class _Remembered:
    """Compiles each source once, and keeps it on disk."""

    def __init__(self, templates: jinja2.Environment) -> None:
        self._sources: dict[str, str] = {}
        self._templates = templates.overlay(bytecode_cache=Kept())
        self._templates.loader = jinja2.DictLoader(self._sources)

    def __call__(self, source: str) -> jinja2.Template:
        self._sources[source] = source
        return self._templates.get_template(source)
