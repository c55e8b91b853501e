"""Say which records of the guides stand for the same shared idea, why, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from macros import addresses
from macros.guideline.model import Guide, Library, Text
from macros.guideline.model.ideas import Effect, Form, Role, Rule
from macros.guideline.model.vocabulary import Word
from macros.opendata.document import Alignment

_Aligned = Form | Rule | Role | Effect


def alignments(library: Library, guide: Guide, home: str) -> tuple[Alignment, ...]:
    """Give every correspondence of *guide*'s records with a shared idea; *home* is where the site is published."""
    return (*_named(library, guide, home), *_zones(library, guide, home))


def _named(library: Library, guide: Guide, home: str) -> Iterator[Alignment]:
    labels = library.labels.labels
    for kind, records, words in _kinds(library, guide):
        known = {word.id: word for word in words}
        for record in records:
            shared = [(record.same_as, "same")] if record.same_as else []
            for idea, relation in (*shared, *((one, "part") for one in record.includes)):
                named = _is_name(record.title, known[idea]) and relation == "same"
                yield Alignment(
                    kind=kind,
                    idea=idea,
                    idea_name=known[idea].name,
                    guide=guide.id,
                    record=record.id,
                    title=record.title,
                    relation=relation,
                    confidence="named" if named else "judged",
                    reason=record.same_why or labels["opendata_same_name" if named else "opendata_judged"],
                    url=home + addresses.record(guide.id, kind, record.id),
                )


def _zones(library: Library, guide: Guide, home: str) -> Iterator[Alignment]:
    known = {word.id: word for word in library.vocabulary.zones}
    for zone in guide.zones.zones if guide.zones else ():
        yield Alignment(
            kind="zones",
            idea=zone.lead,
            idea_name=known[zone.lead].name,
            guide=guide.id,
            record=zone.id,
            title=zone.title,
            relation="same",
            confidence="judged",
            reason=zone.same_why or library.labels.labels["opendata_judged"],
            url=home + addresses.record(guide.id, "zones", zone.id),
        )


def _kinds(
    library: Library, guide: Guide
) -> Iterator[tuple[Literal["forms", "rules", "roles", "effects"], tuple[_Aligned, ...], tuple[Word, ...]]]:
    words = library.vocabulary
    yield "forms", guide.forms.forms if guide.forms else (), words.forms
    yield "rules", guide.rules.rules if guide.rules else (), words.rules
    yield "roles", guide.roles.roles if guide.roles else (), words.parties
    yield "effects", guide.effects.items if guide.effects else (), words.effects


def _is_name(title: Text, word: Word) -> bool:
    return title.ja in (word.name.ja, *word.aliases)
