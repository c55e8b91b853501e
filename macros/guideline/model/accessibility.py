"""accessibility.yml: the criteria of accessibility, and honestly what was tested, how and when."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from macros.guideline.model.records import Date, Line, Part, Text


class Criterion(Part):
    """達成基準と、その試験。"""

    number: Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)+$")]
    """番号(1.4.3)"""
    name: Text
    """名前"""
    level: Literal["A", "AA"]
    """適合レベル"""
    since: Literal["2.0", "2.1", "2.2"]
    """どの版の WCAG から(2.0 は JIS X 8341-3:2016 と同じ)"""
    result: Literal["conforms", "partly", "not-applicable", "not-tested"]
    """conforms 満たしている / partly 試験した一部では満たしている / not-applicable 対象がない / not-tested まだ"""
    method: Literal["automatic", "reading", "person", "none"]
    """automatic 自動の試験 / reading プログラムを読む / person 人が使ってみる / none していない"""
    what: Text | None = None
    """何を確かめたか。まだ確かめていないことがあれば、それも"""
    date: Date | None = None
    """試験した日"""
    tests: tuple[Line, ...] = ()
    """自動の試験の名前(tests/test_access_keys.py::test_…)"""


class AccessibilityFile(Part):
    """accessibility.yml: アクセシビリティの試験結果。"""

    scope: Text
    """どのページを、何で試験したか"""
    criteria: tuple[Criterion, ...]
    """達成基準。番号の順"""
