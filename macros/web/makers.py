"""What a build makes besides pages (open data, paper): one function a room, in two tables, before the pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from macros.guideline.model import Guide, Library
from macros.web import comparison, feed, moved, opendata, paper
from macros.web.project import Job
from macros.web.units import Units

Maker = Callable[[Library, Guide, Job, Path], None]
"""Writes files for one guide into a folder that is laid over the site's root"""
SharedMaker = Callable[[Library, Job, Units, Path], None]
"""Writes files that tell of all guides, when those of each guide are made"""

OF_GUIDES: tuple[Maker, ...] = (opendata.make, feed.make, paper.make)
OF_ALL: tuple[SharedMaker, ...] = (opendata.make_shared, comparison.make, moved.make)
