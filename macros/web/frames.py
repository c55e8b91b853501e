"""The macros that page frames in docs/_frames may call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def define(env: Any) -> None:
    """Define heading() and part(name) for the page that mkdocs-macros is rendering."""
    kyodo = env.conf.plugins["kyodo"]

    @env.macro  # type: ignore[untyped-decorator]
    def heading() -> str:
        """Write the page's first heading from its title."""
        return str(kyodo.desk.heading(kyodo.pages[env.page.file.src_uri]))

    @env.macro  # type: ignore[untyped-decorator]
    def part(name: str) -> str:
        """Fill the template overrides/fragments/<name>.html with the page's records."""
        return str(kyodo.desk.part(kyodo.pages[env.page.file.src_uri], name))


def compile_once(env: Any) -> None:
    """Remember what the frames of pages are compiled to: all pages of a kind have the same."""
    templates = env.env
    if not isinstance(templates.from_string, _Remembered):
        templates.from_string = _Remembered(templates.from_string)


class _Remembered:
    """Compiles each source once."""

    def __init__(self, compile: Callable[[str], Any]) -> None:
        self._compile = compile
        self._known: dict[str, Any] = {}

    def __call__(self, source: str) -> Any:
        if source not in self._known:
            self._known[source] = self._compile(source)
        return self._known[source]
