"""What pages that follow a plan need beside the words all pages share: filters, standings, what is due, relations."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

from macros import addresses
from macros.guideline.due import Due, due
from macros.guideline.model import Action, Change, Guide
from macros.guideline.schedule import cells
from macros.guideline.standing import entries, latest, recorded_years, standing, tally
from macros.web import counts, names, plan

if TYPE_CHECKING:
    from macros.guideline.model.vocabulary import Word
    from macros.web.desk import Desk
    from macros.web.pages import Page

SIGNS = {
    "as-planned": "○",
    "late": "△",
    "changed": "⇄",
    "stopped": "×",
    "merged": "⊕",
    "done": "✓",
    "none": "–",
}
"""The sign of each state an action may stand in, so that states differ without colour"""
CHANGE_SIGNS = {"added": "+", "changed": "↻", "finished": "■", "removed": "−"}
EVALUATIONS = ("self", "mutual", "third-party")
_FILTERS = (("department", "departments"), ("implementer", "implementers"), ("target", "targets"))


def tools(desk: Desk, page: Page, guide: Guide | None) -> Mapping[str, Any]:
    """Give the names that the templates of the plan's pages use."""
    if guide is None:
        return {}
    return {
        "groups": desk.once(_groups, guide),
        "group_count": lambda id: sum(id in action.targets for action in guide.actions.values()),
        "filters": desk.once(_filters, guide),
        "row": lambda action: plan.row(action, cells(action, guide.years, desk.library.vocabulary)),
        "entries": entries,
        "latest": latest,
        "standing": standing,
        "tally": lambda year: tally(guide, year),
        "recorded_years": recorded_years(guide),
        "state_sign": SIGNS.__getitem__,
        "evaluation_kinds": EVALUATIONS,
        "due": desk.once(_due, guide) if desk.day else None,
        "cell_of": lambda action, year: cells(action, (year,), desk.library.vocabulary)[0],
        "of_record": page.record,
        "programmes_of": lambda action: _naming(guide.programmes and guide.programmes.programmes, action),
        "cases_of": lambda action: _naming(guide.cases and guide.cases.cases, action),
        "party_page": lambda id: _role_address(guide, id),
        "printed_again": lambda action: [
            (policy, sheet) for policy, _, sheet in guide.sheets if getattr(sheet, "repeats", "") == action.id
        ],
    }


def news(desk: Desk, _: Page, guide: Guide | None) -> Mapping[str, Any]:
    """Give the names that the page of what changed uses."""
    if guide is None or guide.changes is None:
        return {}
    newest = sorted(guide.changes.changes, key=lambda one: one.date, reverse=True)
    known = names.record_sections(guide)

    def page_of(change: Change) -> str:
        """Give where the change is to be seen, as long as it is there."""
        if change.page is None:
            return ""
        name, _, anchor = change.page.partition("#")
        page = addresses.guide_page(guide.id, name)
        section = addresses.section(page, anchor)
        return "" if page not in desk.addresses else section if section in known else page

    return {
        "changes_by_day": [(date, list(listed)) for date, listed in groupby(newest, key=lambda one: one.date)],
        "change_sign": CHANGE_SIGNS.__getitem__,
        "page_of": page_of,
        "feed": addresses.feed(guide.id),
    }


def _groups(desk: Desk, guide: Guide) -> tuple[Word, ...]:
    return plan.groups(guide, desk.library.vocabulary)


def _due(desk: Desk, guide: Guide) -> Due | None:
    return due(guide, desk.library.vocabulary, desk.day)


def _filters(desk: Desk, guide: Guide) -> tuple[tuple[str, str, tuple[plan.Choice, ...]], ...]:
    """Give each filter that makes sense for *guide*: its name in the address, its label, and its choices."""
    words = desk.library.vocabulary
    names = {one.id: one.name for one in words.parties} | {id: one.name for id, one in guide.department.items()}
    order = {"departments": list(guide.department), "implementers": [one.id for one in words.parties]}
    found = []
    for name, field in _FILTERS:
        used = plan.used(guide, field)
        listed = [id for id in order.get(field, order["implementers"]) if id in used]
        found.append((name, desk.word(field), tuple(plan.Choice(id, desk.say(names[id])) for id in listed)))
    steps = [plan.Choice(step.id, desk.say(step.name)) for step in counts.used_steps(guide, words)]
    if counts.plan(guide).uncertain:
        steps.append(plan.Choice(plan.UNCERTAIN, desk.word("uncertain")))
    years = tuple(plan.Choice(str(year), desk.say(plan.year_text(year))) for year in guide.years)
    found += [("step", desk.word("step"), tuple(steps)), ("year", desk.word("fiscal_year"), years)]
    return tuple((name, label, choices) for name, label, choices in found if choices)


def _naming(records: Any, action: Action) -> list[Any]:
    """Give those of *records* (programmes, cases) that name *action*."""
    return [record for record in records or () if action.id in record.actions]


def _role_address(guide: Guide, party: str) -> str:
    """Give the address of the role that the plan calls *party*, or nothing where the document has no such role."""
    for role in guide.roles.roles if guide.roles else ():
        if role.same_as == party:
            return addresses.section(addresses.guide_page(guide.id, "roles"), role.id)
    return ""
