"""The day by which a plan is due: one that is given to a build, never the machine's clock unless asked for."""

from __future__ import annotations

from datetime import date

TODAY = "today"


class DayError(ValueError):
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
