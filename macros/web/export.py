"""Write the finished Markdown of both languages to files, for benchmarks and other generators."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from macros.web.build import build
from macros.web.errors import BuildError
from macros.web.progress import Progress
from macros.web.project import LANGUAGES, Job
from macros.web.shortcut import is_link


def export(job: Job, target: Path, progress: Progress) -> int:
    """Write every page of *job* below *target*/ja and *target*/en; give the number of files.

    Raises GuidelineError and BuildError as a build does; *target* changes only when all went well.
    Folders in the place of its own that hold anything but Markdown are left alone, and refused.
    """
    for own in (target / language for language in LANGUAGES):
        strange = next((path for path in sorted(own.rglob("*")) if is_link(path) or _is_strange(path)), None)
        if is_link(own) or (own.exists() and not own.is_dir()) or strange:
            raise BuildError(
                f"{strange or own} は、このプログラムが書いたファイルではありません。"
                "--to で、別のフォルダーを指定してください。"
            )
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "markdown"
        environment = {**job.environment, "KYODO_EXPORT": str(written)}
        build(replace(job, site=Path(folder) / "site", work=Path(folder) / "work", environment=environment), progress)
        for language in written.iterdir():
            if (target / language.name).exists():
                shutil.rmtree(target / language.name)
            shutil.copytree(language, target / language.name)
        return sum(1 for _ in target.rglob("*.md"))


def _is_strange(path: Path) -> bool:
    return path.is_file() and path.suffix != ".md"
