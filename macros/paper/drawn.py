"""The reader's figures as data: what stands in them comes from the guide's records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from macros.guideline.model import Guide, Repeat, Text
from macros.paper.said import Leaf, Speaker

_SHARES = {"residents": 4, "mostly-residents": 3, "both": 2, "mostly-government": 1, "government": 0}


def drawn(guide: Guide, figure: str, say: Speaker) -> Any:
    """Give the data of a *figure* (one of the model's FigureName)."""
    return _FIGURES[figure](guide, say)


def _spectrum(guide: Guide, say: Speaker) -> dict[str, Any]:
    """Give the zones in order, with the residents' share of four parts: a drawing of who leads, no measured number."""
    assert guide.zones is not None
    spectrum = guide.zones.spectrum
    return {
        "left": _short(say, spectrum.left),
        "right": _short(say, spectrum.right),
        "middle": _short(say, spectrum.middle),
        "zones": [
            {
                "mark": zone.mark or "",
                "title": say(zone.title.ja, zone.title.place_of("ja")),
                "share": _SHARES[zone.lead],
                "both": zone.collaboration == "yes",
            }
            for zone in guide.zones.zones
        ],
    }


def plan_rows(guide: Guide) -> tuple[tuple[int, ...], list[tuple[Text, frozenset[int]]]]:
    """Give the years of the plan, and for each aim or strand those in which something was planned."""
    if guide.strands:
        first, last = guide.strands.first, guide.strands.last
        strands = [
            (
                strand.title,
                frozenset(
                    year for stretch in strand.stretches for year in range(stretch.first, (stretch.last or last) + 1)
                ),
            )
            for strand in guide.strands.strands
        ]
        return tuple(range(first, last + 1)), strands
    policies = [
        (
            policy.short_title,
            frozenset(
                year
                for _, sheet in policy.sheets
                for year in (guide.actions[sheet.repeats] if isinstance(sheet, Repeat) else sheet).schedule
            ),
        )
        for policy in guide.policies
    ]
    return guide.years, policies


def _plan_years(guide: Guide, say: Speaker) -> dict[str, Any]:
    years, rows = plan_rows(guide)
    return {
        "years": list(years),
        "rows": [{"title": say(title.ja, title.place_of("ja")), "years": sorted(on)} for title, on in rows],
    }


def _cycle(guide: Guide, say: Speaker) -> dict[str, Any]:
    """Give the steps of the review in their order."""
    assert guide.organisations is not None
    assert guide.organisations.cycle is not None
    cycle = guide.organisations.cycle
    return {"steps": [say(step.title.ja, step.title.place_of("ja")) for step in cycle.steps]}


def _short(say: Speaker, text: Any) -> Leaf:
    return say(text.ja, text.place_of("ja"))


_FIGURES: Mapping[str, Callable[[Guide, Speaker], Any]] = {
    "spectrum": _spectrum,
    "plan-years": _plan_years,
    "cycle": _cycle,
}
