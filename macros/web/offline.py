"""Turn a finished site into a copy that opens from a folder, without a server or a network, and pack it as a ZIP.

A browser that reads pages from a disk shows no folder as a page, fetches no file and starts no worker from one:
links name index.html, and the search worker and its indexes become scripts that scripts/20-find.js looks for.
"""

from __future__ import annotations

import html
import json
import re
import time
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

from macros import patience
from macros.web import joined
from macros.web.swap import MARKER

README = "README.txt"
_FIRST = "index.html"
_FOR_SERVERS = ("404.html", "sitemap.xml", "sitemap.xml.gz")
_FIRST_DAY = 315532800  # 1980-01-01, before which a ZIP cannot date a file
_LED_TO = re.compile(r'(<(?:a|area|form|button|input)\b[^>]*?\s(?:href|action|formaction)=")([^"]*)(")')
_MOVED = re.compile(r'(<meta http-equiv="refresh" content="\d+; url=)([^"]*)(")')
_INDEXES = re.compile(r'\sdata-indexes="([^"]*)"')
_OUR_SCRIPT = re.compile(
    rf'<script src="([^"]*?){re.escape(joined.ADDRESSES["scripts"])}" defer></script>',
)


def adapt(site: Path, readme: str) -> None:
    """Change the finished *site* in place; *readme* tells who unpacks it how to open it."""
    for path in sorted(site.rglob("*")):
        if path.name in _FOR_SERVERS:
            path.unlink()
    for path in sorted(site.rglob("*.html")):
        path.write_text(_page(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    for path in sorted(site.rglob(joined.ADDRESSES[joined.WORKER])):
        source = json.dumps(path.read_text(encoding="utf-8"), ensure_ascii=False)
        path.write_text(f"window.__kyodo_worker = {source}\n", encoding="utf-8", newline="\n")
    for path in sorted(site.rglob("search/**/*.json")):
        _index(path)
    (site / README).write_text(readme.replace("\n", "\r\n"), encoding="utf-8-sig", newline="")


def pack(site: Path, target: Path, epoch: int) -> None:
    """Pack *site* into the ZIP *target*, in a folder of its own: the same files and *epoch* give the same bytes."""
    day = time.gmtime(max(epoch, _FIRST_DAY))[:6]
    half = target.with_name(f".{target.name}.next")
    with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(site.rglob("*")):
            if path.is_file() and path.name != MARKER:
                name = f"{target.stem}/{path.relative_to(site).as_posix()}"
                entry = zipfile.ZipInfo(name, day)
                entry.create_system = 3  # the same on every system
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
    patience.replace(half, target)


def _page(page: str) -> str:
    found = _INDEXES.search(page)
    indexes: list[str] = json.loads(html.unescape(found[1])) if found else []

    def scripts(ours: re.Match[str]) -> str:
        first = f"{ours[1]}{joined.ADDRESSES[joined.WORKER]}"
        names = (first, *(one.removesuffix(".json") + ".js" for one in indexes))
        return "".join(f'<script src="{html.escape(name)}" defer></script>\n' for name in names) + ours[0]

    page = _LED_TO.sub(lambda link: link[1] + _named(link[2]) + link[3], page)
    page = _MOVED.sub(lambda link: link[1] + _named(link[2]) + link[3], page)
    return _OUR_SCRIPT.sub(scripts, page)


def _named(link: str) -> str:
    """Let a *link* (as written in HTML) to a folder name the page in it."""
    address = html.unescape(link)
    path = urlsplit(address).path
    if urlsplit(address).scheme or address.startswith("//") or not path:
        return link
    last = path.rpartition("/")[2]
    if last not in ("", ".", ".."):
        return link
    named = _FIRST if path == "." else path + ("/" if last else "") + _FIRST
    return html.escape(named + address.removeprefix(path))


def _index(path: Path) -> None:
    """Turn the search index *path* into a script whose addresses name pages."""
    index = json.loads(path.read_text(encoding="utf-8"))
    index["pages"] = [[f"{address}{_FIRST}", *rest] for address, *rest in index["pages"]]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    script = f"(window.__kyodo_index = window.__kyodo_index || []).push({text})\n"
    path.with_suffix(".js").write_text(script, encoding="utf-8", newline="\n")
    path.unlink()
