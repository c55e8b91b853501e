"""Whatever happens to a build, the old site stays whole, and the next build needs no help."""

from __future__ import annotations

import ctypes
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from macros.web import swap
from macros.web.build import build
from macros.web.errors import BuildError
from macros.web.progress import Progress
from tests.site import ROOT, built, job, snapshot

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX; the rest is in test_build.py"),
]
BUILD = """
import sys
from dataclasses import replace
from pathlib import Path
from macros.web.build import build
from macros.web.progress import Progress
from macros.web.errors import BuildError
from tests.site import job
folder, work = map(Path, sys.argv[1:])
try:
    build(replace(job(folder), work=work), Progress())
except BuildError as error:
    sys.exit(str(error))
"""
_DROP_FROM_BOUNDING_SET, _OVERRIDE_PERMISSIONS = 24, 1
_BLOCK = 64 * 1024


@pytest.fixture(scope="module", name="good")
def fixture_good(mini_site: Path) -> dict[str, bytes]:
    """What an undisturbed build of the make-believe town gives."""
    return snapshot(mini_site)


@pytest.fixture(name="old")
def fixture_old(tmp_path: Path) -> dict[str, bytes]:
    """An old site that differs from the next, and what it holds."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / swap.MARKER).write_text("old", encoding="utf-8")
    (tmp_path / "site" / "index.html").write_text("<title>old</title>", encoding="utf-8")
    return snapshot(tmp_path / "site")


def started(folder: Path, work: str = "work", **how: object) -> subprocess.Popen[str]:
    """Start a build into *folder* in a process of its own."""
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]  # how: what Popen takes
        [sys.executable, "-c", BUILD, str(folder), str(folder / work)],
        **{"cwd": ROOT, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, **how},
    )


def site_at_rest(folder: Path) -> dict[str, bytes]:
    """Give what the site holds, as a visitor or the next command finds it."""
    site = folder / "site"
    if not site.exists():  # killed between the two renames, on a system that cannot exchange folders
        swap.recover(site)
    return snapshot(site)


def kill_at(moments: list[float], tmp_path: Path, old: dict[str, bytes], good: dict[str, bytes]) -> None:
    """Kill a build after each of *moments* (seconds); then build once undisturbed."""
    for moment in moments:
        process = started(tmp_path)
        time.sleep(moment)
        process.kill()
        process.communicate()

        assert site_at_rest(tmp_path) in (old, good), f"after {moment:.2f} s"

    assert snapshot(built(tmp_path)) == good
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "work"]


def moments(count: int) -> list[float]:
    """Give *count* random moments of a build: its length is measured by one that is let live."""
    with tempfile.TemporaryDirectory() as folder:
        begin = time.monotonic()
        started(Path(folder)).communicate()
        length = time.monotonic() - begin
    chance = random.Random(20261121)
    return [chance.uniform(0.02, 1.05) * length for _ in range(count)]


def test_killed_builds_leave_a_whole_site(tmp_path: Path, old: dict[str, bytes], good: dict[str, bytes]) -> None:
    kill_at(moments(4), tmp_path, old, good)


@pytest.mark.nightly
def test_builds_killed_at_forty_moments_leave_a_whole_site(
    tmp_path: Path, old: dict[str, bytes], good: dict[str, bytes]
) -> None:
    kill_at(moments(40), tmp_path, old, good)


def test_workers_end_with_the_build_that_started_them(tmp_path: Path) -> None:
    process = started(tmp_path)
    deadline = time.monotonic() + 120
    while not list((tmp_path / "work").glob("units/*/checked")) and time.monotonic() < deadline:
        time.sleep(0.02)
    workers = children(process.pid)
    process.send_signal(signal.SIGKILL)
    process.communicate()

    assert workers
    deadline = time.monotonic() + 20
    while any(alive(one) for one in workers) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not [one for one in workers if alive(one)]


def children(parent: int) -> list[int]:
    """Give the processes that *parent* has started."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    return [process for process, above in pairs if above == parent]


def alive(process: int) -> bool:
    """Say whether a *process* runs; one that has ended and nobody has asked about does not."""
    listed = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return listed.stdout.strip()[:1] not in ("", "Z")


def test_leftovers_of_a_killed_build_do_not_hinder_the_next(
    tmp_path: Path, old: dict[str, bytes], good: dict[str, bytes]
) -> None:
    site, work = tmp_path / "site", tmp_path / "work"
    units = work / "units" / "midori"
    for folder in (units / "ja" / "tree", work / "en-half", units / "made" / "x", swap.staging(site) / "half"):
        folder.mkdir(parents=True)
    site.rename(site.with_name(".site.old"))
    (work / "lock").touch()
    (units / "ja.key").write_text("half", encoding="ascii")
    (units / "ja" / "tree" / "index.html").write_text("half", encoding="utf-8")
    (units / "made" / "x" / "x.pdf").write_bytes(b"half")

    assert snapshot(built(tmp_path)) == good
    assert old != good
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "work"]


def limited(size: int) -> None:
    """Let no file grow beyond *size*, as on a disk that is full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@dataclass
class SmallDisk:
    """A disk of a few *megabytes* in the place of *folder*; where nobody may mount one, a limit for each file."""

    folder: Path
    megabytes: int
    mounted: bool = False

    def __enter__(self) -> SmallDisk:
        before = snapshot(self.folder)
        self.mounted = self._mount("-t", "tmpfs", "-o", f"size={self.megabytes}m", "tmpfs")
        if self.mounted:
            for name, data in before.items():
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                (self.folder / name).write_bytes(data)
        return self

    def __exit__(self, *_: object) -> None:
        if self.mounted:
            subprocess.run(["umount", "-l", str(self.folder)], check=True)

    def limits(self) -> None:
        """Limit the process that is about to build, where the disk itself is not small."""
        if not self.mounted:
            limited(self.megabytes * _BLOCK)

    def lift(self) -> None:
        """Give more room."""
        if self.mounted:
            assert self._mount("-o", "remount,size=200m")

    def _mount(self, *options: str) -> bool:
        done = subprocess.run(["mount", *options, str(self.folder)], capture_output=True, check=False)
        return done.returncode == 0


@pytest.mark.parametrize("size", [1024, 64 * 1024])
def test_files_that_cannot_grow_leave_the_old_site_and_the_reason_is_told(
    tmp_path: Path, old: dict[str, bytes], good: dict[str, bytes], size: int
) -> None:
    said = failed(tmp_path, preexec_fn=partial(limited, size))

    assert "ディスクがいっぱいです" in said
    assert snapshot(tmp_path / "site") == old
    assert snapshot(built(tmp_path)) == good


@pytest.mark.parametrize("megabytes", [1, 4])
def test_full_disk_leaves_the_old_site_and_the_next_build_succeeds(
    tmp_path: Path, old: dict[str, bytes], good: dict[str, bytes], megabytes: int
) -> None:
    with SmallDisk(tmp_path, megabytes) as disk:
        said = failed(tmp_path, preexec_fn=disk.limits)

        assert "ディスクがいっぱいです" in said
        assert snapshot(tmp_path / "site") == old
        disk.lift()
        assert snapshot(built(tmp_path)) == good


def failed(folder: Path, **how: object) -> str:
    """Run a build that is to fail in words; give them."""
    process = started(folder, **how)
    said, _ = process.communicate()
    assert process.returncode == 1, said
    return said


def forbidden() -> None:
    """Take from this process the right of root to write where the permissions say no."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDING_SET, _OVERRIDE_PERMISSIONS, 0, 0, 0)


def test_read_only_folder_leaves_the_old_site_and_says_so(
    tmp_path: Path, old: dict[str, bytes], good: dict[str, bytes]
) -> None:
    (tmp_path / "work").mkdir()
    tmp_path.chmod(0o555)
    try:
        said = failed(tmp_path, preexec_fn=forbidden)
    finally:
        tmp_path.chmod(0o755)

    assert "ここは読み書きできません" in said
    assert "Traceback" not in said
    assert snapshot(tmp_path / "site") == old
    assert snapshot(built(tmp_path)) == good


@pytest.mark.parametrize("other", ["work", "other"], ids=["one work folder", "two work folders"])
def test_two_builds_at_once_give_one_whole_site(tmp_path: Path, good: dict[str, bytes], other: str) -> None:
    processes = [started(tmp_path), started(tmp_path, other)]
    said = [process.communicate()[0] for process in processes]

    assert [process.returncode for process in processes] == [0, 0], said
    assert snapshot(tmp_path / "site") == good


@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "two renames"])
def test_failure_in_the_last_step_leaves_the_old_site(
    tmp_path: Path, old: dict[str, bytes], good: dict[str, bytes], exchange: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def fails(self: Path, target: Path) -> Path:
        if self.name == ".site.next":
            raise PermissionError(13, "in use", str(self))
        return rename(self, target)

    def breaks(*_: object) -> bool:
        raise OSError(5, "the disk is gone")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", fails)
        patch.setattr(swap, "_exchange", breaks if exchange else lambda *_: False)
        with pytest.raises(BuildError, match="公開中のサイトはそのまま"):
            build(job(tmp_path), Progress())

    assert snapshot(tmp_path / "site") == old
    assert snapshot(built(tmp_path)) == good
