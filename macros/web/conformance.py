"""What the page about accessibility needs: the criteria with what was tested, and how many have which result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from macros.guideline.model import Guide
from macros.web.pages import Page

if TYPE_CHECKING:
    from macros.web.desk import Desk

RESULTS = ("conforms", "partly", "not-applicable", "not-tested")
JIS = "2.0"
"""The WCAG whose criteria are those of JIS X 8341-3:2016"""


def tools(desk: Desk, _page: Page, _guide: Guide | None) -> Mapping[str, Any]:
    """Give the page's template what only it uses; `tested` is None where the data folder says nothing of tests."""
    tested = desk.library.accessibility
    criteria = tested.criteria if tested else ()
    return {
        "tested": tested,
        "results": RESULTS,
        "standards": (
            ("jis", [one for one in criteria if one.since == JIS]),
            ("wcag", [one for one in criteria if one.since != JIS]),
        ),
        "count": Counter(one.result for one in criteria),
        "last_tested": max((one.date for one in criteria if one.date), default=""),
    }
