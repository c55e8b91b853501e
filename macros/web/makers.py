"""What a build makes besides pages (open data, paper), before the pages: functions of our rooms, in two tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from macros.guideline.model import Guide, Library
from macros.web import comparison, feed, moved, opendata, paper
from macros.web.project import Job
from macros.web.units import BOOK, MADE, PAPER, Units

Maker = Callable[[Library, Guide, Job, Path], None]
"""Writes files for one guide into a folder that is laid over the site's root"""
SharedMaker = Callable[[Library, Job, Units, Path], None]
"""Writes files that tell of all guides, when those of each guide are made"""

OF_GUIDES: Mapping[str, tuple[Maker, ...]] = {
    PAPER: (paper.make,),
    BOOK: (opendata.make_book,),
    MADE: (opendata.make, feed.make),
}
"""What makes each piece of a guide's unit"""
OF_ALL: tuple[SharedMaker, ...] = (opendata.make_shared, comparison.make, moved.make)
