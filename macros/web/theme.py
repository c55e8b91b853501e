"""The theme for a build of some guides' pages alone: its own files come with the pages that tell of all guides."""

from __future__ import annotations

import jinja2
from mkdocs.theme import Theme


def without_files(theme: Theme) -> None:
    """Let *theme* draw pages, and nothing else: it has more than ten thousand files to look through."""
    theme.static_templates.clear()
    theme.__class__ = _PagesOnly


class _PagesOnly(Theme):
    def get_env(self) -> jinja2.Environment:
        env = super().get_env()
        env.loader = _Unlisted(self.dirs)
        return env


class _Unlisted(jinja2.FileSystemLoader):
    """Finds templates by name only."""

    def list_templates(self) -> list[str]:
        return []
