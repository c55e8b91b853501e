"""Where the links of pages lead: each link is taken apart once, for pages have most of theirs in common."""

from __future__ import annotations

import posixpath
from sys import intern
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from macros.web.sheet import Sheet

FIRST = "index.html"
"""The page that a folder stands for"""
_TO_THE_ROOT = 1000


class Way(NamedTuple):
    """What a link says wherever it stands: an address elsewhere, or so many folders up (to the root) and down again."""

    scheme: str
    elsewhere: bool
    climbs: int
    file: str
    """The file, seen from the folder to which it climbs; nothing for the page itself"""
    fragment: str


class Ways:
    """The ways that the links of a site name; *url* is the address at which it will be published, or nothing."""

    def __init__(self, url: str) -> None:
        self._own = tuple(prefix for prefix in (url, urlsplit(url).path) if prefix.strip("/"))
        self._known: dict[str, Way] = {}
        self._targets: dict[str, tuple[Sheet, tuple[str, ...]]] = {}

    def of(self, link: str) -> Way:
        """Take a *link* apart."""
        known = self._known.get(link)
        if known is None:
            known = self._known[link] = self._taken_apart(link)
        return known

    def target(self, page: str, link: str) -> str:
        """Give the file that a *link* on *page* names, below the site's root."""
        way = self.of(link)
        if not way.file:
            return page
        folder = page.rpartition("/")[0]
        for _ in range(way.climbs):
            if not folder:
                if way.climbs < _TO_THE_ROOT:  # out of the site, where that stands in a folder of its host
                    return intern(f"../{way.file}")
                break
            folder = folder.rpartition("/")[0]
        return intern(f"{folder}/{way.file}" if folder else way.file)

    def targets(self, sheet: Sheet) -> tuple[str, ...]:
        """Give the files that the links of a page name, in their order: nothing for an address elsewhere."""
        known, found = self._targets.get(sheet.page) or (None, ())
        if known is not sheet:
            links = ((link, self.of(link)) for link in sheet.links)
            found = tuple("" if way.scheme or way.elsewhere else self.target(sheet.page, link) for link, way in links)
            self._targets[sheet.page] = (sheet, found)
        return found

    def _taken_apart(self, link: str) -> Way:
        inside = self._inside(link)
        try:
            split = urlsplit(inside)
        except ValueError:  # it leads nowhere, as every file that is not there
            return Way("", False, 0, link, "")
        path = unquote(split.path)
        names = posixpath.normpath(path).split("/") if path else []
        climbs = _TO_THE_ROOT if path.startswith("/") else names.count("..")
        down = "/".join(name for name in names if name not in ("", ".", ".."))
        if path and (not down or path.endswith(("/", "/.", "/.."))):
            down = posixpath.join(down, FIRST)
        return Way(split.scheme, inside.startswith("//"), climbs, down, unquote(split.fragment))

    def _inside(self, link: str) -> str:
        """Write a *link* that names the site's address or its folder on the host as one from the site's root."""
        for prefix in self._own:
            if link.startswith(prefix):
                return "/" + link.removeprefix(prefix).lstrip("/")
        return link
