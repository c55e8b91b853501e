"""Say in words why a disk would not take what was written."""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping

_FULL = "ディスクがいっぱいです。いらないファイルを消してから、もう一度作ってください。"
_CLOSED = (
    "ここには書き込めません。フォルダーの権限を確かめ、"
    "中のファイルを開いているソフトがあれば閉じてから、もう一度作ってください。"
)
_FILLED = (
    "フォルダーを消しているあいだに、ほかのソフトが中のファイルを使いました。"
    "フォルダーをそろえるソフトやエクスプローラーがここを開いていれば閉じてから、もう一度作ってください。"
)
_REASONS: Mapping[int, str] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: _CLOSED,
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.EBUSY: _CLOSED,
    errno.ENOTDIR: "フォルダーがあるはずのところに、ファイルがあります。別のフォルダーを --site で指定してください。",
    errno.EEXIST: "フォルダーがあるはずのところに、ファイルがあります。別のフォルダーを --site で指定してください。",
    errno.EISDIR: "書くファイルと同じ名前のフォルダーがあります。その名前を変えてから、もう一度作ってください。",
    errno.ENOTEMPTY: _FILLED,
    errno.EIO: "ディスクの読み書きに失敗しました。別のディスクで試してください。",
}
_OF_WINDOWS: Mapping[int, int] = {
    5: errno.EACCES,
    19: errno.EROFS,
    23: errno.EIO,
    32: errno.EACCES,
    33: errno.EACCES,
    39: errno.ENOSPC,
    112: errno.ENOSPC,
    145: errno.ENOTEMPTY,
    183: errno.EEXIST,
    267: errno.ENOTDIR,
    1117: errno.EIO,
}
"""What numbers of Windows mean, whose words are those of its language"""
_NUMBER = re.compile(r"\[(Errno|WinError) ([0-9]+)\]")


def reason(error: OSError) -> str | None:
    """Say what to do about *error*, or give None where it is none that a disk makes."""
    words = reason_in(str(error)) or _REASONS.get(error.errno or 0)  # copying a folder gives a list of errors
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{words}公開中のサイトはそのままです。" if words else None


def reason_in(log: str) -> str | None:
    """Find in what another process has said the reason why its disk would not take it."""
    found = {_OF_WINDOWS.get(int(one)) if kind == "WinError" else int(one) for kind, one in _NUMBER.findall(log)}
    return next((words for number, words in _REASONS.items() if number in found), None)
