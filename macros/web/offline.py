"""Turn a finished site into a copy that opens from a folder, without a server or a network, and pack it as a ZIP.

A browser that reads pages from a disk shows no folder as a page, fetches no file and starts no worker from one:
links name index.html, and the search worker and its indexes become scripts that scripts/20-find.js looks for.
"""

from __future__ import annotations

import contextlib
import errno
import html
import json
import os
import re
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from macros import patience
from macros.guideline.links import can_be_followed
from macros.web import joined
from macros.web.errors import BuildError
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


def refuse_other(target: Path) -> None:
    """Raise BuildError where something else stands at *target* than a ZIP of such a copy, which may be replaced."""
    if target.is_symlink() or (target.exists() and not _is_packed(target)):
        raise BuildError(
            f"{target} は、このプログラムが作った ZIP ではありません。"
            "ほかの場所に移すか、別のフォルダーを --site で指定してください。"
        )


def _is_packed(target: Path) -> bool:
    """Say whether *target* holds what every copy has, in one folder."""
    try:
        with zipfile.ZipFile(target) as archive:
            names = set(archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return False
    folder = min(names, default="").partition("/")[0]
    return {f"{folder}/{one}" for one in (README, _FIRST, joined.ADDRESSES["scripts"])} <= names


@contextlib.contextmanager
def packed(site: Path, target: Path, epoch: int) -> Iterator[None]:
    """Pack *site* into the ZIP *target*, which is there from the beginning of the block; one that fails brings the old
    one back. The same files and *epoch* give the same bytes.

    Raises OSError where it cannot be written, or cannot take its place.
    """
    half = target.with_name(f".{target.name}.next")
    try:
        _pack(site, half, target.stem, epoch)
        with _aside(target):
            patience.replace(half, target)
            yield
    finally:
        patience.unlink(half)


@contextlib.contextmanager
def _aside(target: Path) -> Iterator[None]:
    """Put the file *target*, if there is one, aside for the block; bring it back where the block fails."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    old = target.with_name(f".{target.name}.old")
    was_there = target.exists()
    if was_there:
        patience.replace(target, old)
    try:
        yield
    except BaseException:
        patience.unlink(target)
        if was_there:
            patience.replace(old, target)
        raise
    with contextlib.suppress(OSError):
        patience.unlink(old)


def _pack(site: Path, file: Path, folder: str, epoch: int) -> None:
    """Pack *site* into the ZIP *file*, in a *folder* of its own."""
    day = time.gmtime(max(epoch, _FIRST_DAY))[:6]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(site.rglob("*")):
            if path.is_file() and path.name != MARKER:
                name = f"{folder}/{path.relative_to(site).as_posix()}"
                entry = zipfile.ZipInfo(name, day)
                entry.create_system = 3  # the same on every system
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)


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
    if not can_be_followed(address):
        return link
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
