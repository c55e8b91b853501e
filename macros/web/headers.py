"""Write what web servers must know: headers that keep a site to itself and its visitors up to date, its lost page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from macros.web.sheet import Sheet

NGINX = "nginx.conf"
STATIC_HOST = "_headers"
APACHE = ".htaccess"

LOST = "404.html"
"""The page of an address at which nothing is; it shows no record"""
_PLAIN = re.compile(r"[\w/.~-]+")
"""Paths without a sign that a server's settings would take for one of their own"""

_POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme draws its icons from data: addresses
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
_OTHERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",  # keep, but ask whether it is new: browsers guess else, and show old pages for weeks
}


def headers(sheets: Collection[Sheet]) -> dict[str, str]:
    """Give the headers for every file of the site with these finished pages, its Content-Security-Policy first.

    The policy names the hash of every inline script that the theme and our templates put into each page, so that
    nothing else that might get into a page can run: what is not on 404.html too, which shows no record, gets no hash.
    It is sent as a header, not written into the pages: there it could not forbid frames, and would add to each.
    """
    written = {script for sheet in sheets for script in sheet.scripts}
    shared = {shape for sheet in sheets if sheet.page == LOST for shape, _ in sheet.scripts}
    hashes = "".join(f" '{one}'" for one in sorted({mark for shape, mark in written if shape in shared}))
    rules = {**_POLICY, "script-src": _POLICY["script-src"] + hashes}
    policy = "; ".join(f"{name} {sources}" for name, sources in rules.items())
    return {"Content-Security-Policy": policy, **_OTHERS}


def write(site: Path, found: Mapping[str, str], home: str) -> None:
    """Write the headers *found* into *site* for Apache (.htaccess) and for static hosts (_headers).

    Apache is also told which page to show where nothing is; static hosts know. *home* is the site's address, if known.
    """
    apache = "".join(f'Header always set {name} "{value}"\n' for name, value in found.items())
    lost = "".join(f"ErrorDocument 404 {path}\n" for path in _lost(home))
    (site / APACHE).write_text(f"{lost}<IfModule mod_headers.c>\n{apache}</IfModule>\n", encoding="utf-8", newline="\n")
    static = "".join(f"  {name}: {value}\n" for name, value in found.items())
    (site / STATIC_HOST).write_text(f"/*\n{static}", encoding="utf-8", newline="\n")


def write_nginx(folder: Path, found: Mapping[str, str], home: str) -> None:
    """Write the same into *folder* for nginx, whose settings do not belong among published files."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(f'add_header {name} "{value}" always;\n' for name, value in found.items())
    lost = "".join(f"error_page 404 {path};\n" for path in _lost(home))
    (folder / NGINX).write_text(lost + lines, encoding="utf-8", newline="\n")


def _lost(home: str) -> Iterator[str]:
    """Give the path of the page that is shown where nothing is, of a site at *home*; none where that is not known.

    None is given either where the path needs quoting: each server has its own.
    """
    path = f"{unquote(urlsplit(home).path).rstrip('/')}/{LOST}"
    if home and _PLAIN.fullmatch(path):
        yield path
