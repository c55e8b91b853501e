"""Say in words why a disk would not take, or give, what a command has to do with."""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping

SITE_STAYS = "公開中のサイトはそのままです。"
_FULL = "ディスクがいっぱいです。いらないファイルを消してから、もう一度同じ命令を動かしてください。"
_CLOSED = (
    "ここは読み書きできません。フォルダーの権限を確かめ、"
    "中のファイルを開いているソフトがあれば閉じてから、もう一度同じ命令を動かしてください。"
)
_FILLED = (
    "フォルダーを消しているあいだに、ほかのソフトが中のファイルを使いました。"
    "フォルダーをそろえるソフトやエクスプローラーがここを開いていれば閉じてから、もう一度同じ命令を動かしてください。"
)
_TAKEN = "フォルダーがあるはずのところに、ファイルがあります。{elsewhere}"
_REASONS: Mapping[int, str] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: _CLOSED,
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.EBUSY: _CLOSED,
    errno.ENOTDIR: _TAKEN,
    errno.EEXIST: _TAKEN,
    errno.EISDIR: "書くファイルと同じ名前のフォルダーがあります。名前を変えて、もう一度同じ命令を動かしてください。",
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
_GONE = (
    "共有フォルダーや外付けのディスクが見えなくなりました。つながりを確かめてから、もう一度同じ命令を動かしてください。"
)
_PLACES: Mapping[int, str] = {
    errno.ENOENT: "この場所がありません。つづりと、ドライブや共有フォルダーにつながっていることを確かめてください。",
    errno.EINVAL: 'この名前は使えません。引用符(")や「? * < > |」が混じっていないか、確かめてください。',
    errno.ENAMETOOLONG: "名前が長すぎます。もっと短い名前の、浅いところにあるフォルダーを使ってください。",
    errno.ESTALE: _GONE,
    errno.ENOTCONN: _GONE,
    errno.ETIMEDOUT: _GONE,
}
"""What is said of a place that the command was given, and not of what another process says somewhere in its log"""


def reason(error: OSError, option: str = "--site", stays: str = SITE_STAYS) -> str | None:
    """Say what to do about *error*, or give None where it is none that a disk makes.

    The command can be given another place with *option*, where it has one; *stays* says what is as it was before.
    """
    number = error.errno or 0
    words = _REASONS.get(number) or _PLACES.get(number) or _in_log(str(error))  # copying a folder gives many errors
    if words is None:
        return None
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{words.format(elsewhere=_elsewhere(option))}{stays}"


def reason_in(log: str) -> str | None:
    """Find in what another process has said while it built why its disk would not take it."""
    words = _in_log(log)
    return words and words.format(elsewhere=_elsewhere("--site"))


def _in_log(log: str) -> str | None:
    found = {_OF_WINDOWS.get(int(one)) if kind == "WinError" else int(one) for kind, one in _NUMBER.findall(log)}
    return next((words for number, words in _REASONS.items() if number in found), None)


def _elsewhere(option: str) -> str:
    return f"別のフォルダーを {option} で指定してください。" if option else "そのファイルを別の所に移してください。"
