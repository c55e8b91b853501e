"""Run a command in a copy of the project, so that no cache of this one helps, and say what it cost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.web.project import ROOT

_COPIED = (
    "macros",
    "docs",
    "overrides",
    "data",
    "mkdocs.yml",
    "mkdocs.en.yml",
    "pyproject.toml",
    "requirements.txt",
)
_DAY = "1760000000"


@dataclass(frozen=True)
class Cost:
    """What a run took: *seconds* on the clock, seconds of *work* of all its processes, *megabytes* of the largest."""

    seconds: float
    work: float
    megabytes: float


class RunError(Exception):
    """Raised when a command of a benchmark fails; says what it said."""


def project(folder: Path, data: Path | None = None) -> Path:
    """Copy what a build needs into *folder*, with other *data* where it is given."""
    folder.mkdir(parents=True)
    for name in _COPIED:
        source = ROOT / name
        if name == "data" and data:
            data.rename(folder / name)
        elif source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, folder / name)
    return folder


def run(folder: Path, *arguments: str | Path, **environment: str) -> Cost:
    """Run Python with *arguments* in *folder*. Raises RunError where it fails."""
    began = time.monotonic()
    process = start(folder, arguments, environment)
    said = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RunError(said)
    return Cost(time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def together(folder: Path, commands: Sequence[Sequence[str | Path]]) -> Cost:
    """Run Python several times at once; the largest process is that of any."""
    began = time.monotonic()
    processes = [start(folder, arguments, {}) for arguments in commands]
    work = megabytes = 0.0
    for process in processes:
        said = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RunError(said)
        work += usage.ru_utime + usage.ru_stime
        megabytes = max(megabytes, usage.ru_maxrss / 1024)
    return Cost(time.monotonic() - began, work, megabytes)


def start(folder: Path, arguments: Sequence[str | Path], environment: dict[str, str]) -> subprocess.Popen[str]:
    """Start Python with *arguments* in *folder*; it keeps what it compiles, as libraries are kept when installed."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        cwd=folder,
        env={**own, "SOURCE_DATE_EPOCH": _DAY, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
