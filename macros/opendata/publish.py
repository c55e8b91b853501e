"""Make the documents of the API for a library of guides, with the version of their content."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version

from macros import addresses
from macros.guideline.model import Guide, Library
from macros.opendata import document
from macros.opendata.plain import Json, as_json
from macros.opendata.writer import Writer

PACKAGE = "kyodo-guide"
_DIGITS = 12
_LISTED = ("id", "municipality", "title", "kind", "status", "state", "version", "url")


@dataclass(frozen=True)
class Publisher:
    """Makes the documents of a *library* whose site is at *home* (a full address ending in /, or just /)."""

    library: Library
    home: str = "/"

    @cached_property
    def guides(self) -> tuple[document.Guide, ...]:
        """Each guide that was read whole, as one document."""
        return tuple(self._guide(guide) for guide in self.library.guides if guide.whole)

    @cached_property
    def index(self) -> document.Index:
        """The list of guides."""
        return document.Index(
            api=document.VERSION,
            version=_version([guide.version for guide in self.guides]),
            licence=self.licence,
            guides=tuple(self._entry(guide) for guide in self.guides),
            alignments=f"{self.home}{addresses.API}alignments.json",
            openapi=f"{self.home}{addresses.API}openapi.json",
        )

    @property
    def alignments(self) -> document.Alignments:
        """How the ideas of all guides correspond."""
        found = tuple(one for guide in self.guides for one in guide.alignments)
        return document.Alignments(api=document.VERSION, version=self.index.version, alignments=found)

    @property
    def licence(self) -> document.Licence:
        """The promise under which the data may be used."""
        labels = self.library.labels.labels
        return document.Licence(
            name=labels["opendata_licence"],
            url="https://creativecommons.org/licenses/by/4.0/",
            compatible=(labels["opendata_pdl"].ja,),
            attribution=labels["opendata_attribution"],
        )

    def _entry(self, guide: document.Guide) -> document.Entry:
        return document.Entry(
            **{name: getattr(guide, name) for name in _LISTED},
            data=self.home + addresses.api_guide(guide.id),
            page=self.home + addresses.guide_page(guide.id, "data"),
        )

    def _guide(self, guide: Guide) -> document.Guide:
        """Give a guide's document; its version does not change when the site moves to another address."""
        anywhere = Writer(self.library, guide, "/").content()
        content = anywhere if self.home == "/" else Writer(self.library, guide, self.home).content()
        return document.Guide.model_construct(**content, licence=self.licence, version=_version(as_json(anywhere)))


def _version(content: Json) -> str:
    """Name the content and the program that made it: 0.1.0+2f6a…"""
    digest = hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    return f"{version(PACKAGE)}+{digest[:_DIGITS]}"
