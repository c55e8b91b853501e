"""What the templates of one kind of page need beyond the words all pages share: one function a frame, in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from macros import addresses
from macros.guideline.model import Guide
from macros.web import choose, compare
from macros.web.pages import Page

if TYPE_CHECKING:
    from macros.web.desk import Desk

Tools = Callable[["Desk", Page, Guide | None], Mapping[str, Any]]

TOOLS: Mapping[str, Tools] = {
    "choose": choose.tools,
    "choose-step": choose.tools,
    "choose-end": choose.tools,
    "compare": compare.tools,
    "hub": lambda *_: {"compare_page": addresses.compare_page},
}
"""The frame of a page: what gives its templates their own names"""
