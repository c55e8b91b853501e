"""The macros that page frames in docs/_frames may call."""

from __future__ import annotations

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
