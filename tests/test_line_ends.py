"""What is written is the same bytes on every system: lines end as they do here, whatever is usual there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.site import ROOT


def written(file: Path) -> Iterator[ast.Call]:
    """Give the calls in *file* that write a text; macros/safely.py sees to line ends itself."""
    for one in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr == "write_text":
            if isinstance(one.func.value, ast.Name) and one.func.value.id == "safely":
                continue
            yield one


def test_every_text_is_written_with_line_ends_of_its_own() -> None:
    calls = [(file, one) for file in sorted((ROOT / "macros").rglob("*.py")) for one in written(file)]
    careless = [(file, one) for file, one in calls if "newline" not in {named.arg for named in one.keywords}]

    assert calls
    assert [f"{file.relative_to(ROOT).as_posix()}:{one.lineno}" for file, one in careless] == []


def test_git_gives_every_system_the_same_files() -> None:
    assert "* text=auto eol=lf" in (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
