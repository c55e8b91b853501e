"""Cut finished pages into sections and write the search indexes: one a guide, and a light one of all guides."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros import addresses

ALL = "search/all.json"
Synonyms = Sequence[tuple[Sequence[str], Sequence[str]]]
_OF_ALL = (addresses.COMPARE, addresses.DATA)
"""Pages about all guides: what they say changes with every guide"""
LAST = (addresses.DATA, addresses.ACCESSIBILITY, addresses.STAFF)
"""The pages of no guide that come after those of all guides"""
BRIEF = frozenset(("home", "terms", "choose", "choose-step", "choose-end", "for", "report", "changes", "data", "kids"))
"""Frames of a guide's pages that say in brief what another page says in full"""
_HEADINGS = ("h1", "h2", "h3")
_CELLS = ("p", "li", "td", "th", "dt", "dd", "tr", "div", "caption", "summary", "figcaption", "pre", "br")
_BLOCKS = frozenset((*_CELLS, *_HEADINGS, "ul", "ol", "dl", "table", "section", "aside", "h4", "h5", "h6"))
_NEVER = frozenset(("script", "style", "svg", "rt", "rp", "button", "form", "template"))
_LEAD = re.compile(r".{0,90}?(?:。|[.!?](?= |$))|.{0,90}$")
_BEGINNING = re.compile(r"(.{1,89}(?=[\s\u3000-\uffff])|.{89}).*")  # of a longer sentence, cut between words
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
            yield replace(one, text=_lead(one.text))


def _lead(text: str) -> str:
    lead = _LEAD.match(text)
    return lead.group() if lead else _BEGINNING.sub(r"\1…", text)


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


@dataclass(frozen=True)
class Found:
    """What some pages give to the indexes: their *heads* by address and their *sections*, in the order of the site.

    *town* says which guide they are of, if of one, *readings* how words of its texts are read; *synonyms* are everyday
    words for words of titles.
    """

    heads: Mapping[str, Head]
    sections: Sequence[Section]
    town: str = ""
    readings: Mapping[str, str] = field(default_factory=dict)
    synonyms: Synonyms = ()

    def written(self) -> str:
        """Give all of it as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def read(cls, text: str) -> Found:
        """Give what was *written*."""
        whole = json.loads(text)
        heads = {address: Head(*one) for address, one in whole["heads"].items()}
        sections = [Section(**{**one, "names": tuple(one["names"])}) for one in whole["sections"]]
        return cls(heads, sections, whole["town"], whole["readings"], whole["synonyms"])

    def only(self, wanted: Callable[[str], bool]) -> Found:
        """Give the same of the pages at *wanted* addresses."""
        heads = {address: head for address, head in self.heads.items() if wanted(address)}
        return replace(self, heads=heads, sections=[one for one in self.sections if one.page in heads])

    def light(self) -> Found:
        """Give the same with pages and records only, each with its first sentence."""
        return replace(self, sections=list(light(self.sections)), readings={})


def write(site: Path, shared: Found, guides: Iterable[tuple[str, Found]]) -> None:
    """Write every index below *site*, from what the pages of no guide and those of each of *guides*, in turn, give.

    Pages of no guide are in every index, but those that tell of all guides in that of all only: each town's words are
    found on its own pages.
    """
    first, last = shared.only(lambda address: address not in LAST), shared.only(lambda address: address in LAST)
    before, after = (one.only(lambda address: not address.startswith(_OF_ALL)) for one in (first, last))
    lights: dict[str, Found] = {}
    for guide, found in guides:
        _save(site / path(guide), (before, found, after), {guide: found.town}, shared.synonyms)
        lights[guide] = found.light()
    towns = {guide: found.town for guide, found in lights.items()}
    _save(site / ALL, (first, *lights.values(), last), towns, shared.synonyms)


def _save(target: Path, parts: Sequence[Found], towns: Mapping[str, str], synonyms: Synonyms) -> None:
    heads = {address: head for one in parts for address, head in one.heads.items()}
    sections = [section for one in parts for section in one.sections]
    readings = {word: reading for one in parts for word, reading in one.readings.items()}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(index(heads, sections, towns, readings, synonyms), encoding="utf-8", newline="\n")


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
