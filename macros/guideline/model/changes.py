"""changes.yml: what changed in a guide, in words that citizens understand."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.guideline.model.records import Date, Id, Line, Part, Text


class Change(Part):
    """変わったことの一つ。「kyodo changes」が書き足します。text は書き直してかまいません。"""

    id: Id
    """「kyodo changes」が付けた名前。変えません(変えると、同じことがもう一度書き足されます)"""
    date: Date
    """変わった日"""
    kind: Literal["added", "changed", "finished", "removed"]
    """added 加わった / changed 変わった / finished 終わった / removed なくなった"""
    page: Line | None = None
    """そのことが書かれているページ(ガイドの中の番地。plan や forms#subsidy など)"""
    text: Text
    """何が変わったか"""


class ChangesFile(Part):
    """changes.yml: このガイドで変わったこと(古い順)。"""

    revision: Line
    """どの版まで書いたか(Git の版。「kyodo changes」が書きかえます)"""
    changes: tuple[Change, ...] = Field(min_length=1)
    """変わったこと(古い順)"""
