"""Where a page is written: fills the templates of overrides/fragments with records, words and addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Self, TypeVar
from urllib.parse import quote

from markupsafe import Markup

from macros import addresses
from macros.figures import bands, chart, spectrum
from macros.figures.lettering import unread
from macros.guideline.model import Action, Guide, Indicator, Library, Part, Repeat, Term, Text
from macros.guideline.model.vocabulary import StepWord
from macros.guideline.schedule import Cell, cells
from macros.guideline.text import filled, first_sentence, paragraphs
from macros.guideline.years import era_year, fiscal_year, fiscal_years, month
from macros.web import counts, held, kana
from macros.web.around import Around
from macros.web.files import DATA_FILES
from macros.web.kana import Reader, Readers
from macros.web.links import Glossary, Linker
from macros.web.made import finder
from macros.web.pages import Page, pages
from macros.web.templates import Templates
from macros.web.tools import TOOLS

T = TypeVar("T")
G = TypeVar("G", Guide, None)

_NOT_PLAIN = re.compile(r"[^\w]|_", re.ASCII)


class Desk:
    """Writes the pages of one *language* of a *library*."""

    def __init__(
        self,
        library: Library,
        language: str,
        readers: Readers,
        *,
        edit_base: str = "",
        site_url: str = "",
        units: Path | None = None,
        day: str = "",
    ) -> None:
        self.library = library
        self.language = language
        self.readers = readers
        self.edit_base = edit_base
        self.site_url = site_url
        self.made = finder(units, frozenset(guide.id for guide in library.guides))
        """Where files that are no pages (open data, paper) lie"""
        self.day = day
        """The day by which a plan is due or overdue (2026-11-21), where the build was given one"""
        self.templates = Templates(say=self.say)
        self._glossaries: dict[str, Glossary] = {}
        self._linkers: dict[str, Linker] = {}
        self._found: dict[tuple[object, str], Any] = {}
        self._kana: dict[tuple[str, str], str] = {}

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Every page there is, so that templates link only to what exists."""
        return frozenset(page.address for page in pages(self.library, self.language))

    def reader(self, guide: Guide | None) -> Reader:
        """Give what reads Japanese aloud for the pages of *guide*, or for those of no guide."""
        return self.readers(guide)

    def once(self, find: Callable[[Self, G], T], guide: G) -> T:
        """Give what *find* gives for *guide*, or for the pages of no guide, which is the same for all of them."""
        key = (find, guide.id if guide else "")
        if key not in self._found:
            self._found[key] = find(self, guide)
        found: T = self._found[key]
        return found

    def word(self, key: str, **values: object) -> str:
        """Give the interface word *key* of data/labels.yml, with *values* filled in."""
        return filled(self.say(self.library.labels.labels[key]), **values)

    def guide_name(self, guide: Guide) -> str:
        """Give the words that say which guide a search result is from."""
        town = self.word("guide_of", town=self.say(guide.front.municipality.name))
        return " | ".join(filter(None, (self._around.own_name(guide), town)))

    def say(self, text: Text) -> str:
        """Give *text* in this language, or in Japanese where it is not translated."""
        return text.written_in(self.language) or text.ja

    def heading(self, page: Page) -> Markup:
        """Write a page's first heading as Markdown that stays the same text."""
        self._linkers.pop(page.address, None)
        return Markup(held.plain(self._heading(1, page.heading or page.title, "sec_top")))

    def part(self, page: Page, name: str) -> Markup:
        """Fill the template *name* for *page*."""
        guide = self.library.guide(page.guide) if page.guide else None
        context = self._context(page, guide)
        if own := TOOLS.get(page.frame):
            context |= own(self, page, guide)
        return Markup(held.marked(self.templates.get_template(f"{name}.html").render(context)))

    def around(self, page: Page | None) -> dict[str, Any]:
        """Give the theme what surrounds *page*: marks, trail, navigation, the other language, notices."""
        return self._around.of(page)

    @cached_property
    def _around(self) -> Around:
        return Around(self.library, self.language, self.site_url, self.word, self.say)

    def _context(self, page: Page, guide: Guide | None) -> dict[str, Any]:
        linker = self._linkers.setdefault(page.address, Linker(*self._glossary(page, guide)))

        read = self.reading(guide)
        return {
            "guide": guide,
            "guides": self.library.guides,
            "vocabulary": self.library.vocabulary,
            "page": page,
            "language": self.language,
            "t": self.word,
            "say": self.say,
            "h": self._heading,
            "paragraphs": lambda text: [linker(words) for words in paragraphs(self.say(text))],
            "kana": lambda words: self._as_read(words, guide),
            "is_hard": lambda words: kana.is_hard(words, self.reader(guide)),
            "linked": lambda text: linker(self.say(text)),
            "first_sentence": lambda text: first_sentence(self.say(text)),
            "fallen_back": lambda text: text.written_in(self.language) is None,
            "url": lambda address: addresses.relative(page.address, address),
            "exists": lambda address: address in self.addresses,
            "to": _Targets(guide.id) if guide else None,
            "guide_home": addresses.guide_page,
            "year": lambda year: fiscal_year(year, self.language),
            "years": lambda first, last: fiscal_years(first, last, self.language),
            "short_year": lambda year: f"{year}年度" if self.language == "ja" else f"FY{year}",
            "era_year": era_year,
            "month": lambda date: month(date, self.language),
            "cells": self._cells(guide),
            "party": {word.id: word for word in self.library.vocabulary.parties},
            "step_words": self._step_words,
            "used_steps": self.once(_used_steps, guide) if guide else (),
            "plan_word": lambda level: self._plan_word(guide, level),
            "is_repeat": lambda sheet: isinstance(sheet, Repeat),
            "where": self._where,
            "spectrum": lambda: spectrum.drawing(guide, self.say, read) if guide and guide.zones else None,
            "strand_years": lambda: bands.years(guide.strands) if guide and guide.strands else (),
            "strand_cells": lambda stretch: bands.cells(guide.strands, stretch) if guide and guide.strands else (),
            "indicator_chart": lambda indicator: chart.indicator(indicator, self.language, read),
            "survey_chart": lambda survey: chart.survey(survey, self.say, read),
            "documents": {document.id: document for document in guide.front.documents} if guide else {},
            "terms_in_order": lambda guide: sorted(guide.definitions.terms, key=self._order),
            "plan_states": lambda field: guide is not None and counts.plan_states(guide, field),
            "plan_counts": counts.plan,
            "action_count": counts.actions_of,
            "collaboration_marks": counts.collaboration_marks,
            "indicator_sentence": self._indicator_sentence,
            "number": chart.number,
            "data_files": DATA_FILES,
        }

    def reading(self, guide: Guide | None) -> Callable[[str], str]:
        """Give what reads words for the figures on the pages of *guide*; they show readings on Japanese pages only."""
        return (lambda words: self._as_read(words, guide)) if self.language == "ja" else unread

    def _as_read(self, words: str, guide: Guide | None) -> str:
        """Give *words* as they are read on the pages of *guide*: many pages ask for the same."""
        key = (guide.id if guide else "", words)
        if key not in self._kana:
            self._kana[key] = kana.of(words, self.reader(guide))
        return self._kana[key]

    def _plan_word(self, guide: Guide | None, level: str) -> str:
        """Name a *level* of the plan (policy, policies, action, actions) as the guide's own document does."""
        words = guide.front.plan_words if guide else None
        own: Text | None = getattr(words, level, None)
        return self.say(own) if own else self.word(f"plan_{level}")

    def _order(self, term: Term) -> str:
        """Sort terms by reading in Japanese, by name otherwise."""
        return term.reading if self.language == "ja" else self.say(term.term).casefold()

    def _indicator_sentence(self, one: Indicator) -> str:
        """Say in words what an indicator's chart shows."""
        last = one.targets[-1]
        return self.word(
            f"indicator_{one.direction}",
            baseline=chart.number(one.baseline.value, one.unit),
            target=chart.number(last.value, one.unit),
            unit=self.say(one.unit),
            start=fiscal_year(one.baseline.year, self.language),
            end=fiscal_year(last.year, self.language),
        )

    def _glossary(self, page: Page, guide: Guide | None) -> tuple[Glossary, str]:
        if guide is None or page.frame == "terms":
            return Glossary(self.library.guides[0], self.language), ""
        if guide.id not in self._glossaries:
            self._glossaries[guide.id] = Glossary(guide, self.language)
        terms = addresses.guide_page(guide.id, "terms")
        target = addresses.relative(page.address, terms) if terms in self.addresses else ""
        return self._glossaries[guide.id], target

    def _cells(self, guide: Guide | None) -> Any:
        years = guide.years if guide else ()

        def of(action: Action) -> tuple[Cell, ...]:
            return cells(action, years, self.library.vocabulary)

        return of

    def _step_words(self, cell: Cell) -> str:
        """Say a cell's steps in words: as printed in Japanese, by the vocabulary's names otherwise."""
        if self.language == "ja":
            return "・".join(step.name.ja for step in cell.steps)
        names = [self.say(step.name) for step in cell.steps]
        return ", ".join([names[0], *(name[0].lower() + name[1:] for name in names[1:])])

    def _heading(self, level: int, text: Text | str, id: str, *, within: bool = False) -> Markup:
        """Write a heading as Markdown: every sign a character reference, so that no text becomes markup.

        What stands *within* the section above is found under that one's name in search.
        """
        words = text if isinstance(text, str) else self.say(text)
        safe = _NOT_PLAIN.sub(
            lambda sign: f"&#{ord(sign.group())};" if ord(sign.group()) < 128 else sign.group(), words
        )
        if isinstance(text, Text) and text.written_in(self.language) is None:
            safe = f'<span lang="ja">{safe}</span>'
        mark = ' data-search-elsewhere="1"' if within else ""
        return Markup(held.within("{} {} {{: #{}{} }}")).format("#" * level, Markup(safe), Markup(id), Markup(mark))

    def _where(self, record: Part) -> Mapping[str, str]:
        """Say in which line of which file *record* is written, with a link where there is an edit address."""
        place = record.place
        if place is None:
            return {}
        link = f"{self.edit_base.rstrip('/')}/{quote(place.file)}#L{place.line}" if self.edit_base else ""
        return {"file": place.file, "line": str(place.line), "link": link}


def _used_steps(desk: Desk, guide: Guide) -> tuple[StepWord, ...]:
    """Give the steps that the schedules of *guide* print."""
    return counts.used_steps(guide, desk.library.vocabulary)


class _Targets:
    """The addresses that templates of one guide link to."""

    def __init__(self, guide: str) -> None:
        self.guide = guide

    def page(self, name: str = "", section: str = "") -> str:
        address = addresses.guide_page(self.guide, name)
        return addresses.section(address, section) if section else address

    def action(self, guide: Guide, action: str) -> str:
        policy, _ = guide.home_of[action]
        return addresses.action_page(self.guide, policy.id, action)

    def group(self, party: str) -> str:
        return addresses.group_page(self.guide, party)

    def report(self, year: int) -> str:
        return addresses.report_page(self.guide, year)
