"""Publish which records of a guide stand for the same shared idea, why, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator

from macros import addresses
from macros.guideline.alignment import KINDS, Aligned, Ground, Kind, aligned, ground
from macros.guideline.model import Guide, Library, Text, Zone
from macros.guideline.model.vocabulary import Word
from macros.guideline.text import filled
from macros.opendata.document import Alignment

_NAMED: tuple[Ground, ...] = ("name", "alias")


def alignments(library: Library, guide: Guide, home: str) -> tuple[Alignment, ...]:
    """Give every correspondence of *guide* with a shared idea; *home* is where the site is published."""
    return tuple(
        one
        for kind in KINDS.values()
        for one in (*_of_records(library, guide, kind, home), *_of_mentions(library, guide, kind, home))
    )


def _of_records(library: Library, guide: Guide, kind: Kind, home: str) -> Iterator[Alignment]:
    ideas = {idea.id: idea for idea in kind.words(library.vocabulary)}
    for record in kind.records(guide):
        for id in aligned(record):
            why = ground(record, ideas[id])
            yield Alignment(
                kind=kind.name,
                idea=id,
                idea_name=ideas[id].name,
                guide=guide.id,
                record=record.id,
                title=record.title,
                relation="same" if isinstance(record, Zone) or record.same_as == id else "part",
                confidence="named" if why in _NAMED else "judged",
                reason=_reason(library, record, ideas[id], why),
                url=home + addresses.record(guide.id, kind.name, record.id),
            )


def _of_mentions(library: Library, guide: Guide, kind: Kind, home: str) -> Iterator[Alignment]:
    """Give what the document touches on outside its list; where and how it does is the reason."""
    ideas = {idea.id: idea for idea in kind.words(library.vocabulary)}
    for mention in guide.mentions.mentions if guide.mentions else ():
        if mention.kind == kind.name:
            page = addresses.guide_page(guide.id, mention.page)
            yield Alignment(
                kind=kind.name,
                idea=mention.idea,
                idea_name=ideas[mention.idea].name,
                guide=guide.id,
                record=None,
                title=mention.text,
                relation="mentioned",
                confidence="judged",
                reason=mention.text,
                url=home + (addresses.section(page, mention.section) if mention.section else page),
            )


def _reason(library: Library, record: Aligned, idea: Word, why: Ground) -> Text:
    """Give the reason written in the data, or say what the names or the zone's lead show."""
    if record.same_why:
        return record.same_why
    label = library.labels.labels[f"compare_why_{why}"]
    said = {language: label.written_in(language) or label.ja for language in ("ja", "en")}
    names = {"ja": idea.name.ja, "en": idea.name.written_in("en") or idea.name.ja}
    return Text(ja=filled(said["ja"], name=names["ja"]), en=filled(said["en"], name=names["en"]))
