"""What a record may point to: every id a guide refers to, where it is written, and where it must be found."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from macros.guideline.alignment import KINDS
from macros.guideline.model import Effect, Form, Guide, Library, Repeat, Role, Rule
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
    zones = guide.zones.zones if guide.zones else ()
    cases = guide.cases.cases if guide.cases else ()
    programmes = guide.programmes.programmes if guide.programmes else ()
    questions = guide.choose.questions if guide.choose else ()
    answers = [answer for question in questions for answer in question.answers]
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
            *(
                (one.party, one.place_of("party"))
                for one in (guide.definitions.requirements if guide.definitions else ())
                if one.party
            ),
        ),
        parties,
        "vocabulary.yml (parties)",
    )
    yield References(
        (
            *((one, action.place_of("forms", at)) for action in actions for at, one in enumerate(action.forms)),
            *((one, zone.place_of("forms", at)) for zone in zones for at, one in enumerate(zone.forms)),
            *((one, case.place_of("forms", at)) for case in cases for at, one in enumerate(case.forms)),
            *((one.form, one.place_of("form")) for answer in answers for one in answer.speaks_for),
            *(
                (one, answer.end.place_of("forms", at))
                for answer in answers
                if answer.end
                for at, one in enumerate(answer.end.forms)
            ),
        ),
        forms,
        f"{here}forms.yml",
    )
    yield References(
        tuple((one, action.place_of("rules", at)) for action in actions for at, one in enumerate(action.rules)),
        [rule.id for rule in (guide.rules.rules if guide.rules else ())],
        f"{here}rules.yml",
    )
    yield References(
        (
            *(
                (one, programme.place_of("actions", at))
                for programme in programmes
                for at, one in enumerate(programme.actions)
            ),
            *((one, case.place_of("actions", at)) for case in cases for at, one in enumerate(case.actions)),
        ),
        guide.actions,
        f"{here}plan",
    )
    yield References(
        tuple((case.programme, case.place_of("programme")) for case in cases if case.programme),
        [programme.id for programme in programmes],
        f"{here}programmes.yml",
    )
    yield References(
        (
            *((case.zone, case.place_of("zone")) for case in cases if case.zone),
            *(
                (one, band.place_of("zones", at))
                for band in (guide.zones.spectrum.bands if guide.zones else ())
                for at, one in enumerate(band.zones)
            ),
        ),
        [zone.id for zone in zones],
        f"{here}zones.yml",
    )
    yield References(
        tuple((one.related, one.place_of("related")) for action in actions for one in action.passages),
        [one.id for one in guide.front.related],
        f"{here}guide.yml (related)",
    )
    yield References(
        tuple((answer.next, answer.place_of("next")) for answer in answers if answer.next),
        [question.id for question in questions],
        f"{here}choose.yml",
    )
    yield References(
        tuple((zone.lead, zone.place_of("lead")) for zone in zones),
        [one.id for one in words.zones],
        "vocabulary.yml (zones)",
    )
    yield References(
        tuple(_same_as(guide.effects.items if guide.effects else ())),
        [one.id for one in words.effects],
        "vocabulary.yml (effects)",
    )
    for kind in KINDS.values():
        yield References(
            tuple(
                (one.idea, one.place_of("idea"))
                for one in (guide.mentions.mentions if guide.mentions else ())
                if one.kind == kind.name
            ),
            [one.id for one in kind.words(words)],
            f"vocabulary.yml ({'parties' if kind.name == 'roles' else kind.name})",
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


def _same_as(records: Collection[Effect | Form | Role | Rule]) -> Iterator[Named]:
    for record in records:
        if record.same_as:
            yield record.same_as, record.place_of("same_as")
        for at, one in enumerate(record.includes):
            yield one, record.place_of("includes", at)
