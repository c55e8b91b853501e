"""Count what a guide holds, for sentences on its pages."""

from __future__ import annotations

from dataclasses import dataclass

from macros.guideline.model import Action, Guide, Policy, Vocabulary
from macros.guideline.model.vocabulary import StepWord
from macros.guideline.schedule import steps_of

_CARRIED_OUT = ("実施", "一部実施")


@dataclass(frozen=True)
class PlanCounts:
    """How many actions a plan has, and how many of them it planned to carry out, to study only, or leaves in doubt."""

    actions: int
    carried_out: int
    studied: int
    uncertain: int


def plan(guide: Guide) -> PlanCounts:
    """Count the actions of *guide* by what their schedules print."""
    carried_out = sum(_is_carried_out(action) for action in guide.actions.values())
    return PlanCounts(
        actions=len(guide.actions),
        carried_out=carried_out,
        studied=sum(bool(action.schedule) for action in guide.actions.values()) - carried_out,
        uncertain=sum(any(one.field == "schedule" for one in action.uncertain) for action in guide.actions.values()),
    )


def actions_of(policy: Policy) -> int:
    """Count the distinct actions written under *policy*."""
    return sum(isinstance(sheet, Action) for _, sheet in policy.sheets)


def plan_states(guide: Guide, field: str) -> bool:
    """Say whether the plan states *field* (departments, implementers, targets) for any of its actions."""
    return any(getattr(action, field) for action in guide.actions.values())


def used_steps(guide: Guide, vocabulary: Vocabulary) -> tuple[StepWord, ...]:
    """Give the steps that the schedules of *guide* print, unsure readings included, in the vocabulary's order."""
    printed = {words for action in guide.actions.values() for words in action.schedule.values()}
    for action in guide.actions.values():
        for one in action.uncertain:
            for reading in one.readings:
                printed |= set(reading.values()) if isinstance(reading, dict) else set()
    used = {step.id for words in printed for step in steps_of(words, vocabulary)}
    return tuple(step for step in vocabulary.steps if step.id in used)


def collaboration_marks(guide: Guide) -> str:
    """Name the first and last zone that count as collaboration, as ②–④."""
    zones = guide.zones.zones if guide.zones else ()
    marks = [zone.mark for zone in zones if zone.mark and zone.collaboration == "yes"]
    return "–".join(dict.fromkeys((marks[0], marks[-1]))) if marks else ""


def _is_carried_out(action: Action) -> bool:
    return any(word in _CARRIED_OUT for printed in action.schedule.values() for word in printed.split("・"))
