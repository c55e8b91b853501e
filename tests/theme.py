"""The same site built by MkDocs alone, in one piece: its pages, and the theme's own search index."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from macros.web.project import LANGUAGES, ROOT, Job


def built_by_mkdocs(folder: Path, language: str, *guides: str, **environment: str) -> Path:
    """Build the site of the real *guides* (all when none is named) in one *language* into *folder*."""
    job = Job(guides=guides, environment=environment)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(ROOT / LANGUAGES[language]), "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, env=job.variables(), check=True)
    return folder


def theme_index(folder: Path, language: str, *guides: str) -> Path:
    """Give the theme's index of such a site."""
    return built_by_mkdocs(folder, language, *guides, KYODO_THEME_SEARCH="true") / "search" / "search_index.json"
