"""Write what one guide says as a document of the API."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from macros import addresses
from macros.guideline.model import Action, Guide, Library, Measure, Repeat
from macros.guideline.schedule import cells
from macros.opendata import document, records
from macros.opendata.alignments import alignments

_FRONT = (
    *("id", "municipality", "title", "reading", "short_title", "kind", "status", "state", "official", "slogan"),
    *("lead", "making", "plan_words", "documents", "full_version", "periods", "sdgs"),
)
_WITH_INTRO = (
    *("background", "effects", "cautions", "methods", "forms", "fields", "roles", "rules"),
    *("indicators", "organisations", "cases"),
)

Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True)
class Writer:
    """Writes what one guide, *whole*, says, with addresses below *home*."""

    library: Library
    whole: Guide
    home: str

    def content(self) -> dict[str, Any]:
        """Give everything that the guide itself says."""
        return {
            "api": document.VERSION,
            "url": self.home + addresses.guide_page(self.whole.id),
            **self._front(),
            **self._ideas(),
            **self._plan(),
            "intros": tuple(self._intros()),
            "alignments": alignments(self.library, self.whole, self.home),
            "vocabulary": self._words(),
        }

    def _front(self) -> dict[str, Any]:
        front = self.whole.front
        return {
            **{name: getattr(front, name) for name in _FRONT},
            "purposes": self._placed(records.Statement, "purposes", front.purposes),
            "position": self._placed(records.Statement, "position", front.position),
            "goals": self._placed(records.Statement, "goals", front.goals),
            "appeal": self._appeal(),
            "related": self._placed(records.Related, "related", front.related),
            "contacts": self._placed(records.Contact, "contacts", front.contacts),
            "departments": tuple(self.whole.department.values()),
            "lost": self._placed(records.LostFigure, "lost", front.lost),
        }

    def _appeal(self) -> records.Statement | None:
        appeal = self.whole.front.appeal
        address = addresses.section(addresses.guide_page(self.whole.id, "about"), "sec_appeal")
        return filled(records.Statement, appeal, url=self.home + address) if appeal else None

    def _ideas(self) -> dict[str, Any]:
        one, placed = self.whole, self._placed
        told = one.definitions
        return {
            "background": placed(records.Passage, "background", one.background.items if one.background else ()),
            "definitions": placed(records.Definition, "definitions", told.definitions if told else ()),
            "requirements": placed(records.Requirements, "requirements", told.requirements if told else ()),
            "ideas": placed(records.Passage, "ideas", told.ideas if told else ()),
            "terms": placed(records.Term, "terms", told.terms if told else ()),
            "effects": placed(records.Effect, "effects", one.effects.items if one.effects else ()),
            "cautions": placed(records.Passage, "cautions", one.cautions.items if one.cautions else ()),
            "methods": placed(records.Passage, "methods", one.methods.items if one.methods else ()),
            "spectrum": one.zones.spectrum if one.zones else None,
            "zones": placed(records.Zone, "zones", one.zones.zones if one.zones else ()),
            "forms": placed(records.Form, "forms", one.form.values()),
            "forms_common": one.forms.common if one.forms else (),
            "fields": placed(records.SuitedField, "fields", one.fields.fields if one.fields else ()),
            "roles": placed(records.Role, "roles", one.roles.roles if one.roles else ()),
            "rules": placed(records.Rule, "rules", one.rules.rules if one.rules else ()),
        }

    def _plan(self) -> dict[str, Any]:
        one, placed = self.whole, self._placed
        return {
            "policies": placed(records.Policy, "policies", one.policies),
            "measures": tuple(self._measure(policy.id, measure) for policy, measure in one.measures()),
            "actions": tuple(self._actions()),
            "timetable": filled(document.Timetable, one.strands) if one.strands else None,
            "strands": placed(records.Strand, "strands", one.strands.strands if one.strands else ()),
            "indicators": placed(records.Indicator, "indicators", one.indicators.indicators if one.indicators else ()),
            "surveys": placed(records.Survey, "surveys", one.surveys.surveys if one.surveys else ()),
            "organisations": placed(
                records.Organisation, "organisations", one.organisations.organisations if one.organisations else ()
            ),
            "cycle": next(iter(self._cycle()), None),
            "programmes": placed(records.Programme, "programmes", one.programmes.programmes if one.programmes else ()),
            "cases": placed(records.Case, "cases", one.cases.cases if one.cases else ()),
        }

    def _cycle(self) -> tuple[records.Cycle, ...]:
        cycle = self.whole.organisations.cycle if self.whole.organisations else None
        return self._placed(records.Cycle, "cycle", [cycle] if cycle else ())

    def _measure(self, policy: str, measure: Measure) -> records.Measure:
        address = addresses.section(addresses.policy_page(self.whole.id, policy), f"measure_{measure.id}")
        return filled(records.Measure, measure, policy=policy, url=self.home + address)

    def _actions(self) -> Iterator[records.Action]:
        for policy, measure, sheet in self.whole.sheets:
            action = self.whole.actions[sheet.repeats] if isinstance(sheet, Repeat) else sheet
            yield filled(
                records.Action,
                action,
                **(self._again(policy.id, sheet) if isinstance(sheet, Repeat) else self._first(policy.id, sheet)),
                policy=policy.id,
                measure=measure.id if measure else None,
                schedule=self._schedule(action),
            )

    def _first(self, policy: str, action: Action) -> dict[str, Any]:
        """Give what is an action's own where it is printed first."""
        return {"repeats": None, "url": self.home + addresses.action_page(self.whole.id, policy, action.id)}

    def _again(self, policy: str, sheet: Repeat) -> dict[str, Any]:
        """Give what differs where an action is printed again."""
        page = addresses.policy_page(self.whole.id, policy)
        return {
            "id": f"{policy}.{sheet.repeats}",
            "repeats": sheet.repeats,
            "number": sheet.number,
            "source": sheet.source,
            "variants": sheet.variants,
            "notes": sheet.notes,
            "url": self.home + addresses.section(page, f"again_{sheet.repeats}"),
        }

    def _schedule(self, action: Action) -> tuple[records.Year, ...]:
        """Give the years that print something, or in doubt may print something."""
        return tuple(
            records.Year(
                year=cell.year,
                printed=cell.printed or None,
                step=cell.steps[-1].id if cell.steps else None,
                steps=tuple(step.id for step in cell.steps),
                uncertain=cell.uncertain,
            )
            for cell in cells(action, self.whole.years, self.library.vocabulary)
            if cell.printed or cell.uncertain
        )

    def _intros(self) -> Iterator[document.Intro]:
        for name in _WITH_INTRO:
            if intro := getattr(getattr(self.whole, name), "intro", None):
                yield document.Intro(id=name, text=intro)

    def _words(self) -> document.Words:
        words = self.library.vocabulary
        return document.Words(
            **{
                kind: tuple(filled(document.SharedWord, word) for word in getattr(words, kind))
                for kind in ("parties", "forms", "rules", "zones", "effects")
            },
            steps=tuple(filled(document.SharedStep, step) for step in words.steps),
        )

    def _placed(self, shape: type[Shape], kind: str, found: Iterable[Any]) -> tuple[Shape, ...]:
        """Give records of the model as published ones, with the addresses of their sections."""
        return tuple(filled(shape, one, url=self.home + addresses.record(self.whole.id, kind, one.id)) for one in found)


def filled(shape: type[Shape], record: BaseModel, **more: Any) -> Shape:
    """Give *record* with *more* as a published one; its values were checked when the model was read."""
    own = {name: getattr(record, name) for name in shape.model_fields if name not in more and name != "place"}
    return shape.model_construct(**own, **more)
