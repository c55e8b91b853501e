"""What a finished site holds: every text in every kind of file, and the shape of its pages."""

from __future__ import annotations

import contextlib
import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import openpyxl
from icalendar import Calendar
from selectolax.lexbor import LexborHTMLParser

LAID_OVER = frozenset(("ruby", "rt", "rp", "wbr", "text", "span", "span[title]"))  # a span says that words are Japanese
"""What depends on the words themselves: readings, phrase breaks, lines of a figure, how Japanese names sound"""
HARMLESS = frozenset(("class", "lang", "title", "translate", "x", "y", "text-anchor", "data-search-exclude"))
"""The only attributes of these"""


def strings(site: Path) -> Iterator[tuple[str, str]]:
    """Give every text that the *site* holds, with where it is: of pages, of attributes, and of all other files."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix == ".html":
            tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
            for node in tree.css("rt, rp, svg text[data-search-exclude]"):  # readings
                node.decompose()
            for node in tree.css("script[type='application/json']"):
                yield from ((f"{name} config", text) for text in leaves(json.loads(node.text())))
            for node in tree.css("*"):
                for attribute, value in node.attributes.items():
                    if f"{node.tag}[{attribute}]" not in LAID_OVER:
                        yield f"{name} {node.tag}[{attribute}]", value or ""
            for node in tree.css("pre"):  # samples of data
                with contextlib.suppress(json.JSONDecodeError):
                    yield from ((f"{name} pre", text) for text in leaves(json.loads(node.text())))
                    node.decompose()
            for node in tree.css("svg"):
                yield f"{name} svg", node.text()
                node.decompose()
            for part in ("title", "body"):
                found = tree.css_first(part)
                assert found is not None
                yield f"{name} {part}", found.text()
        elif "search/" in name and path.suffix == ".json":
            index = json.loads(path.read_text(encoding="utf-8"))
            yield from ((f"{name} page", page[1]) for page in index["pages"])
            for _, _, title, _, _, text, *_ in index["sections"]:
                yield f"{name} title", title
                yield f"{name} text", text
        elif path.suffix == ".json":
            yield from ((name, text) for text in leaves(json.loads(path.read_text(encoding="utf-8"))))
        elif path.suffix == ".csv":
            rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")))
            yield from ((name, cell) for row in rows for cell in row)
        elif path.suffix == ".xlsx":
            for sheet in openpyxl.load_workbook(path).worksheets:
                yield from ((name, cell.value) for row in sheet.rows for cell in row if isinstance(cell.value, str))
        elif path.suffix == ".ics":
            for part in Calendar.from_ical(path.read_bytes()).walk():
                yield from ((name, str(value)) for _, value in part.property_items() if isinstance(value, str))
        elif path.suffix in (".xml", ".atom", ".rss"):
            for element in ElementTree.fromstring(path.read_bytes()).iter():
                yield from ((name, text) for text in (element.text, *element.attrib.values()) if text)


def leaves(value: Any) -> Iterator[str]:
    """Give every string in what JSON holds, keys included."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, str):
        yield value


def shape(site: Path) -> dict[str, Counter[str]]:
    """Give for every page its elements and attributes, and the schemes of its addresses, with their number."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        shape: Counter[str] = Counter()
        for node in LexborHTMLParser(path.read_text(encoding="utf-8")).css("*"):
            if node.tag in LAID_OVER:
                shape.update(set(node.attributes) - HARMLESS)
                continue
            shape[str(node.tag)] += 1
            for attribute, value in node.attributes.items():
                if f"{node.tag}[{attribute}]" in LAID_OVER:
                    continue
                shape[f"{node.tag}[{attribute}]"] += 1
                if attribute in ("href", "src", "action"):
                    shape[f"{attribute} {urlsplit(value or '').scheme}"] += 1
        found[path.relative_to(site).as_posix()] = shape
    return found


def schemes(shape: dict[str, Counter[str]]) -> set[str]:
    """Give the kinds of addresses that a site has: by the attribute and the scheme."""
    return {one for page in shape.values() for one in page if " " in one}


def active(shape: dict[str, Counter[str]]) -> set[str]:
    """Give the kinds of elements and attributes that a site has."""
    return {one for page in shape.values() for one in page if " " not in one}
