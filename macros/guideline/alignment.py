"""Align what cities name differently: one matrix each of forms, rules, roles, zones and effects by guide.

    matrix(library, "forms").rows[0].cells[0].fits[0].own   # the city's own words for one idea of vocabulary.yml

An alignment is ours, never the cities': each says why, in its data (`same_why`) or because the names are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from macros.guideline.model import Effect, Form, Guide, Library, Mention, Role, Rule, Text, Vocabulary, Zone
from macros.guideline.model.vocabulary import Word

Aligned = Form | Rule | Role | Zone | Effect
Relation = Literal["same", "part", "mentioned"]
"""same: the same idea; part: folded into another one; mentioned: outside the document's own list"""
Ground = Literal["written", "name", "alias", "lead", "none"]
"""Why two are aligned: as written in the data, the same name, a listed alias, who leads; or nothing says why"""
Silence = Literal["document", "summary", "lost"]


@dataclass(frozen=True)
class Kind:
    """One kind of idea: its *words* in the vocabulary and the *records* of a guide that are aligned with them."""

    name: str
    words: Callable[[Vocabulary], Sequence[Word]]
    records: Callable[[Guide], Sequence[Aligned]]


@dataclass(frozen=True)
class Fit:
    """How a *record* of a guide (or a *mention* elsewhere in it) stands to an idea, and why we say so."""

    relation: Relation
    ground: Ground
    record: Aligned | None = None
    mention: Mention | None = None

    @property
    def own(self) -> Text:
        """The city's own words; for a mention, where and how the document touches on the idea."""
        return self.mention.text if self.mention else self.record.title  # type: ignore[union-attr]  # one is there

    @property
    def why(self) -> Text | None:
        """The reason as written in the data."""
        return self.record.same_why if self.record else None


@dataclass(frozen=True)
class Cell:
    """What one *guide* has for one idea, or in which way it is silent."""

    guide: Guide
    fits: tuple[Fit, ...]
    silence: Silence | None


@dataclass(frozen=True)
class Row:
    """One idea of the vocabulary across the guides."""

    idea: Word
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Matrix:
    """Ideas by guide; *own* gives each guide's records that are aligned with no idea, in the order of *guides*."""

    kind: Kind
    guides: tuple[Guide, ...]
    rows: tuple[Row, ...]
    own: tuple[tuple[Aligned, ...], ...]


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("forms", lambda words: words.forms, lambda guide: guide.forms.forms if guide.forms else ()),
        Kind("rules", lambda words: words.rules, lambda guide: guide.rules.rules if guide.rules else ()),
        Kind("roles", lambda words: words.parties, lambda guide: guide.roles.roles if guide.roles else ()),
        Kind("zones", lambda words: words.zones, lambda guide: guide.zones.zones if guide.zones else ()),
        Kind("effects", lambda words: words.effects, lambda guide: guide.effects.items if guide.effects else ()),
    )
}


def compared(library: Library) -> tuple[Guide, ...]:
    """Give the guides that can be set side by side, as municipal codes run (north to south), unknown codes last."""
    whole = (guide for guide in library.guides if guide.whole)
    return tuple(sorted(whole, key=lambda one: (one.front.municipality.code or "~", one.id)))


def matrix(library: Library, kind: str) -> Matrix:
    """Set the guides of *library* side by side, idea by idea; ideas that no guide has are left out."""
    guides = compared(library)
    chosen = KINDS[kind]
    rows = (
        Row(idea, tuple(_cell(chosen, idea, guide) for guide in guides)) for idea in chosen.words(library.vocabulary)
    )
    return Matrix(
        chosen,
        guides,
        tuple(row for row in rows if any(fit.record for cell in row.cells for fit in cell.fits)),
        tuple(tuple(one for one in chosen.records(guide) if not aligned(one)) for guide in guides),
    )


def aligned(record: Aligned) -> tuple[str, ...]:
    """Give the ids of the ideas that *record* is aligned with, the one it equals first."""
    if isinstance(record, Zone):
        return (record.lead,)
    return (*((record.same_as,) if record.same_as else ()), *record.includes)


def ground(record: Aligned, idea: Word) -> Ground:
    """Say why *record* is aligned with *idea*."""
    if record.same_why:
        return "written"
    if isinstance(record, Zone):
        return "lead"
    if record.same_as != idea.id:
        return "none"
    return "name" if record.title.ja == idea.name.ja else "alias" if record.title.ja in idea.aliases else "none"


def groundless(library: Library, guide: Guide) -> Iterator[tuple[Aligned, Word]]:
    """Give the alignments of *guide* for which nothing says why."""
    for kind in KINDS.values():
        ideas = {idea.id: idea for idea in kind.words(library.vocabulary)}
        for record in kind.records(guide):
            for id in aligned(record):
                if id in ideas and ground(record, ideas[id]) == "none":
                    yield record, ideas[id]


def _cell(kind: Kind, idea: Word, guide: Guide) -> Cell:
    fits = (*_fits(kind.records(guide), idea), *_mentioned(guide, kind, idea))
    return Cell(guide, fits, None if fits else silence(kind, guide))


def _fits(records: Iterable[Aligned], idea: Word) -> Iterator[Fit]:
    for record in records:
        ideas = aligned(record)
        if idea.id in ideas:
            same = isinstance(record, Zone) or record.same_as == idea.id
            yield Fit("same" if same else "part", ground(record, idea), record)


def _mentioned(guide: Guide, kind: Kind, idea: Word) -> Iterator[Fit]:
    for one in guide.mentions.mentions if guide.mentions else ():
        if (one.kind, one.idea) == (kind.name, idea.id):
            yield Fit("mentioned", "written", mention=one)


def silence(kind: Kind, guide: Guide) -> Silence:
    """Say how *guide* is silent: the figure is lost, a summary leaves it out, or the document does not say it."""
    if not kind.records(guide) and any(lost.holds == kind.name for lost in guide.front.lost):
        return "lost"
    return "summary" if guide.front.kind == "summary" else "document"
