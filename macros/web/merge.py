"""Put the units of a site together: their pages and files, the search indexes and the maps of the site."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from pathlib import Path

from macros import addresses, dated
from macros.web import searchindex
from macros.web.again import FOUND, SHEETS, TREE
from macros.web.project import LANGUAGES, Job
from macros.web.searchindex import Found
from macros.web.sheet import Sheet
from macros.web.units import FILES, SHARED, Units
from macros.web.ways import Ways

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


class Merging:
    """Puts everything that *units* hold into the folder *new*, piece by piece as they are finished.

    The files are those of the units themselves, under a second name; a site that is changed afterwards has its own.
    """

    def __init__(self, job: Job, units: Units, new: Path) -> None:
        self.job, self.units, self.new = job, units, new
        self._put = shutil.copy2 if job.offline else _named_again
        self._added: set[tuple[str, str]] = set()
        self._sheets: dict[str, Sheet] = {}
        self.ways = Ways(job.variables().get("KYODO_SITE_URL", ""))
        """Where the links of the pages lead"""

    def add(self, unit: str, piece: str) -> None:
        """Add a finished *piece* of a *unit*."""
        if (unit, piece) in self._added:
            return
        folder = self.units.folder(unit, piece)
        if piece in LANGUAGES:
            _put_all(folder / TREE, self.new / addresses.language_root(piece), self._put)
            read = (Sheet.again(one) for one in json.loads((folder / SHEETS).read_text(encoding="utf-8")))
            for sheet in read:
                self._sheets[sheet.page] = sheet
                self.ways.targets(sheet)
        else:
            _put_all(folder, self.new, self._put)
        self._added.add((unit, piece))

    def finish(self) -> dict[str, Sheet]:
        """Add what is still to be added, and what tells of everything; give what is known of the pages."""
        for unit in (SHARED, *self.units.guides):
            for piece in (*LANGUAGES, *FILES):
                self.add(unit, piece)
        for language in LANGUAGES:
            root = self.new / addresses.language_root(language)
            pages: list[str] = []
            shared = _found(self.units, SHARED, language, pages)
            guides = ((one, _found(self.units, one, language, pages)) for one in self.units.guides)
            searchindex.write(root, shared, guides)
            _map(self.job, language, pages, root)
        return self._sheets


def _put_all(folder: Path, target: Path, put: Callable[[str, str], object]) -> None:
    """*Put* every file below *folder* where it belongs below *target*."""
    for here, _, names in os.walk(folder):
        there = target / Path(here).relative_to(folder)
        there.mkdir(parents=True, exist_ok=True)
        for name in names:
            put(f"{here}/{name}", f"{there}/{name}")


def _named_again(file: str, name: str) -> None:
    """Let *name* stand for *file*, too; for a copy of it where the disk gives no second names."""
    try:
        os.link(file, name)
    except OSError:
        Path(name).unlink(missing_ok=True)  # never write into the file that another unit has put there
        shutil.copy2(file, name)


def _found(units: Units, unit: str, language: str, pages: list[str]) -> Found:
    """Give what the pages of a *unit* give to search, and add them to all *pages*."""
    found = Found.read((units.folder(unit, language) / FOUND).read_text(encoding="utf-8"))
    pages += found.heads
    return found


def _map(job: Job, language: str, pages: Iterable[str], root: Path) -> None:
    """Tell search engines of the *pages*, where the full address of the site is known."""
    variables = job.variables()
    home = variables.get("KYODO_SITE_URL", "").rstrip("/")
    day = dated.day(int(variables["SOURCE_DATE_EPOCH"]))
    ET.register_namespace("", _SITEMAP)
    every = ET.Element(f"{{{_SITEMAP}}}urlset")
    for address in pages if home else ():
        one = ET.SubElement(every, f"{{{_SITEMAP}}}url")
        ET.SubElement(one, f"{{{_SITEMAP}}}loc").text = f"{home}/{addresses.language_root(language)}{address}"
        if day:
            ET.SubElement(one, f"{{{_SITEMAP}}}lastmod").text = day
    ET.indent(every)
    written = b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(every, encoding="unicode").encode() + b"\n"
    for name, content in (("sitemap.xml", written), ("sitemap.xml.gz", gzip.compress(written, mtime=0))):
        (root / name).unlink(missing_ok=True)  # MkDocs has made one of its own, which is a unit's
        (root / name).write_bytes(content)
