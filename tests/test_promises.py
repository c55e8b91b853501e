"""Addresses, ids and columns are promises: tests/promises.txt holds each one that was ever published.

What is gone from the site must be in data/redirects.yml, or these tests fail.
What is new must be promised: KYODO_ACCEPT=1 adds it to the list, and takes nothing away.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from macros.guideline.model import Library
from macros.web.pages import pages
from tests.opendata import rows

LIST = Path(__file__).parent / "promises.txt"
NOT_PROMISED = ("/.", "/figures/", "/print/", "/assets/", "/search/", "/sitemap", "/404")
"""What the pages load for themselves"""


def promised() -> set[str]:
    return set(LIST.read_text(encoding="utf-8").splitlines()) if LIST.exists() else set()


def published(site: Path) -> set[str]:
    """Give every page, file, record, field of the API and column of the tables in *site*."""
    return {*_paths(site), *_records(site), *_fields(site), *_columns(site)}


def _paths(site: Path) -> Iterator[str]:
    for path in site.rglob("*"):
        address = "/" + path.relative_to(site).as_posix()
        if path.is_file() and path.suffix != ".png" and not address.startswith(("/en/", *NOT_PROMISED)):
            yield address.removesuffix("index.html")


def _records(site: Path) -> Iterator[str]:
    for path in (site / "api" / "v1").glob("*.json"):
        if path.stem not in ("index", "alignments", "openapi"):
            document = json.loads(path.read_text(encoding="utf-8"))
            yield from (url for url in _urls(document) if "#" in url)
            actions = (action for action in document["actions"] if action["repeats"] is None)
            yield from (f"/{path.stem}/plan/{action['policy']}/#{action['id']}" for action in actions)


def _urls(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if str(value.get("url")).startswith("/"):
            yield value["url"]
        value = list(value.values())
    for one in value if isinstance(value, list) else ():
        yield from _urls(one)


def _fields(site: Path) -> Iterator[str]:
    for name in ("index", "guide", "alignments"):
        schema = json.loads((site / "api/v1/schema" / f"{name}.json").read_text(encoding="utf-8"))
        yield from (f"api {name} {field}" for field in schema["properties"])
        for shape, described in schema["$defs"].items():
            yield from (f"api {shape} {field}" for field in described["properties"])


def _columns(site: Path) -> Iterator[str]:
    for path in site.glob("*/data/dictionary.csv"):
        yield from (f"csv {row['table']} {row['column']}" for row in rows(path.read_bytes()))


def test_nothing_that_was_published_is_gone(real_site: Path, real: Library) -> None:
    redirects = real.redirects
    moved = {one.old for one in redirects.redirects} if redirects else set()

    assert sorted(promised() - published(real_site) - moved) == []


def test_everything_published_is_promised(real_site: Path) -> None:
    """Accept with KYODO_ACCEPT=1."""
    if os.environ.get("KYODO_ACCEPT"):
        lines = sorted(promised() | published(real_site))
        LIST.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")

    assert sorted(published(real_site) - promised()) == []


def test_every_promised_page_is_there_in_english_too(real_site: Path, real: Library) -> None:
    japanese = {f"/{page.address}" for page in pages(real) if "en" not in page.languages}
    wanted = [address for address in promised() if address.endswith("/") and address not in japanese]
    gone = [address for address in wanted if not (real_site / "en" / address[1:] / "index.html").is_file()]

    assert len(wanted) > 50
    assert sorted(gone) == []


def test_every_address_of_a_record_leads_to_its_section_in_both_languages(real_site: Path) -> None:
    ids: dict[Path, set[str]] = {}
    for address in sorted(_records(real_site)):
        page, _, id = address.partition("#")
        for language in ("", "en"):
            path = real_site / language / page[1:] / "index.html"
            if path not in ids:
                tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
                ids[path] = {node.attributes["id"] or "" for node in tree.css("[id]")}
            assert id in ids[path], address
