"""One commit gives one site, to the byte: wherever, whenever and in whatever surroundings it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.site import MINI, ROOT, snapshot

BUILD = """
import sys
from pathlib import Path
from tests.site import built
built(Path(sys.argv[1]), Path(sys.argv[1]) / "data")
"""
A_YEAR_LATER = '''
"""Let every clock of this process be a year ahead."""
import datetime
import time

AHEAD = 400 * 24 * 3600 + 12345
now, gmtime, localtime, strftime = time.time, time.gmtime, time.localtime, time.strftime
Date, DateTime = datetime.date, datetime.datetime
time.time = lambda: now() + AHEAD
time.time_ns = lambda: int(time.time() * 1e9)
time.gmtime = lambda seconds=None: gmtime(time.time() if seconds is None else seconds)
time.localtime = lambda seconds=None: localtime(time.time() if seconds is None else seconds)
time.strftime = lambda form, at=None: strftime(form, time.localtime() if at is None else at)


class _Same(type):
    def __instancecheck__(cls, value):
        return isinstance(value, cls.__mro__[1])


class date(Date, metaclass=_Same):
    @classmethod
    def today(cls):
        return Date.fromtimestamp(time.time())


class datetime_(DateTime, metaclass=_Same):
    @classmethod
    def now(cls, tz=None):
        return DateTime.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return DateTime.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)

    @classmethod
    def today(cls):
        return DateTime.fromtimestamp(time.time())


datetime.date, datetime.datetime = date, datetime_
'''
ELSEWHERE = {
    "PYTHONHASHSEED": "4242",
    "TZ": "Pacific/Kiritimati",
    "LANG": "C",
    "LC_ALL": "C",
    "LANGUAGE": "pt_BR",
    "HOME": "/nonexistent",
    "COLUMNS": "40",
}


def built_in(folder: Path, **surroundings: str) -> dict[str, bytes]:
    """Build a copy of the make-believe town in *folder* by a process of its own; give the site."""
    shutil.copytree(MINI, folder / "data")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1760000000", **surroundings}
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(folder)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        umask=0o077 if surroundings else 0o022,
    )
    assert done.returncode == 0, done.stderr
    return snapshot(folder / "site")


def test_site_is_the_same_in_another_folder_year_zone_and_language(tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(A_YEAR_LATER, encoding="utf-8")
    here = built_in(tmp_path / "here", PYTHONHASHSEED="1", TZ="Asia/Tokyo")
    there = built_in(tmp_path / "別の フォルダー" / "deeper", PYTHONPATH=str(clock), **ELSEWHERE)

    assert sorted(here) == sorted(there)
    assert [name for name in here if here[name] != there[name]] == []


def test_the_other_clock_is_really_another(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(A_YEAR_LATER, encoding="utf-8")
    told = [
        subprocess.run(
            [
                sys.executable,
                "-c",
                "from datetime import date, datetime; print(date.today().year, datetime.now().year)",
            ],
            env={**os.environ, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for path in ("", str(tmp_path))
    ]

    assert all(int(later) > int(now) for now, later in zip(*told, strict=True))
