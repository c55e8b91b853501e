"""Look over the finished pages: links, anchors, ids, titles, and what must never be published."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

_SCHEMES = ("http", "https", "mailto", "tel")
_UNRENDERED = ("{{ part(", "{{ heading(", "Macro Rendering Error", "Macro Syntax Error")
_NOT_A_PAGE = "404.html"


@dataclass(frozen=True, order=True)
class Finding:
    """Something wrong in the finished site: in which *page*, and *what*."""

    page: str
    what: str

    def __str__(self) -> str:
        """Say both in one line."""
        return f"{self.page}: {self.what}"


@dataclass(frozen=True)
class _Sheet:
    """What one page offers to others and asks of them."""

    page: str
    title: str
    ids: Counter[str]
    links: tuple[str, ...]
    assets: tuple[str, ...]
    unrendered: tuple[str, ...]


@dataclass(frozen=True)
class _Home:
    """Where the site will be published: its full address, or nothing."""

    url: str

    def inside(self, link: str) -> str:
        """Write a *link* that names the site's address or its folder on the host as one from the site's root."""
        for prefix in (self.url, urlsplit(self.url).path):
            if prefix.strip("/") and link.startswith(prefix):
                return "/" + link.removeprefix(prefix).lstrip("/")
        return link


def look_over(site: Path, site_url: str = "") -> list[Finding]:
    """Find what is wrong in *site*; addresses below *site_url*, where it will be published, count as its own."""
    sheets = {page: _read(site / page, page) for page in sorted(_pages(site))}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    findings = [finding for sheet in sheets.values() for finding in _of_page(sheet, sheets, files, _Home(site_url))]
    return sorted({*findings, *_same_titles(sheets)})


def _pages(site: Path) -> Iterator[str]:
    for path in site.rglob("*.html"):
        yield path.relative_to(site).as_posix()


def _read(path: Path, page: str) -> _Sheet:
    text = path.read_text(encoding="utf-8")
    tree = LexborHTMLParser(text)
    title = tree.css_first("title")
    return _Sheet(
        page=page,
        title=title.text() if title else "",
        ids=Counter(node.attributes["id"] or "" for node in tree.css("[id]")),
        links=tuple(node.attributes["href"] or "" for node in tree.css("a[href], area[href]")),
        assets=tuple(
            node.attributes.get("src") or node.attributes.get("href") or ""
            for node in tree.css("[src], link[rel=stylesheet], link[rel=icon], link[rel=preload]")
        ),
        unrendered=tuple(sign for sign in _UNRENDERED if sign in text),
    )


def _of_page(sheet: _Sheet, sheets: dict[str, _Sheet], files: set[str], home: _Home) -> Iterator[Finding]:
    for sign in sheet.unrendered:
        yield Finding(sheet.page, f"a macro was not filled in ({sign})")
    for id, count in sheet.ids.items():
        if count > 1:
            yield Finding(sheet.page, f"the id “{id}” is used {count} times")
    if not sheet.title.strip():
        yield Finding(sheet.page, "there is no title")
    for asset in sheet.assets:
        if urlsplit(asset).scheme not in ("", "data") or asset.startswith("//"):
            yield Finding(sheet.page, f"“{asset}” is loaded from elsewhere")
        elif not asset.startswith("data:") and _target(sheet.page, home.inside(asset)) not in files:
            yield Finding(sheet.page, f"“{asset}” does not exist")
    for link in sheet.links:
        yield from _of_link(sheet, home.inside(link), sheets, files)


def _of_link(sheet: _Sheet, link: str, sheets: dict[str, _Sheet], files: set[str]) -> Iterator[Finding]:
    scheme = urlsplit(link).scheme.lower()
    if scheme or link.startswith("//"):
        if scheme not in _SCHEMES:
            yield Finding(sheet.page, f"the link “{link}” uses a scheme that is not allowed")
        return
    target = _target(sheet.page, link)
    if target not in files:
        yield Finding(sheet.page, f"the link “{link}” leads nowhere")
        return
    fragment = unquote(urlsplit(link).fragment)
    if fragment and target in sheets and fragment not in sheets[target].ids:
        yield Finding(sheet.page, f"the link “{link}” names a section that does not exist")


def _target(page: str, link: str) -> str:
    path = unquote(urlsplit(link).path)
    if not path:
        return page
    target = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), path)).lstrip("/")
    if path.endswith(("/", "/.", "/..")) or path in (".", "..") or not target:
        target = posixpath.join(target, "index.html") if target else "index.html"
    return target


def _same_titles(sheets: dict[str, _Sheet]) -> Iterator[Finding]:
    seen: dict[tuple[str, str], str] = {}
    for sheet in sheets.values():
        if sheet.page.endswith(_NOT_A_PAGE):
            continue
        key = ("en" if sheet.page.startswith("en/") else "ja", sheet.title)
        if key in seen:
            yield Finding(sheet.page, f"has the same title as {seen[key]} (“{sheet.title}”)")
        seen.setdefault(key, sheet.page)
