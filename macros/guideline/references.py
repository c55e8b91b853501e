"""What a record may point to: every id a guide refers to, where it is written, and where it must be found."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from macros.guideline.model import Guide, Library, Record, Repeat
from macros.guideline.problems import Place

Named = tuple[str, Place]


@dataclass(frozen=True)
class References:
    """The *names* written in one kind of field, the ids *known* and the file in which these stand."""

    names: tuple[Named, ...]
    known: Collection[str]
    where: str


def references(library: Library, guide: Guide) -> Iterator[References]:
    """Give every kind of reference of *guide*."""
    words, here = library.vocabulary, f"{guide.id}/"
    parties = [one.id for one in words.parties]
    actions, forms = guide.actions.values(), guide.form
    departments = f"{here}departments.yml"
    yield References(
        (
            *(
                (one, action.place_of("departments", at))
                for action in actions
                for at, one in enumerate(action.departments)
            ),
            *((contact.department, contact.place_of("department")) for contact in guide.front.contacts),
            *((one.successor, one.place_of("successor")) for one in guide.department.values() if one.successor),
        ),
        guide.department,
        departments,
    )
    yield References(
        (
            *(
                (one, action.place_of("implementers", at))
                for action in actions
                for at, one in enumerate(action.implementers)
            ),
            *((one, action.place_of("targets", at)) for action in actions for at, one in enumerate(action.targets)),
            *_same_as(guide.roles.roles if guide.roles else ()),
        ),
        parties,
        "vocabulary.yml (parties)",
    )
    yield References(
        (
            *((one, action.place_of("forms", at)) for action in actions for at, one in enumerate(action.forms)),
            *(
                (one, zone.place_of("forms", at))
                for zone in (guide.zones.zones if guide.zones else ())
                for at, one in enumerate(zone.forms)
            ),
        ),
        forms,
        f"{here}forms.yml",
    )
    yield References(
        tuple(
            (one, programme.place_of("actions", at))
            for programme in (guide.programmes.programmes if guide.programmes else ())
            for at, one in enumerate(programme.actions)
        ),
        guide.actions,
        f"{here}plan",
    )
    yield References(
        tuple(_same_as(guide.forms.forms if guide.forms else ())),
        [one.id for one in words.forms],
        "vocabulary.yml (forms)",
    )
    yield References(
        tuple(_same_as(guide.rules.rules if guide.rules else ())),
        [one.id for one in words.rules],
        "vocabulary.yml (rules)",
    )


def repeats(guide: Guide) -> Iterator[Named]:
    """Give the ids that the repeated sheets of the plan name, each with its place."""
    for _, _, sheet in guide.sheets:
        if isinstance(sheet, Repeat):
            yield sheet.repeats, sheet.place_of("repeats")


def _same_as(records: Collection[Record]) -> Iterator[Named]:
    for record in records:
        same: str | None = getattr(record, "same_as", None)
        if same:
            yield same, record.place_of("same_as")
