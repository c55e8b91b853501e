"""The open data of a build: writes its files before the pages, and tells the data pages what there is."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from macros import addresses
from macros.guideline.model import Guide, Library
from macros.opendata import files
from macros.opendata.document import DOCUMENTS
from macros.opendata.publish import summary
from macros.web import shelf
from macros.web.made import Find
from macros.web.pages import Page
from macros.web.project import Job
from macros.web.units import MADE, Units

if TYPE_CHECKING:
    from macros.web.desk import Desk

_STAMP = "SOURCE_DATE_EPOCH"
_KILO = 1024
_NO_BREAK = "\u00a0"
_REMEMBERED = 16
"""Documents of which a process remembers what the pages say of them"""
_SHOWN = ("id", "number", "title", "repeats", "departments", "schedule", "source", "url")
"""The fields of a record that the example on the page shows"""


@dataclass(frozen=True)
class Offer:
    """A file that people can take: its *name*, its *address*, and its *size* in words."""

    name: str
    address: str
    size: str

    @property
    def table(self) -> str:
        """The table that a CSV holds."""
        return self.name.removesuffix(".csv")


def make(library: Library, guide: Guide, job: Job, folder: Path) -> None:
    """Write the open data of *guide* but its workbook below *folder*."""
    _write(_of_guide(library, guide, job).files(), folder)


def make_book(library: Library, guide: Guide, job: Job, folder: Path) -> None:
    """Write the workbook of *guide* below *folder*."""
    _write([_of_guide(library, guide, job).workbook()], folder)


def _of_guide(library: Library, guide: Guide, job: Job) -> files.OfGuide:
    """Give the files of *guide*, which two makers ask for in turn: no others are remembered."""
    last: dict[object, files.OfGuide] = shelf.once(library, ("opendata",), dict)
    home, stamp = _published(job)
    key = (guide.id, home, stamp)
    if key not in last:
        last.clear()
        last[key] = files.OfGuide(library, guide, home, stamp)
    return last[key]


def make_shared(library: Library, job: Job, units: Units, folder: Path) -> None:
    """Write the files that tell of all guides below *folder*, from what was made for each."""
    paths = [units.folder(one, MADE) / addresses.api_guide(one) for one in units.guides]
    documents = [summary(json.loads(path.read_text(encoding="utf-8"))) for path in paths]
    _write(files.of_all(library, documents, _published(job)[0]), folder)


def _published(job: Job) -> tuple[str, int]:
    variables = job.variables()
    return variables.get("KYODO_SITE_URL", "").rstrip("/") + "/", int(variables[_STAMP])


def _write(made: Iterable[files.File], folder: Path) -> None:
    for file in made:
        target = folder / file.address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)


def tools(desk: Desk, page: Page, guide: Guide | None) -> Mapping[str, Any]:
    """Give the data pages the files that were made, their sizes, and an example; without files, that there are none."""
    made = _Made(desk.made)
    if not made.is_there(guide):
        return {"made": False}
    own = addresses.language_root(desk.language) + page.address
    shared = _to_come if guide else made.offer
    return {
        "made": True,
        "offers": made.offers,
        "whole_guides": [one for one in desk.library.guides if one.whole],
        "api": {name: shared(f"{addresses.API}{name}.json") for name in ("index", "alignments", "openapi")},
        "schemas": [shared(addresses.api_schema(name)) for name in DOCUMENTS],
        "file_url": lambda address: addresses.relative(own, address),
        "full": lambda address: (desk.site_url or "/") + address,
        "example": made.example(guide) if guide else "",
        "version": made.version(guide),
        "data_address": (desk.site_url or "/") + own,
    }


def _to_come(address: str) -> Offer:
    """Give a file of all guides as a guide's own page names it, before it is made."""
    return Offer(address.rpartition("/")[2], address, "")


class _Made:
    """Reads what the makers wrote; *find* gives where the file for an address is."""

    def __init__(self, find: Find) -> None:
        self.find = find

    def is_there(self, guide: Guide | None) -> bool:
        """Say whether anything was made."""
        return self.find(addresses.api_guide(guide.id) if guide else f"{addresses.API}index.json").is_file()

    def offer(self, address: str) -> Offer | None:
        """Give the file at *address* as something to take, or nothing where none was made."""
        path = self.find(address)
        return Offer(path.name, address, _in_words(path.stat().st_size)) if path.is_file() else None

    def offers(self, guide: Guide) -> Mapping[str, Any]:
        """Give what there is to take of one guide: each file by what it is, and the files of its tables."""
        names = {"workbook": files.workbook_name(guide.id), **_CALENDARS}
        return {
            **{what: self.offer(addresses.data_file(guide.id, name)) for what, name in names.items()},
            "json": self.offer(addresses.api_guide(guide.id)),
            "changes": self.offer(addresses.feed(guide.id)),
            "groups": list(self._groups(guide)),
        }

    def version(self, guide: Guide | None) -> str:
        """Give the version of a guide's data, or of all."""
        return self._gist(addresses.api_guide(guide.id) if guide else f"{addresses.API}index.json").version

    def example(self, guide: Guide) -> str:
        """Give the first action, or where there is no plan the first of something else, as a short piece of JSON."""
        return self._gist(addresses.api_guide(guide.id)).example

    def _groups(self, guide: Guide) -> Iterator[tuple[str, list[Offer | None]]]:
        """Give the tables of a guide in groups, each with its label; tables that no group names come last."""
        listed = self.find(addresses.data_file(guide.id, "tables.csv")).read_text(encoding="utf-8-sig")
        names = [row[0] for row in list(csv.reader(io.StringIO(listed, newline="")))[1:]]
        named = {name for group in _GROUPS.values() for name in group}
        for label, group in {**_GROUPS, "data_group_shared": [one for one in names if one not in named]}.items():
            if own := [name for name in group if name in names]:
                yield label, [self.offer(addresses.data_file(guide.id, f"{name}.csv")) for name in own]

    def _gist(self, address: str) -> _Gist:
        path = self.find(address)
        told = path.stat()
        return _gist(path, told.st_mtime_ns, told.st_size)


class _Gist(NamedTuple):
    """What the data pages say of a document: its *version*, and an *example* of what is in it, if there is one."""

    version: str
    example: str


@lru_cache(maxsize=_REMEMBERED)
def _gist(path: Path, *_: int) -> _Gist:
    """Read what the data pages say of a document, once in each state of its file: the pages of both languages ask."""
    document = json.loads(path.read_text(encoding="utf-8"))
    first: Mapping[str, Any] = next((document[kind][0] for kind in _EXAMPLES if document.get(kind)), {})
    fields = {name: first[name] for name in _SHOWN if name in first}
    return _Gist(str(document["version"]), "{\n" + ",\n".join(_lines(fields)) + "\n}")


def _lines(record: Mapping[str, Any]) -> Iterator[str]:
    """Write each field of a record in a line, and each record that it holds in a line of its own."""
    for name, value in record.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            within = ",\n".join(f"    {json.dumps(one, ensure_ascii=False)}" for one in value)
            yield f'  "{name}": [\n{within}\n  ]'
        else:
            yield f'  "{name}": {json.dumps(value, ensure_ascii=False)}'


def _in_words(size: int) -> str:
    """Say a *size* in bytes as people know it."""
    if size < _KILO:
        return f"{size}{_NO_BREAK}B"
    if size < _KILO**2:
        return f"{size / _KILO:.0f}{_NO_BREAK}KB"
    return f"{size / _KILO**2:.1f}{_NO_BREAK}MB"


_CALENDARS = {f"calendar_{language}": name for language, name in files.CALENDARS.items()}
_GROUPS: Mapping[str, Sequence[str]] = {
    "data_group_explaining": ("tables", "dictionary", "codes"),
    "data_group_plan": (
        *("policies", "measures", "actions", "schedule", "progress", "evaluations", "passages", "variants"),
        *("timetable", "strands", "stretches", "indicators", "values", "surveys", "answers"),
    ),
    "data_group_ideas": (
        *("definitions", "requirements", "ideas", "terms", "effects", "fields", "cautions", "methods"),
        *("spectrum", "bands", "zones", "forms", "roles", "effort_groups", "rules", "alignments"),
    ),
    "data_group_help": ("programmes", "cases", "organisations", "units", "cycle", "steps", "contacts", "departments"),
    "data_group_document": (
        *("guide", "documents", "full_version", "periods", "purposes", "position", "goals", "appeal", "related"),
        *("sdgs_goals", "background", "intros", "lost"),
    ),
}
"""The tables as people look for them: the label of a group, and its tables"""
_EXAMPLES = ("actions", "rules", "forms", "terms", "documents")
