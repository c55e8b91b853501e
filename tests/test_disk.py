"""Why a disk would not take what was written is said in words, whatever the system and its language."""

from __future__ import annotations

import errno
import os

import pytest

from macros.web import disk


@pytest.mark.parametrize(
    ("log", "told"),
    [
        (f"OSError: {OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), 'x')}", "ディスクがいっぱいです"),
        ("OSError: [Errno 28] Auf dem Gerät ist kein Speicherplatz mehr verfügbar: 'x'", "ディスクがいっぱいです"),
        ("OSError: [WinError 112] ディスクに十分な空き領域がありません。: 'x'", "ディスクがいっぱいです"),
        ("PermissionError: [WinError 32] プロセスはファイルにアクセスできません。: 'x'", "開いているソフト"),
        ("OSError: [WinError 145] ディレクトリが空ではありません。: 'x'", "ほかのソフトが中のファイルを使いました"),
        ("[('a', 'b', \"[Errno 28] No space left on device: 'b'\")]", "ディスクがいっぱいです"),
    ],
)
def test_the_reason_is_found_by_its_number(log: str, told: str) -> None:
    assert told in (disk.reason_in(log) or "")


@pytest.mark.parametrize("log", ["", "[Errno 2] No such file or directory", "[WinError 28] x", "WARNING - 28 pages"])
def test_other_mistakes_are_none_of_the_disk(log: str) -> None:
    assert disk.reason_in(log) is None


def test_a_folder_that_fills_up_while_it_is_deleted_is_named() -> None:
    told = disk.reason(OSError(errno.ENOTEMPTY, "Directory not empty", "site"))

    assert told is not None
    assert told.startswith("site: フォルダーを消しているあいだに")
