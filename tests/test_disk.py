"""What a disk refuses is told in words that fit the command."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from macros import safely
from macros.__main__ import main
from macros.samples import start
from macros.web import disk, export, paper
from tests.izayoi import OPTIONS


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "ディスクがいっぱいです。"),
        (errno.EACCES, "ここは読み書きできません。"),
        (errno.ENOENT, "この場所がありません。つづりと、ドライブや共有フォルダーにつながっていること"),
        (errno.EINVAL, 'この名前は使えません。引用符(")や「? * < > |」'),
        (errno.ENAMETOOLONG, "名前が長すぎます。"),
        (errno.ESTALE, "共有フォルダーや外付けのディスクが見えなくなりました。"),
        (errno.ENOTCONN, "共有フォルダーや外付けのディスクが見えなくなりました。"),
        (errno.ETIMEDOUT, "共有フォルダーや外付けのディスクが見えなくなりました。"),
    ],
)
def test_each_reason_is_told_with_the_place_and_a_remedy(number: int, said: str) -> None:
    words = disk.reason(OSError(number, os.strerror(number), "Z:/site"))

    assert words
    assert words.startswith(f"Z:/site: {said}")
    assert words.endswith("ください。公開中のサイトはそのままです。")


def test_what_no_disk_says_is_no_reason() -> None:
    assert disk.reason(OSError(errno.ECHILD, "No child processes")) is None
    assert disk.reason_in("FileNotFoundError: [Errno 2] No such file or directory: 'x'") is None


@pytest.mark.parametrize(
    ("option", "said"),
    [("--site", "別のフォルダーを --site で"), ("--to", "別のフォルダーを --to で"), ("", "そのファイルを別の所に")],
)
def test_only_an_option_that_the_command_has_is_named(option: str, said: str) -> None:
    words = disk.reason(FileExistsError(errno.EEXIST, "File exists", "x"), option, "")

    assert words
    assert said in words
    assert words.count("--") == (1 if option else 0)


@pytest.mark.parametrize(
    ("typed", "where", "said"),
    [
        (["init", "sakura", *OPTIONS], (start, "_filled"), "移してください。何も作っていません。"),
        (["schema"], (safely, "write_text"), "移してください。書きかけのファイルはありません。"),
        (
            ["furigana", "lock", "協働=きょうどう"],
            (safely, "write_text"),
            "移してください。書きかけのファイルはありません。",
        ),
        (["print", "--to", "x"], (paper, "printed"), "別のフォルダーを --to で指定してください。"),
        (["export", "--to", "x"], (export, "export"), "--to で指定してください。前に書き出したものはそのままです。"),
    ],
)
def test_the_words_end_as_fits_the_command(
    typed: list[str],
    where: tuple[object, str],
    said: str,
    town: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refused(*_: object) -> None:
        raise FileExistsError(errno.EEXIST, "File exists", "x")

    monkeypatch.setattr(*where, refused)

    assert main([*typed, "--data", str(town)]) == 1
    assert capsys.readouterr().err.rstrip("\n").endswith(said)


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
