"""Write the finished Markdown of both languages to files, for benchmarks and other generators."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from macros.web import swap
from macros.web.build import build
from macros.web.errors import BuildError
from macros.web.progress import Progress
from macros.web.project import Job


def export(job: Job, target: Path, progress: Progress) -> int:
    """Write every page of *job* below *target*/ja and *target*/en; give the number of files.

    Raises GuidelineError and BuildError as a build does; *target* changes only when all went well.
    A folder that holds anything and that no export has written is left alone, and refused.
    """
    place = Path(os.path.abspath(target))  # noqa: PTH100 keeps a link, to refuse it
    _make_ready(place)
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "markdown"
        environment = {**job.environment, "KYODO_EXPORT": str(written)}
        build(replace(job, site=Path(folder) / "site", work=Path(folder) / "work", environment=environment), progress)
        try:
            shutil.copytree(written, swap.begin(place), dirs_exist_ok=True)
            swap.publish(place)
        finally:
            swap.drop_what_can_be(swap.staging(place))
        return sum(1 for _ in place.rglob("*.md"))


def _make_ready(place: Path) -> None:
    """Undo what a killed export left at *place*; refuse a folder that is not ours, before anything is built."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        swap.recover(place)
    except swap.NotOursError as error:
        raise BuildError(
            f"{error} には、このプログラムが書いたのではないファイルがあります。何も書きませんでした。"
            "--to で別のフォルダーを指定するか、中身を確かめてから空にしてください。"
        ) from None
