"""redirects.yml: addresses that were published once, and where their contents are now."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from macros.guideline.model.records import Part

WAY_PATTERN = r"^/([a-z0-9_-][a-z0-9._-]*/)*([a-z0-9_-][a-z0-9._-]*)?(#[a-z0-9_.-]+)?$"
"""No step begins with a dot: an address leads neither out of the site nor to a hidden file"""

Way = Annotated[str, StringConstraints(pattern=WAY_PATTERN)]


class Redirect(Part):
    """公開したあとで変わった番地。"""

    old: Way
    """前の番地(/ から始め、日本語のページの番地を書きます。英語のページは同じように変わります)"""
    new: Way
    """今の番地"""


class RedirectsFile(Part):
    """redirects.yml: 前の番地と今の番地。"""

    redirects: tuple[Redirect, ...]
    """変わった番地"""
