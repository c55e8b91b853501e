"""Cut finished pages into sections and write the search indexes: one a guide, and a light one of all guides."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.web.pages import Page

ALL = "search/all.json"
Synonyms = Sequence[tuple[Sequence[str], Sequence[str]]]
_OF_ALL = frozenset(("compare", "all-data"))
"""Frames of pages about all guides: what they say changes with every guide"""
BRIEF = frozenset(("home", "terms", "choose", "choose-step", "choose-end", "for", "report", "changes", "data", "kids"))
"""Frames of a guide's pages that say in brief what another page says in full"""
_HEADINGS = ("h1", "h2", "h3")
_CELLS = ("p", "li", "td", "th", "dt", "dd", "tr", "div", "caption", "summary", "figcaption", "pre", "br")
_BLOCKS = frozenset((*_CELLS, *_HEADINGS, "ul", "ol", "dl", "table", "section", "aside", "h4", "h5", "h6"))
_NEVER = frozenset(("script", "style", "svg", "rt", "rp", "button", "form", "template"))
_LEAD = re.compile(r".{0,90}?(?:。|[.!?](?= |$))|.{0,90}")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Section:
    """What one hit leads to: a heading of a *page*, its plain *text*, and *names* that are searched, never shown."""

    page: str
    id: str
    level: int
    title: str
    text: str
    names: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The section's address below the language's root."""
        return f"{self.page}#{self.id}" if self.id else self.page


class Head(NamedTuple):
    """What an index says of a page: its *title*, its *guide*, and whether others' equal headings go before its own."""

    title: str
    guide: str
    brief: bool = False


def path(guide: str) -> str:
    """Give the file of one guide's index, below the language's root."""
    return f"search/guides/{guide}.json"


def sections(html: str, address: str, title: str) -> tuple[Section, ...]:
    """Cut the content of the page at *address* at its headings; what stands before the first belongs to the page."""
    reader = _Reader(address, title)
    body = LexborHTMLParser(f"<body>{html}</body>").body
    if body is not None:
        reader.read(body)
    return tuple(reader.sections())


def light(all_sections: Iterable[Section]) -> Iterator[Section]:
    """Keep pages and records, each with its first sentence only."""
    for one in all_sections:
        if not one.id or one.names:
            yield replace(one, text=_LEAD.match(one.text).group())  # type: ignore[union-attr]  # matches any text


def index(
    pages: Mapping[str, Head],
    all_sections: Sequence[Section],
    towns: Mapping[str, str],
    readings: Mapping[str, str],
    synonyms: Synonyms,
) -> str:
    """Write an index as compact JSON.

    *pages* gives what is said of a page by its address, *towns* the words that say which guide a hit is from,
    *readings* how words of the texts are read, *synonyms* everyday words for words of titles.
    A page is [address, title, guide], with a 1 after it where it is brief; a section is
    [page, id, title, section above or -1, "name|name", text].
    """
    number = {address: at for at, address in enumerate(pages)}
    rows: list[list[object]] = []
    open_at: dict[int, int] = {}
    for at, one in enumerate(all_sections):
        if not one.id:
            open_at.clear()
        above = max((row for level, row in open_at.items() if level < one.level), default=-1)
        open_at = {level: row for level, row in open_at.items() if level < one.level} | {one.level: at}
        rows.append([number[one.page], one.id, one.title, above, "|".join(one.names), one.text])
    whole = {
        "guides": dict(towns),
        "pages": [[address, one.title, one.guide, *([1] if one.brief else [])] for address, one in pages.items()],
        "sections": rows,
        "synonyms": synonyms,
        "readings": "|".join(f"{reading} {written}" for written, reading in readings.items()),
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def write(
    site: Path,
    pages: Iterable[Page],
    found: Mapping[str, Sequence[Section]],
    titles: Mapping[str, str],
    towns: Mapping[str, str],
    readings: Mapping[str, Mapping[str, str]],
    synonyms: Synonyms,
) -> None:
    """Write every index below *site*.

    *found* and *titles* go by page address, *towns* and *readings* by guide; pages of no guide are in every index,
    but those that compare guides in that of all only: each town's words are found on its own pages.
    """
    listed = [page for page in pages if page.address in found]

    def save(name: str, wanted: Sequence[Page], chosen: Sequence[Section], words: Mapping[str, str]) -> None:
        heads = {
            page.address: Head(titles[page.address], page.guide, page.frame in BRIEF or not page.guide)
            for page in wanted
        }
        used = {page.guide: towns[page.guide] for page in wanted if page.guide}
        target = site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(index(heads, chosen, used, words, synonyms), encoding="utf-8")

    for guide in towns:
        wanted = [page for page in listed if page.guide in (guide, "") and page.frame not in _OF_ALL]
        own = [one for page in wanted for one in found[page.address]]
        save(path(guide), wanted, own, readings[guide])
    leads = [one for page in listed for one in (light(found[page.address]) if page.guide else found[page.address])]
    save(ALL, listed, leads, {})


class _Reader:
    """Walks through a page and collects the text below each heading."""

    def __init__(self, address: str, title: str) -> None:
        self.address = address
        self.heads: list[tuple[str, int, str]] = [("", 1, title)]
        self.texts: list[list[str]] = [[]]

    def read(self, node: LexborNode) -> None:
        """Take in *node* and all below it."""
        for child in node.iter(include_text=True):
            tag = child.tag
            if tag == "-text":
                self.texts[-1].append(child.text_content or "")
            elif tag in _NEVER or _hidden(child.attributes):
                continue
            elif tag in _HEADINGS and child.attributes.get("id"):
                self._open(child, str(tag))
            else:
                if tag in _BLOCKS:
                    self.texts[-1].append(" ")
                self.read(child)
                if tag in _BLOCKS:
                    self.texts[-1].append(" ")

    def _open(self, heading: LexborNode, tag: str) -> None:
        title = _plain(heading)
        if tag != "h1":
            self.heads.append((str(heading.attributes["id"]), int(tag[1]), title))
            self.texts.append([])
        elif title != self.heads[0][2]:
            self.texts[-1].append(f" {title} ")

    def sections(self) -> Iterator[Section]:
        """Give what was collected."""
        for (id, level, title), text in zip(self.heads, self.texts, strict=True):
            yield Section(self.address, id, level, title, _SPACES.sub(" ", "".join(text)).strip())


def _hidden(attributes: Mapping[str, str | None]) -> bool:
    return (
        "data-search-exclude" in attributes
        or "data-search-elsewhere" in attributes
        or attributes.get("aria-hidden") == "true"
    )


def _plain(heading: LexborNode) -> str:
    reader = _Reader("", "")
    reader.read(heading)
    return _SPACES.sub(" ", "".join(reader.texts[0])).strip()
