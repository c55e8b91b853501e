"""The macros that page frames in docs/_frames may call."""

from __future__ import annotations

from typing import Any

import jinja2

from macros.figures.kept import Kept
from macros.web.project import ROOT
from macros.web.templates import fault


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
