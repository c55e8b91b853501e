"""The date of what is made: that of the last commit, and where nobody knows it none, though files must bear one."""

from __future__ import annotations

from datetime import UTC, datetime

UNKNOWN = 315532800
"""1980-01-01, the first day a ZIP file can name, in seconds: stands in files for a date that nobody knows"""


def day(epoch: int) -> str:
    """Give the day of *epoch* (2026-11-21), nothing where it stands for a date that nobody knows."""
    return "" if epoch == UNKNOWN else datetime.fromtimestamp(epoch, UTC).date().isoformat()
