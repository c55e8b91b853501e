"""What a build makes besides pages (open data, paper): one function a room, in one table, before the pages are made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from macros.guideline.model import Library
from macros.web import comparison, feed, moved, paper
from macros.web.opendata import make as open_data
from macros.web.progress import Progress
from macros.web.project import Job

Maker = Callable[[Library, Job, Path, Progress], None]
"""Writes files for the guides of a library into a folder that is laid over the site's root"""

MAKERS: tuple[Maker, ...] = (open_data, comparison.make, feed.make, paper.make, moved.make)
