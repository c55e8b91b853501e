"""By which other words the sections of a guide are found: readings, the other language, aliases, everyday synonyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Any

from macros import addresses
from macros.furigana.cache import Cache
from macros.furigana.furigana import CACHE
from macros.guideline.model import Guide, Library, Text

_KANJI = re.compile(r"[\u3400-\u9fff々〆]")
_KANJI_RUN = re.compile(r"[\u3400-\u9fff々]{2,}")
_PARTS = "words"
_BRACKETS = re.compile(r"[（(].*?[）)]")


@dataclass(frozen=True)
class _Named:
    """A section that a record makes: its address, its title, and what the record says it is also called."""

    address: str
    title: Text
    reading: str = ""
    also: tuple[str, ...] = ()


def names(library: Library, guide: Guide, language: str) -> Mapping[str, tuple[str, ...]]:
    """Give, by section address, the words that find it beside its title, the likeliest first."""
    spell = Speller(guide)
    found: dict[str, tuple[str, ...]] = {}
    for one in _named(library, guide):
        own = one.title.written_in(language) or one.title.ja
        listed = [
            one.reading or spell(one.title.ja),
            *(text for text in (one.title.ja, one.title.en) if text),
            *(name for word in one.also for name in (word, spell(word))),
        ]
        found[one.address] = tuple(dict.fromkeys(name.replace("|", " ") for name in listed if name and name != own))
    return found


def record_sections(guide: Guide) -> frozenset[str]:
    """Give the address of every section that a record of a list makes."""
    return frozenset(
        addresses.section(addresses.guide_page(guide.id, page), f"{prefix}{one.id}")
        for page, prefix, records in (
            *_lists(guide),
            ("contact", "", guide.front.contacts),
            ("cases", "", _cases(guide)),
        )
        for one in records
    )


def _cases(guide: Guide) -> Iterable[Any]:
    return guide.cases.cases if guide.cases else ()


def synonyms(library: Library) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Give the words of the data with the everyday words, and their readings, by which people look for them."""
    spell = Speller(None)
    return tuple(
        (one.words, tuple(dict.fromkeys(name for word in one.also for name in (word, spell(word)) if name)))
        for one in library.vocabulary.synonyms
    )


class Speller:
    """Writes words in hiragana, the terms of a guide by the readings written in its data."""

    def __init__(self, guide: Guide | None) -> None:
        terms = guide.definitions.terms if guide and guide.definitions else ()
        readings = {term.term.ja: term.reading for term in terms}
        readings |= {one.name.ja: one.reading for one in guide.department.values()} if guide else {}
        self.readings = {word: reading for word, reading in readings.items() if _KANJI.search(word)}
        known = "|".join(re.escape(word) for word in sorted(self.readings, key=len, reverse=True))
        self.known = re.compile(f"({known})") if known else None

    def __call__(self, words: str) -> str:
        """Give the reading of *words*, or nothing where they hold no kanji."""
        if not _KANJI.search(words):
            return ""
        plain = _BRACKETS.sub("", words)
        parts = self.known.split(plain) if self.known else [plain]
        return "".join(self.readings.get(part) or _spelt(part) for part in parts)


def readings(texts: Iterable[str]) -> dict[str, str]:
    """Give the reading of every word of two or more kanji in *texts*."""
    runs = sorted({run for text in texts for run in _KANJI_RUN.findall(text)})
    _kept().fetch((_PARTS, run) for run in runs)
    return {written: reading for run in runs for written, reading in _parts(run) if len(written) > 1}


def _spelt(words: str) -> str:
    return "".join(reading for _, reading in _parts(words)) if words else ""


def _parts(words: str) -> Sequence[Sequence[str]]:
    """Cut *words* into parts, each with its reading in hiragana."""
    known: Sequence[Sequence[str]] | None = _kept().get(_PARTS, words)
    if known is None:
        from macros.furigana.kakasi import heard  # its dictionary is large; what is known already does without

        known = tuple(word for _, word in heard(words))
        _kept().put(_PARTS, words, known)
    return known


@cache
def _kept() -> Cache:
    return Cache(CACHE, f"names-{version('pykakasi')}")


def _named(library: Library, guide: Guide) -> Iterator[_Named]:
    """Give every section that a record makes."""
    for page, prefix, records in _lists(guide):
        for one in records:
            title = getattr(one, "term", None) or one.title
            also = (*getattr(one, "aliases", ()), *_shared(library, one))
            address = addresses.section(addresses.guide_page(guide.id, page), f"{prefix}{one.id}")
            yield _Named(address, title, getattr(one, "reading", None) or "", also)
    yield from _of_plan(guide)
    yield from _of_contacts(library, guide)
    front = guide.front
    called = (front.slogan.ja, front.short_title.ja, front.municipality.name.ja)
    yield _Named(addresses.guide_page(guide.id), front.title, front.reading, called)


def _lists(guide: Guide) -> Iterator[tuple[str, str, Iterable[Any]]]:
    """Give each list of records with its page and what its ids begin with on that page."""
    front, ideas, bodies = guide.front, guide.definitions, guide.organisations
    yield "about", "purpose_", front.purposes
    yield "about", "background_", guide.background.items if guide.background else ()
    yield "about", "goal_", front.goals
    yield "about", "position_", front.position
    yield "about", "related_", front.related
    yield "definitions", "", ideas.definitions if ideas else ()
    yield "definitions", "effect_", guide.effects.items if guide.effects else ()
    yield "definitions", "field_", guide.fields.fields if guide.fields else ()
    yield "definitions", "caution_", guide.cautions.items if guide.cautions else ()
    yield "definitions", "idea_", ideas.ideas if ideas else ()
    yield "forms", "", guide.forms.forms if guide.forms else ()
    yield "roles", "", guide.roles.roles if guide.roles else ()
    yield "rules", "", guide.rules.rules if guide.rules else ()
    yield "indicators", "", guide.indicators.indicators if guide.indicators else ()
    yield "indicators", "survey_", guide.surveys.surveys if guide.surveys else ()
    yield "organisations", "", bodies.organisations if bodies else ()
    yield "organisations", "cycle_", (bodies.cycle,) if bodies and bodies.cycle else ()
    yield "programmes", "", guide.programmes.programmes if guide.programmes else ()
    yield "terms", "", ideas.terms if ideas else ()


def _shared(library: Library, record: Any) -> tuple[str, ...]:
    """Give what other towns call the same idea."""
    same = getattr(record, "same_as", None)
    words = (*library.vocabulary.parties, *library.vocabulary.forms, *library.vocabulary.rules)
    found = [word for word in words if same and word.id == same]
    return tuple(name for word in found for name in (word.name.ja, word.name.en, *word.aliases) if name)


def _of_plan(guide: Guide) -> Iterator[_Named]:
    for policy in guide.policies:
        page = addresses.policy_page(guide.id, policy.id)
        yield _Named(page, policy.title, also=(policy.short_title.ja,))
        for measure in policy.measures:
            yield _Named(addresses.section(page, f"measure_{measure.id}"), measure.title)
    for id, action in guide.actions.items():
        policy = guide.home_of[id][0]
        yield _Named(addresses.action_page(guide.id, policy.id, id), action.title)


def _of_contacts(library: Library, guide: Guide) -> Iterator[_Named]:
    page = addresses.guide_page(guide.id, "contact")
    labels = library.labels.labels
    for contact in guide.front.contacts:
        department = guide.department[contact.department]
        asked = [labels[key] for key in ("contact", "telephone", "fax", "email", "address")]
        also = tuple(word for label in asked for word in (label.ja, label.en) if word)
        yield _Named(addresses.section(page, contact.id), department.name, department.reading, also)
    if guide.departments:
        words = [name for one in guide.departments.departments for name in (one.name.ja, one.reading)]
        yield _Named(addresses.section(page, "sec_departments"), labels["all_departments"], also=tuple(words))
