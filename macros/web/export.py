"""Write the finished Markdown of both languages to files, for benchmarks and other generators."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from filelock import FileLock

from macros import patience
from macros.web import fence, swap
from macros.web.build import build, lock_of
from macros.web.errors import BuildError
from macros.web.progress import Progress
from macros.web.project import Job

_WORKSHOP = ".export"
"""Where an export builds, within the folder of builds"""


def export(job: Job, target: Path, progress: Progress) -> int:
    """Write every page of *job* below *target*/ja and *target*/en; give the number of files.

    Raises GuidelineError and BuildError as a build does; *target* changes only when all went well.
    A folder that holds anything and that no export has written is left alone, and refused.
    """
    place = Path(os.path.abspath(target))  # noqa: PTH100 keeps a link, to refuse it
    if said := fence.taken(job, place, "--to"):
        raise BuildError(said)
    place.parent.mkdir(parents=True, exist_ok=True)
    with lock_of(place):
        _make_ready(place)
        job.work.mkdir(parents=True, exist_ok=True)
        with FileLock(job.work / "export.lock"), _workshop(job.work / _WORKSHOP) as folder:
            written = folder / "markdown"
            environment = {**job.environment, "KYODO_EXPORT": str(written)}
            inner = replace(job, site=folder / "site", work=folder / "work", environment=environment)
            build(inner, progress)
            try:
                shutil.copytree(written, swap.begin(place), dirs_exist_ok=True)
                swap.publish(place)
            finally:
                swap.drop_what_can_be(swap.staging(place))
        return sum(1 for _ in place.rglob("*.md"))


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    """Give an empty *folder*, always the same: what a killed export leaves there goes with the next one."""
    if folder.exists():
        patience.rmtree(folder)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make_ready(place: Path) -> None:
    """Undo what a killed export left at *place*; refuse a folder that is not ours, before anything is built."""
    try:
        swap.recover(place)
    except swap.NotOursError as error:
        raise BuildError(
            f"{error} には、このプログラムが書いたのではないファイルがあります。何も書きませんでした。"
            "--to で別のフォルダーを指定するか、中身を確かめてから空にしてください。"
        ) from None
