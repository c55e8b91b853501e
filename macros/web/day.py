"""The day by which a plan is due: one that is given to a build, never the machine's clock unless asked for."""

from __future__ import annotations

import re
from datetime import date

from macros.web.errors import BuildError

TODAY = "today"
_SECONDS = re.compile("[0-9]{1,10}")
_LAST = 4354819199
"""The last second that a ZIP file can name, in 2107"""


class DayError(BuildError):
    """Raised for words that name no day of the calendar."""

    def __init__(self, words: str) -> None:
        super().__init__(f"「{words}」は日付として読めません。2026-11-21 の形か、today と書いてください。")


def day(words: str) -> str:
    """Give the day that *words* name (2026-11-21, or today) as 2026-11-21, and nothing for nothing."""
    if not words:
        return ""
    if words == TODAY:
        return date.today().isoformat()
    try:
        found = date.fromisoformat(words)
    except ValueError:
        raise DayError(words) from None
    if found.isoformat() != words:
        raise DayError(words)
    return words


class StampError(BuildError):
    """Raised where SOURCE_DATE_EPOCH is no number of seconds."""

    def __init__(self, words: str) -> None:
        super().__init__(
            f"環境変数 SOURCE_DATE_EPOCH の「{words}」は、日付の秒数として読めません。"
            f"1970年からの秒数を 1760000000 のように半角の数字で書くか({_LAST} まで)、この変数を消してください。"
        )


def stamp(words: str) -> str:
    """Give the seconds that *words*, the value of SOURCE_DATE_EPOCH, name, and nothing for nothing."""
    if words and not (_SECONDS.fullmatch(words) and int(words) <= _LAST):
        raise StampError(words)
    return words
