"""The theme's own search index of the same site, to compare ours with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from macros.web.project import LANGUAGES, ROOT, Job


def theme_index(folder: Path, language: str, *guides: str) -> Path:
    """Build the site of the real *guides* (all when none is named) by MkDocs alone; give the theme's index."""
    job = Job(guides=guides, environment={"KYODO_THEME_SEARCH": "true"})
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(ROOT / LANGUAGES[language]), "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, env=job.variables(), check=True)
    return folder / "search" / "search_index.json"
