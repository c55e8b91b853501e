"""A file is written whole, or stays as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros import safely
from macros.__main__ import main

LIMITED = """
import resource, signal, sys
from pathlib import Path
from macros import safely
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
safely.write_text(Path(sys.argv[1]), "new\\n" * 1000)
"""


def full(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_new_text_takes_the_place_of_the_old_one_with_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "readings.lock.yml"
    file.write_text("old\n", encoding="utf-8")
    file.chmod(0o640)

    safely.write_text(file, "新しい\n")

    assert file.read_bytes() == "新しい\n".encode()
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_stays_a_link_to_the_new_text(tmp_path: Path) -> None:
    file, link = tmp_path / "a.yml", tmp_path / "b.yml"
    file.write_text("old\n", encoding="utf-8")
    link.symlink_to(file)

    safely.write_text(link, "new\n")

    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == "new\n"


@pytest.mark.skipif(sys.platform == "win32", reason="the size of a process's files is limited on POSIX alone")
def test_a_disk_that_takes_no_more_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "readings.lock.yml"
    file.write_text("old\n", encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(file)],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )

    assert "OSError" in done.stderr
    assert file.read_text(encoding="utf-8") == "old\n"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("command", "file"),
    [
        ("furigana lock --guide midori 協働=きょうどう", "midori/readings.lock.yml"),
        ("schema", "schema/forms.json"),
    ],
)
def test_commands_that_write_into_the_data_leave_the_old_file_where_the_disk_is_full(
    command: str, file: str, town: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (town / file).parent.mkdir(exist_ok=True)
    (town / file).write_text("" if file.endswith("json") else "readings: []\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in town.rglob("*") if path.is_file()}
    monkeypatch.setattr(os, "fsync", full)

    assert main([*command.split(), "--data", str(town)]) == 1
    assert "ディスクがいっぱいです" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in town.rglob("*") if path.is_file()} == before
