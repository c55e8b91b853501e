"""What the templates of one kind of page need beyond the words all pages share: one function a frame, in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from macros.guideline.model import Guide
from macros.guideline.outcome import figures, reckonings
from macros.web import choose, compare, conformance, follow, hub, kids, opendata, paper
from macros.web.pages import Page

if TYPE_CHECKING:
    from macros.web.desk import Desk

Tools = Callable[["Desk", Page, Guide | None], Mapping[str, Any]]

TOOLS: Mapping[str, Tools] = {
    "choose": choose.tools,
    "choose-step": choose.tools,
    "choose-end": choose.tools,
    "compare": compare.tools,
    "hub": hub.tools,
    "data": opendata.tools,
    "all-data": opendata.tools,
    "accessibility": conformance.tools,
    "changes": follow.news,
    "indicators": lambda *_: {"reckonings": reckonings, "figures": figures},
    **dict.fromkeys(("plan", "for", "policy", "action", "report"), follow.tools),
    "print": paper.on_page,
    "home": kids.on_home,
    "kids": kids.tools,
    "kids-chapter": kids.tools,
    "kids-quiz": kids.tools,
    "kids-words": kids.tools,
}
"""The frame of a page: what gives its templates their own names"""
