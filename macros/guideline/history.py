"""What Git knows of a data folder: its revisions, the files of each, and when they changed."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from macros.guideline.difference import Files
from macros.guideline.problems import GuidelineError, Place, Problem


@dataclass(frozen=True)
class History:
    """The history of the *data* folder, which must stand in a Git repository."""

    data: Path

    def revision(self, name: str) -> str:
        """Give the full name of the revision *name*; raise GuidelineError where Git knows none."""
        found = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if found is None:
            known = self._git("rev-parse", "--git-dir") is not None
            raise self._trouble("unknown-revision" if known else "no-git", revision=name)
        return found.decode().strip()

    def files(self, revision: str, guide: str) -> Files:
        """Give the YAML files of *guide* at *revision*, by their path in its folder."""
        listed = self._git("ls-tree", "-r", "-z", "--name-only", revision, "--", f"{guide}/") or b""
        paths = [path for path in listed.decode().split("\0") if path.endswith(".yml")]
        return {path.removeprefix(f"{guide}/"): self._git("show", f"{revision}:./{path}") or b"" for path in paths}

    def first_day(self, guide: str) -> str:
        """Give the day on which *guide* came into the repository."""
        added = ("log", "-m", "--diff-filter=A", "--format=%cs")  # in a merge, too
        days = self._git(*added, "--", f"{guide}/guide.yml") or b""
        return days.decode().split()[-1]

    def last_day(self, revision: str, path: str) -> str:
        """Give the day of the last commit up to *revision* that touched *path*."""
        return (self._git("log", "-1", "--format=%cs", revision, "--", path) or b"").decode().strip()

    def is_clean(self, guide: str) -> bool:
        """Say whether all that stands in the folder of *guide* is committed."""
        return not self._git("status", "--porcelain", "--", f"{guide}/")

    def _git(self, *words: str) -> bytes | None:
        try:
            done = subprocess.run(["git", *words], cwd=self.data, capture_output=True, check=False)
        except (FileNotFoundError, PermissionError):
            raise self._trouble("no-git") from None
        return done.stdout if done.returncode == 0 else None

    def _trouble(self, code: str, **values: str) -> GuidelineError:
        return GuidelineError([Problem(Place(self.data.name), code, values)])
