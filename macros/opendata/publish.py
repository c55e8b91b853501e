"""Make the documents of the API for a library of guides, with the version of their content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version

from macros import addresses
from macros.guideline.model import Guide, Library
from macros.opendata import document
from macros.opendata.plain import Json, as_json, fields
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
        return tuple(self.guide(guide) for guide in self.library.guides if guide.whole)

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

    def guide(self, guide: Guide) -> document.Guide:
        """Give a guide's document; its version does not change when the site moves to another address."""
        anywhere = Writer(self.library, guide, "/").content()
        content = anywhere if self.home == "/" else Writer(self.library, guide, self.home).content()
        return document.Guide.model_construct(**content, licence=self.licence, version=_version(as_json(anywhere)))


def index(documents: Sequence[Json], licence: document.Licence, home: str) -> Json:
    """Give the list of guides from what it says of each of their *documents*."""
    entries = [
        {**one, "data": home + addresses.api_guide(one["id"]), "page": home + addresses.guide_page(one["id"], "data")}
        for one in documents
    ]
    whole = {
        "api": document.VERSION,
        "version": _version([one["version"] for one in documents]),
        "licence": as_json(licence),
        "guides": [{name: entry[name] for name in fields(document.Entry)} for entry in entries],
        "alignments": f"{home}{addresses.API}alignments.json",
        "openapi": f"{home}{addresses.API}openapi.json",
    }
    return {name: whole[name] for name in fields(document.Index)}


def alignments(documents: Sequence[Json], version: str) -> Json:
    """Give how the ideas of all guides correspond, from what their *documents* say."""
    found = [one for guide in documents for one in guide["alignments"]]
    whole = {"api": document.VERSION, "version": version, "alignments": found}
    return {name: whole[name] for name in fields(document.Alignments)}


def summary(whole: Json) -> Json:
    """Give of a guide's *whole* document what the documents of all guides say of it."""
    return {name: whole[name] for name in (*_LISTED, "alignments")}


def _version(content: Json) -> str:
    """Name the content and the program that made it: 0.1.0+2f6a…"""
    digest = hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    return f"{version(PACKAGE)}+{digest[:_DIGITS]}"
