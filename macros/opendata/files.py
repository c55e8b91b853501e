"""Every file of open data, with its address and its bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from pydantic_core import to_json

from macros import addresses
from macros.furigana import plain
from macros.guideline import model
from macros.guideline.model import Library
from macros.opendata.calendar import calendar
from macros.opendata.dictionary import described
from macros.opendata.document import Guide
from macros.opendata.plain import Json, as_json
from macros.opendata.publish import Publisher, alignments, index, summary
from macros.opendata.schema import OPERATIONS, openapi, schemas
from macros.opendata.sheets import as_csv, as_workbook
from macros.opendata.tables import Table, tables

CALENDARS = {"ja": "plan.ics", "en": "plan.en.ics"}
_EARLIEST = datetime(1980, 1, 1)


@dataclass(frozen=True)
class File:
    """A file to be published at an *address*."""

    address: str
    content: bytes


@dataclass(frozen=True)
class OfGuide:
    """The files of one *guide* as published at *home*; *stamp* is the date of the data in seconds."""

    library: Library
    guide: model.Guide
    home: str
    stamp: int

    @cached_property
    def document(self) -> Guide:
        """The guide as it is published."""
        return Publisher(self.library, self.home).guide(self.guide)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Its tables, with those that explain them."""
        return every_table(self.library, self.document)

    def files(self) -> Iterator[File]:
        """Give all files but the workbook, the document first."""
        yield _json(addresses.api_guide(self.guide.id), as_json(self.document))
        for table in self.tables:
            yield File(addresses.data_file(self.guide.id, f"{table.name}.csv"), as_csv(table))
        page = addresses.guide_page(self.guide.id, "plan" if self.guide.policies or self.guide.strands else "about")
        for language, name in CALENDARS.items():
            address = self.home + addresses.language_root(language) + page
            made = datetime.fromtimestamp(self.stamp, UTC)
            if content := calendar(self.library, self.guide, language, made, address):
                yield File(addresses.data_file(self.guide.id, name), content)

    def workbook(self) -> File:
        """Give all tables as the sheets of one file."""
        made = max(datetime.fromtimestamp(self.stamp, UTC).replace(tzinfo=None), _EARLIEST)
        return File(addresses.data_file(self.guide.id, workbook_name(self.guide.id)), as_workbook(self.tables, made))


def files(library: Library, home: str, stamp: int) -> Iterator[File]:
    """Give every file of *library* as published at *home*; *stamp* is the date of the data in seconds."""
    documents = []
    for guide in library.guides:
        if guide.whole:
            one = OfGuide(library, guide, home, stamp)
            documents.append(summary(as_json(one.document)))
            yield from one.files()
            yield one.workbook()
    yield from of_all(library, documents, home)


def of_all(library: Library, documents: Sequence[Json], home: str) -> Iterator[File]:
    """Give the files that tell of all guides, from the summaries of their *documents*."""
    listed = index(documents, Publisher(library, home).licence, home)
    yield _json(f"{addresses.API}index.json", listed)
    yield _json(f"{addresses.API}alignments.json", alignments(documents, listed["version"]))
    labels = library.labels.labels
    words = {name: plain(labels[f"opendata_api_{name}"].ja) for name in OPERATIONS}
    yield _json(f"{addresses.API}openapi.json", openapi(listed, words))
    for name, schema in schemas(home).items():
        yield _json(addresses.api_schema(name), schema)


def every_table(library: Library, guide: Guide) -> tuple[Table, ...]:
    """Give the tables of *guide* with the list, the codes and the dictionary that explain them."""
    labels = library.labels.labels
    return described(guide, tables(guide), lambda name: labels[f"opendata_table_{name}"])


def workbook_name(guide: str) -> str:
    """Name the workbook of a guide."""
    return f"{guide}.xlsx"


def _json(address: str, content: Json) -> File:
    return File(address, to_json(content, indent=1) + b"\n")
