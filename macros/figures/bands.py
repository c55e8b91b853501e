"""The strands of a schedule: in which fiscal years each stretch is on."""

from __future__ import annotations

from macros.guideline.model import StrandsFile, Stretch


def years(schedule: StrandsFile) -> tuple[int, ...]:
    """Give every fiscal year of the *schedule*."""
    return tuple(range(schedule.first, schedule.last + 1))


def cells(schedule: StrandsFile, stretch: Stretch) -> tuple[str, ...]:
    """Say for each year of the *schedule* how *stretch* stands: "on", "open" (no last year is stated) or ""."""
    last = stretch.last if stretch.last is not None else schedule.last
    after = "on" if stretch.last is not None else "open"
    return tuple(
        "" if not stretch.first <= year <= last else "on" if year == stretch.first else after
        for year in years(schedule)
    )
