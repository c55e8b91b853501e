"""Print a library's paper where the site is built, and say on one line which faces were used."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros import paper
from macros.guideline.model import Library
from macros.web.progress import Progress
from macros.web.project import Job


def make(library: Library, job: Job, folder: Path, progress: Progress) -> None:
    """Write every PDF of the guides into *folder*, each at its address."""
    progress.say("紙面を組んでいます")
    printed(library, job, folder)


def printed(library: Library, job: Job, folder: Path, kinds: Iterable[str] = ()) -> list[paper.Printed]:
    """Print the *kinds* (all when none is named) of the guides of *job* into *folder*; give what was printed."""
    variables = job.variables()
    epoch = int(variables["SOURCE_DATE_EPOCH"])
    wanted = paper.sheets(library, job.guides, epoch, variables.get("KYODO_SITE_URL", ""), kinds)
    done = paper.Press(epoch).print(wanted)
    paper.write(done, folder)
    return done


def faces_line(folder: Path) -> str:
    """Say which faces set what was printed into *folder*, and how to get better ones; nothing where nothing was."""
    used = dict.fromkeys(one.faces for guide in paper.guides(folder) for one in paper.read(folder, guide))
    if not used:
        return ""
    more = "" if set(used) - {paper.ALWAYS} else "。kyodo fonts で、もっと読みやすい書体を使えます"
    return f"紙面の書体: {'、'.join(used)}{more}。"
