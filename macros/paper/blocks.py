"""The blocks of a leaflet's panels as data for the template: records by reference, the spectrum, the plan, strands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from macros.figures import bands, spectrum
from macros.guideline.model import Action, Block, Entry, Guide, Library, Record, Role, Text
from macros.guideline.schedule import cells
from macros.guideline.shown import collection
from macros.guideline.years import era_year
from macros.paper.order import Order
from macros.paper.said import Speaker

_TITLES = {"spectrum": "paper_spectrum", "plan": "plan", "strands": "plan"}
_STUDIED = frozenset(("research", "consider"))
_CONTINUED = "continue"


def data(order: Order, block: Block, say: Speaker) -> dict[str, Any]:
    """Give everything the template needs of *block*."""
    labels = order.library.labels.labels
    title = block.title or _own_title(order.guide, block) or labels[_TITLES.get(block.of, block.of)]
    return {
        "of": block.of,
        "title": say.phrased(title),
        "intro": say(block.intro) if block.intro else None,
        "names": block.names == "yes",
        **_FIGURES.get(block.of, _records)(order, block, say),
    }


def _own_title(guide: Guide, block: Block) -> Text | None:
    """Give the title that the records themselves bring along."""
    if block.of == "spectrum" and guide.zones:
        return guide.zones.spectrum.title
    if block.of == "strands" and guide.strands:
        return guide.strands.title
    if block.of in ("ideas", "requirements", "goals", "purposes") and len(block.entries) == 1:
        named = [one for one in collection(guide, block.of) if one.id == block.entries[0].record]
        return getattr(named[0], "title", None)
    return None


def _records(order: Order, block: Block, say: Speaker) -> dict[str, Any]:
    found = {record.id: record for record in collection(order.guide, block.of)}
    chosen: list[tuple[Record, Entry | None]] = [(found[entry.record], entry) for entry in block.entries]
    if not chosen:
        chosen = [(record, None) for record in found.values()]
    only = block.title is None and len(chosen) == 1 and _own_title(order.guide, block) is not None
    return {"entries": [_entry(record, entry, block, say, only=only) for record, entry in chosen]}


def _entry(record: Record, entry: Entry | None, block: Block, say: Speaker, *, only: bool) -> dict[str, Any]:
    title: Text | None = getattr(record, "title", None)
    own = entry.text if entry and entry.text else None
    text = own or (None if block.names == "yes" else _text(record))
    tasks = record.tasks if isinstance(record, Role) and own is None and block.names == "no" else ()
    listed = [item.title for item in getattr(record, "items", ())] if entry and entry.items == "yes" else []
    return {
        "title": None if only or block.of == "definitions" or title is None else say.phrased(title),
        "text": say.paragraphs(text) if text else [],
        "items": [say(one) for one in (*tasks, *listed)],
    }


def _text(record: Record) -> Text | None:
    return getattr(record, "summary", None) or getattr(record, "text", None)


def _spectrum(order: Order, _: Block, say: Speaker) -> dict[str, Any]:
    """Give the rows of the site's tall figure: the same boxes, tones, span and words."""
    guide = order.guide
    assert guide.zones is not None  # checks.leaflet_records_exist
    drawing = spectrum.drawing(guide, lambda text: text.written_in(say.language) or text.ja)
    words = guide.zones.spectrum
    return {
        "rows": [
            {
                "mark": box.zone.mark or "",
                "title": say.phrased(box.zone.title),
                "tone": box.tone,
                "shared": box.zone.collaboration == "yes",
                "forms": [say.phrased(guide.form[id].title) for id in box.zone.forms],
            }
            for box in drawing.tall.boxes
        ],
        "left": say(words.left),
        "right": say(words.right),
        "middle": say(words.middle),
        "description": drawing.description,
    }


def _plan(order: Order, block: Block, say: Speaker) -> dict[str, Any]:
    guide, steps = order.guide, order.library.vocabulary
    used = {
        step.id
        for action in guide.actions.values()
        for cell in cells(action, guide.years, steps)
        for step in cell.steps
    }
    if block.rows == "actions":
        rows: list[dict[str, Any]] = [
            {
                "number": action.number,
                "title": say.phrased(action.title),
                "cells": ["".join(step.sign for step in cell.steps) for cell in cells(action, guide.years, steps)],
            }
            for action in guide.actions.values()
        ]
        legend = [{"sign": step.sign, "name": say(step.name)} for step in steps.steps if step.id in used]
    else:
        rows = [
            {
                "number": policy.number,
                "title": say.phrased(policy.short_title),
                "count": sum(isinstance(sheet, Action) for _, sheet in policy.sheets),
                "cells": _counts(
                    order.library, guide, [sheet for _, sheet in policy.sheets if isinstance(sheet, Action)]
                ),
            }
            for policy in guide.policies
        ]
        names = {step.id: step for step in steps.steps}
        legend = [{"sign": names[id].sign, "name": say(names[id].name)} for id in ("consider", "implement")]
    return {
        "by": block.rows,
        "years": list(guide.years),
        "span": _span(guide.years[0], guide.years[-1], say.language),
        "rows": rows,
        "legend": legend,
    }


def _counts(library: Library, guide: Guide, actions: list[Action]) -> list[dict[str, int]]:
    """Count for each year how many of the *actions* are studied only and how many carried out."""
    found = [{"studied": 0, "carried": 0} for _ in guide.years]
    for action in actions:
        state = ""
        for at, cell in enumerate(cells(action, guide.years, library.vocabulary)):
            ids = [step.id for step in cell.steps]
            if ids and ids != [_CONTINUED]:
                state = "studied" if set(ids) <= _STUDIED else "carried"
            if ids and state:
                found[at][state] += 1
    return found


def _span(first: int, last: int, language: str) -> str:
    """Write a span of fiscal years short enough for one line of a panel."""
    return f"{era_year(first)}から{era_year(last)}({first}–{last})" if language == "ja" else f"FY{first} to FY{last}"


def _strands(order: Order, _: Block, say: Speaker) -> dict[str, Any]:
    schedule = order.guide.strands
    assert schedule is not None  # checks.leaflet_records_exist
    return {
        "years": list(bands.years(schedule)),
        "span": _span(schedule.first, schedule.last, say.language),
        "strands": [
            {
                "title": say(strand.title),
                "stretches": [
                    {"title": say.phrased(stretch.title), "cells": list(bands.cells(schedule, stretch))}
                    for stretch in strand.stretches
                ],
                "undated": [say(one) for one in strand.undated],
            }
            for strand in schedule.strands
        ],
    }


_FIGURES: Mapping[str, Callable[[Order, Block, Speaker], dict[str, Any]]] = {
    "spectrum": _spectrum,
    "plan": _plan,
    "strands": _strands,
}


def texts(value: Any) -> Iterator[dict[str, Any]]:
    """Give every leaf in the data of a block."""
    if isinstance(value, dict):
        if "say" in value:
            yield value
        else:
            for one in value.values():
                yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
