"""What changed in each guide as an Atom feed, one a language, for those who want to be told."""

from __future__ import annotations

import uuid
import xml.etree.ElementTree as ET
from pathlib import Path

from macros import addresses
from macros.furigana import plain
from macros.guideline.model import Guide, Library
from macros.web.project import LANGUAGES, Job

_ATOM = "http://www.w3.org/2005/Atom"
_MIDNIGHT = "T00:00:00+09:00"


def make(library: Library, guide: Guide, job: Job, folder: Path) -> None:
    """Write the feeds of *guide* into *folder*, where it has changes on record."""
    if guide.changes:
        home = job.variables().get("KYODO_SITE_URL", "")
        for language in LANGUAGES:
            target = folder / addresses.language_root(language) / addresses.feed(guide.id)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(atom(library, guide, language, home))


def atom(library: Library, guide: Guide, language: str, home: str = "") -> bytes:
    """Write the feed of *guide*, the newest change first.

    Ids do not hang on where the site stands; addresses are full where its *home* is known, else seen from the feed.
    """
    assert guide.changes is not None
    labels = library.labels.labels
    here = addresses.feed(guide.id)
    base = f"{home.rstrip('/')}/{addresses.language_root(language)}" if home else ""

    def link(address: str) -> str:
        return base + address if base else addresses.relative(here, address)

    def said(text: object) -> str:
        return plain(getattr(text, language) or getattr(text, "ja"))  # noqa: B009 a text has a field a language

    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed", {"xml:lang": language})

    def put(parent: ET.Element, name: str, words: str = "", **attributes: str) -> ET.Element:
        one = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
        one.text = words or None
        return one

    newest = sorted(guide.changes.changes, key=lambda one: one.date, reverse=True)
    put(feed, "id", _id(guide, language, "feed"))
    put(feed, "title", f"{said(guide.front.title)} {said(labels['changes'])}")
    put(feed, "updated", _moment(newest[0].date))
    put(feed, "link", rel="self", type="application/atom+xml", href=link(here))
    put(feed, "link", rel="alternate", type="text/html", href=link(addresses.guide_page(guide.id, "changes")))
    put(put(feed, "author"), "name", said(labels["site"]))
    for change in newest:
        entry = put(feed, "entry")
        page = f"{addresses.guide_page(guide.id, 'changes')}#{change.id}"
        put(entry, "id", _id(guide, language, change.id))
        put(entry, "title", said(change.text))
        put(entry, "updated", _moment(change.date))
        put(entry, "link", rel="alternate", type="text/html", href=link(page))
        put(entry, "content", said(change.text), type="text")
    ET.indent(feed)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode").encode() + b"\n"


def _id(guide: Guide, language: str, name: str) -> str:
    """Name an entry for good, by the town's national code, the guide and the change."""
    told = f"kyodo:{guide.front.municipality.code}:{guide.id}:{language}:{name}"
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, told)}"


def _moment(date: str) -> str:
    year, month, day = (*date.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}{_MIDNIGHT}"
