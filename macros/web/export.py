"""Write the finished Markdown of both languages to files, for benchmarks and other generators."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from macros.web.build import build
from macros.web.progress import Progress
from macros.web.project import Job


def export(job: Job, target: Path, progress: Progress) -> int:
    """Write every page of *job* below *target*/ja and *target*/en; give the number of files.

    Raises GuidelineError and BuildError as a build does; *target* changes only when all went well.
    """
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "markdown"
        environment = {**job.environment, "KYODO_EXPORT": str(written)}
        build(replace(job, site=Path(folder) / "site", work=Path(folder) / "work", environment=environment), progress)
        for language in written.iterdir():
            if (target / language.name).exists():
                shutil.rmtree(target / language.name)
            shutil.copytree(language, target / language.name)
        return sum(1 for _ in target.rglob("*.md"))
