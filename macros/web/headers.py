"""Write the HTTP headers that keep the published site to itself, as files that common web servers read."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

NGINX = "nginx.conf"
STATIC_HOST = "_headers"
APACHE = ".htaccess"

_WITHOUT_RECORDS = "404.html"
_BASE = re.compile(r'(?<=^__md_scope=new URL\()"[^"\\]*"(?=,location\))')

_SCRIPTS = ("", "text/javascript", "application/javascript", "module")
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
}


def headers(site: Path) -> dict[str, str]:
    """Give the headers for every file of the finished *site*, its Content-Security-Policy first.

    The policy names the hash of every inline script that the theme and our templates put into each page, so that
    nothing else that might get into a page can run: what is not on 404.html too, which shows no record, gets no hash.
    It is sent as a header, not written into the pages: there it could not forbid frames, and would add to each.
    """
    hashes = "".join(f" '{one}'" for one in _inline_scripts(site))
    rules = {**_POLICY, "script-src": _POLICY["script-src"] + hashes}
    policy = "; ".join(f"{name} {sources}" for name, sources in rules.items())
    return {"Content-Security-Policy": policy, **_OTHERS}


def write(site: Path) -> None:
    """Write the headers into *site* for Apache (.htaccess) and for static hosts (_headers)."""
    found = headers(site)
    apache = "".join(f'Header always set {name} "{value}"\n' for name, value in found.items())
    (site / APACHE).write_text(f"<IfModule mod_headers.c>\n{apache}</IfModule>\n", encoding="utf-8")
    static = "".join(f"  {name}: {value}\n" for name, value in found.items())
    (site / STATIC_HOST).write_text(f"/*\n{static}", encoding="utf-8")


def write_nginx(site: Path, folder: Path) -> None:
    """Write the headers of *site* into *folder* for nginx, whose settings do not belong among published files."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(f'add_header {name} "{value}" always;\n' for name, value in headers(site).items())
    (folder / NGINX).write_text(lines, encoding="utf-8")


def _inline_scripts(site: Path) -> list[str]:
    """Give the hash of every script that all pages share, but for the way up to the root that is written in it."""
    shared = {_BASE.sub("", text) for text in _scripts(site / _WITHOUT_RECORDS)}
    written = {text for path in site.rglob("*.html") for text in _scripts(path)}
    digests = (hashlib.sha256(text.encode("utf-8")).digest() for text in written if _BASE.sub("", text) in shared)
    return sorted(f"sha256-{base64.b64encode(digest).decode()}" for digest in digests)


def _scripts(path: Path) -> Iterator[str]:
    """Give every script that is written into a page, blocks of data left out."""
    if path.is_file():
        for node in LexborHTMLParser(path.read_text(encoding="utf-8")).css("script:not([src])"):
            if (node.attributes.get("type") or "").lower() in _SCRIPTS:
                yield node.text()
