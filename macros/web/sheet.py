"""Read a finished page for the check after the build: what it offers to other pages and what it asks of them."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from sys import intern
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

_UNRENDERED = ("{{ part(", "{{ heading(", "Macro Rendering Error", "Macro Syntax Error")
_LOADED: Mapping[str, frozenset[str]] = {
    "src": frozenset(),
    "poster": frozenset(),
    "data": frozenset(("object",)),
    "href": frozenset(("link", "use", "image")),
    "xlink:href": frozenset(("use", "image")),
}
"""Attributes that name what a page loads, and on which tags (none: on all)"""
_LED_TO: Mapping[str, frozenset[str]] = {
    "href": frozenset(("a", "area")),
    "action": frozenset(("form",)),
    "formaction": frozenset(),
}
"""Attributes that name where a page leads"""
_SETS = ("srcset", "imagesrcset")
_ASKING = dict.fromkeys(("id", *_LED_TO, *_LOADED, *_SETS))
_WANTED = f":is({', '.join(f'[{name}]' for name in _ASKING if ':' not in name)}, use, image)"
_WRITTEN = "script:not([src]), meta[http-equiv]"
_ONLY_NAMED = frozenset(("canonical", "alternate", "prev", "next", "license", "author", "help"))
_BASE = re.compile(r'(?<=^__md_scope=new URL\()"[^"\\]*"(?=,location\))')
_SCRIPTS = ("", "text/javascript", "application/javascript", "module")
_ACTIVE_TAGS = frozenset(("style", "base", "iframe", "embed"))
_MAYBE_STYLE = re.compile(r"style(?<=[\s\"'/]style)\s*=")
_MAYBE_HANDLER = re.compile(r"on(?<=[\s\"'/]on)[a-z]+\s*=")
"""What stands before is asked last: a pattern that begins with letters is looked for quickly"""
_MOVED = re.compile(r"^\s*\d*\s*;?\s*(?:url\s*=\s*)?", re.IGNORECASE)
_JAPANESE = re.compile(r"[\u3041-\u30fa\u3400-\u9fff]")
_IN_CSS = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""")


@dataclass(frozen=True)
class Sheet:
    """What one *page* holds, as far as the check looks at it."""

    page: str
    language: str
    moved: tuple[str, ...]
    """Where the page leads on to by itself, at an old address"""
    title: str
    ids: tuple[str, ...]
    links: tuple[str, ...]
    assets: tuple[str, ...]
    active: tuple[str, ...]
    """Inline styles, handlers and frames, which the site's Content-Security-Policy would stop"""
    unrendered: tuple[str, ...]
    unmarked: tuple[str, ...]
    """Japanese words of the navigation of a page in another language that are not marked as Japanese"""
    untranslated: tuple[str, ...]
    """All Japanese words of the navigation of a page in another language"""
    scripts: tuple[tuple[str, str], ...]
    """Each script that is written into the page: its fingerprint without the way up to the root, which differs from
    page to page, and its fingerprint as a Content-Security-Policy names it"""

    @classmethod
    def again(cls, written: Mapping[str, Any]) -> Sheet:
        """Give a sheet as it was before it went through JSON; texts that many pages share are kept once."""
        lists = {
            name: tuple(intern(one) if isinstance(one, str) else tuple(one) for one in value)
            for name, value in written.items()
            if isinstance(value, list)
        }
        return cls(**{**written, **lists})


def read(path: Path, page: str) -> Sheet:
    """Read the file *path*, which is the *page* of that address below the site's root."""
    text = path.read_text(encoding="utf-8")
    tree = LexborHTMLParser(text)
    root, title = tree.css_first("html"), tree.css_first("title")
    language = (root.attributes.get("lang") if root else None) or ""
    foreign = list(_foreign(tree)) if language not in ("", "ja") else []
    written = tree.css(_WRITTEN)
    moved = tuple(_MOVED.sub("", node.attributes.get("content") or "") for node in written if _is_refresh(node))
    ids, links, assets = _asked(tree)
    return Sheet(
        page=page,
        language=language,
        moved=moved,
        title=title.text() if title else "",
        ids=tuple(ids),
        links=(*moved, *links),
        assets=tuple(assets),
        active=tuple(_active(tree)) if _maybe_active(text.lower()) else (),
        unrendered=tuple(sign for sign in _UNRENDERED if sign in text),
        unmarked=tuple(words for words, marked in foreign if not marked),
        untranslated=tuple(words for words, _ in foreign),
        scripts=tuple(sorted({_marks(node.text()) for node in written if node.tag == "script" and _runs(node)})),
    )


def _is_refresh(node: LexborNode) -> bool:
    return node.tag == "meta" and (node.attributes.get("http-equiv") or "").lower() == "refresh"


def _runs(script: LexborNode) -> bool:
    """Say whether a script is one, and no block of data."""
    return (script.attributes.get("type") or "").lower() in _SCRIPTS


def _marks(script: str) -> tuple[str, str]:
    return _fingerprint(_BASE.sub("", script)), _fingerprint(script)


def _fingerprint(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}"


def loaded_by_css(path: Path) -> tuple[str, ...]:
    """Give the addresses that a style sheet loads."""
    return tuple(one for one in _IN_CSS.findall(path.read_text(encoding="utf-8")) if not one.startswith("#"))


def _asked(tree: LexborHTMLParser) -> tuple[list[str], list[str], list[str]]:
    """Give the ids of a page, where it leads, and what it loads: in one walk, for there are many pages."""
    ids: list[str] = []
    links: list[str] = []
    assets: list[str] = []
    for node in tree.css(_WANTED):
        tag, attributes = node.tag or "", node.attributes
        for name, value in attributes.items():
            if name == "id":
                ids.append(value or "")
            elif value is None:
                continue
            elif _counts(_LED_TO, name, tag):
                links.append(value)
            elif _counts(_LOADED, name, tag):
                if tag == "link" and _is_only_named(attributes):
                    links.append(value)
                elif not value.startswith("#"):
                    assets.append(value)
            elif name in _SETS:
                assets += (part.split()[0] if part.split() else "" for part in value.split(","))
    return ids, links, assets


def _counts(attributes: Mapping[str, frozenset[str]], name: str, tag: str) -> bool:
    """Say whether *name* is one of the *attributes* and means on this *tag* what it means there."""
    return name in attributes and (tag in attributes[name] or not attributes[name])


def _is_only_named(link: Mapping[str, str | None]) -> bool:
    """Say whether a <link> names another page rather than loading a file."""
    return bool(_ONLY_NAMED & set((link.get("rel") or "").lower().split()))


def _maybe_active(text: str) -> bool:
    """Say whether it is worth the time to look at every tag of a page in small letters."""
    return (
        any(f"<{tag}" in text for tag in _ACTIVE_TAGS)
        or _MAYBE_STYLE.search(text) is not None
        or _MAYBE_HANDLER.search(text) is not None
    )


def _active(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("*"):
        if node.tag in _ACTIVE_TAGS:
            yield f"<{node.tag}>"
        for name in node.attributes:
            if name == "style" or name.startswith("on"):
                yield f"{name}="


def _foreign(tree: LexborHTMLParser) -> Iterator[tuple[str, bool]]:
    """Give the words of the navigation that are mostly Japanese, and whether they are marked as such."""
    for node in tree.css("nav a:not([hreflang]), nav li[aria-current]"):
        words = node.text().strip()
        if 2 * len(_JAPANESE.findall(words)) > len(words):
            marked = node.attributes.get("lang") or any(
                child.text().strip() == words for child in node.css("[lang=ja]")
            )
            yield words, bool(marked)
