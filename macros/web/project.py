"""Where the project's own files are, and what one build is told."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from macros import dated
from macros.web.day import day, stamp

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES: Mapping[str, str] = {"ja": "mkdocs.yml", "en": "mkdocs.en.yml"}
_SETTINGS = frozenset(("KYODO_SITE_URL", "KYODO_EDIT_BASE", "KYODO_FONTS", "KYODO_ON"))
"""What people set; other variables of ours are what one build tells its processes, and none left from elsewhere"""


@dataclass(frozen=True)
class Job:
    """One build: which *data*, where the *site* goes, which *guides* (all when empty), where to *work*.

    A *release* is refused while the reading of any published word is in doubt.
    An *offline* site opens from a folder, without a server, and is packed as an archive too.
    """

    data: Path = ROOT / "data"
    site: Path = ROOT / "site"
    guides: tuple[str, ...] = ()
    work: Path = ROOT / "build"
    environment: Mapping[str, str] = field(default_factory=dict)
    release: bool = False
    offline: bool = False
    paper: bool = True
    """Whether PDFs are made too"""
    on: str = ""
    """The day by which plans are due (2026-11-21), where one is given"""

    shard: str = ""
    """The name of the shard whose units alone are built (3-of-8), in a folder of its own"""

    @property
    def shards(self) -> Path:
        """Where shards leave their units, each in its folder."""
        return self.work / "shards"

    @property
    def units(self) -> Path:
        """Where the parts of the site are built."""
        return self.shards / self.shard if self.shard else self.work / "units"

    @property
    def publishes(self) -> bool:
        """Whether the site is for everyone: a release of all guides; a few named guides are a preview."""
        return self.release and not self.guides

    @property
    def archive(self) -> Path:
        """Where an offline site is packed as a ZIP: beside its folder."""
        return self.site.with_name(f"{self.site.name}.zip")

    @property
    def day(self) -> str:
        """The day by which plans are due, as given here or in KYODO_ON; nothing where it is not given."""
        return day(self.on or {**os.environ, **self.environment}.get("KYODO_ON", ""))

    def settled(self) -> Job:
        """Give the same job with every setting of this process, for other processes to carry out."""
        return replace(self, environment=self.variables(), on=self.day)

    def variables(self) -> dict[str, str]:
        """Give the environment for the processes that share out the work."""
        outside = {name: one for name, one in os.environ.items() if name[:6] != "KYODO_" or name in _SETTINGS}
        given = {**outside, **self.environment}
        return {
            **outside,
            "KYODO_DATA": str(self.data.absolute()),
            "KYODO_GUIDES": ",".join(self.guides),
            "KYODO_ON": self.day,
            "NO_MKDOCS_2_WARNING": "1",
            "DISABLE_MKDOCS_2_WARNING": "true",
            "PYTHONIOENCODING": "utf-8",
            "PYTHONUTF8": "1",
            **{name: value for name, value in self.environment.items() if name != "KYODO_ON"},
            "SOURCE_DATE_EPOCH": stamp(given.get("SOURCE_DATE_EPOCH", "")) or _commit_date(),
        }


@cache
def _commit_date() -> str:
    """Give the date of the last commit in seconds, so that one commit always builds the same bytes.

    Git tells none without its history, and where the folder belongs to someone else; what it says then is in words
    and signs of the system, and nobody reads it.
    """
    try:
        said = subprocess.run(
            ["git", "log", "-1", "--format=%ct"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
        ).stdout.strip()
    except OSError:
        said = b""
    return said.decode("ascii") if said.isdigit() else str(dated.UNKNOWN)
