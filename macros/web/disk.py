"""Say in words why a disk would not take what was written."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping

_FULL = "ディスクがいっぱいです。いらないファイルを消してから、もう一度作ってください。"
_CLOSED = (
    "ここには書き込めません。フォルダーの権限を確かめ、"
    "中のファイルを開いているソフトがあれば閉じてから、もう一度作ってください。"
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
    errno.EIO: "ディスクの読み書きに失敗しました。別のディスクで試してください。",
}


def reason(error: OSError) -> str | None:
    """Say what to do about *error*, or give None where it is none that a disk makes."""
    words = _REASONS.get(error.errno or 0) or reason_in(str(error))  # copying a folder gives a list of errors
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{words}公開中のサイトはそのままです。" if words else None


def reason_in(log: str) -> str | None:
    """Find in what another process has said the reason why its disk would not take it."""
    return next((words for number, words in _REASONS.items() if f"] {os.strerror(number)}" in log), None)
