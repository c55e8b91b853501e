"""Count what a guide holds, for sentences on its pages."""

from __future__ import annotations

from dataclasses import dataclass

from macros.guideline.model import Action, Guide, Policy

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
        studied=len(guide.actions) - carried_out,
        uncertain=sum(any(one.field == "schedule" for one in action.uncertain) for action in guide.actions.values()),
    )


def actions_of(policy: Policy) -> int:
    """Count the distinct actions written under *policy*."""
    return sum(isinstance(sheet, Action) for measure in policy.measures for sheet in measure.actions)


def collaboration_marks(guide: Guide) -> str:
    """Name the first and last zone that count as collaboration, as ②–④."""
    marks = [zone.mark for zone in guide.zones.zones if zone.collaboration == "yes"] if guide.zones else []
    return "–".join(dict.fromkeys((marks[0], marks[-1]))) if marks else ""


def _is_carried_out(action: Action) -> bool:
    return any(word in _CARRIED_OUT for printed in action.schedule.values() for word in printed.split("・"))
