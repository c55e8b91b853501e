"""Print a library's paper where the site is built, and say on one line which faces were used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros import addresses, paper
from macros.guideline.model import Guide, Library
from macros.web.pages import Page
from macros.web.project import Job

if TYPE_CHECKING:
    from macros.web.desk import Desk

_SIZES = {(210, 297): "A4", (148, 210): "A5", (257, 364): "B4", (182, 257): "B5", (297, 420): "A3"}
_ROUNDING = 1.5


def make(library: Library, guide: Guide, job: Job, folder: Path) -> None:
    """Write every PDF of *guide* into *folder*, each at its address."""
    if job.paper:
        printed(library, replace(job, guides=(guide.id,)), folder)


def printed(library: Library, job: Job, folder: Path, kinds: Iterable[str] = ()) -> list[paper.Printed]:
    """Print the *kinds* (all when none is named) of the guides of *job* into *folder*; give what was printed."""
    variables = job.variables()
    epoch = int(variables["SOURCE_DATE_EPOCH"])
    wanted = paper.sheets(library, job.guides, epoch, variables.get("KYODO_SITE_URL", ""), kinds)
    done = paper.Press(epoch).print(wanted)
    paper.write(done, folder, epoch)
    return done


def faces_line(names: Iterable[str]) -> str:
    """Say which faces were used, and how to get better ones; nothing where nothing was printed."""
    used = dict.fromkeys(names)
    if not used:
        return ""
    more = "" if set(used) - {paper.ALWAYS} else "。kyodo fonts で、もっと読みやすい書体を使えます"
    return f"紙面の書体: {'、'.join(used)}{more}。"


def on_page(desk: Desk, page: Page, guide: Guide | None) -> Mapping[str, Any]:
    """Give the template of the downloads page what was printed for *guide*, with addresses as seen from *page*."""
    here = addresses.language_root(desk.language) + page.address
    entries = paper.entries(desk.made(addresses.printed(guide.id, paper.LIST))) if guide else ()
    own_first = sorted(entries, key=lambda one: one.language != desk.language)
    return {"printed": [_shown(desk, one, here) for one in own_first]}


def _shown(desk: Desk, one: paper.Entry, here: str) -> dict[str, Any]:
    folder = here.removeprefix(addresses.language_root(desk.language)).partition("/")[0]
    other = desk.word("print_other_size", width=round(one.width), height=round(one.height))
    width, height = (round(side / 25.4 * paper.PICTURE_PPI) for side in (one.width, one.height))
    key = one.name.replace("-", "_")
    known = desk.library.labels.labels
    return {
        "id": one.name,
        "key": key,
        "title": desk.word(f"paper_{key}") if f"paper_{key}" in known else one.file,
        "how": desk.word(f"paper_{key}_how") if f"paper_{key}_how" in known else "",
        "language": one.language,
        "pdf": addresses.relative(here, addresses.printed(folder, one.file)),
        "picture": addresses.relative(here, addresses.printed(folder, one.picture)),
        "picture_width": width,
        "picture_height": height,
        "paper": _size(one) or other,
        "pages": one.pages,
        "size": f"{one.bytes / 1024:.0f} KB" if one.bytes < 1_000_000 else f"{one.bytes / 1_048_576:.1f} MB",
        "date": one.date,
    }


def _size(one: paper.Entry) -> str:
    """Name the size of the paper by its short and long side, which may be off by a rounding; nothing for others."""
    short, long = sorted((one.width, one.height))
    fits = (name for (a, b), name in _SIZES.items() if abs(a - short) < _ROUNDING and abs(b - long) < _ROUNDING)
    return next(fits, "")
