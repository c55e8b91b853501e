"""The theme's own templates that ours stand in for are the ones we know: a new version of the theme is read first."""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import material
import pytest

from tests.site import ROOT

THEME = Path(material.__file__).parent / "templates"
KNOWN = Path(__file__).parent / "theme.txt"
"""The theme's version, then a line each: fingerprint and name of a template that one of ours replaces or extends"""


def stood_in_for() -> list[str]:
    """Give the theme's templates whose place ours take, and those that ours extend or include."""
    ours = [path for path in (ROOT / "overrides").rglob("*.html") if "fragments" not in path.parts]
    names = {path.relative_to(ROOT / "overrides").as_posix() for path in ours}
    for path in ours:
        names |= set(re.findall(r'{%-? *(?:extends|include|import) "([^"]+)"', path.read_text(encoding="utf-8")))
    return sorted(name for name in names if (THEME / name).is_file())


def now(theme: Path = THEME) -> str:
    """Say which templates the installed theme has, or the one in the folder *theme*."""
    lines = [f"{hashlib.sha256((theme / name).read_bytes()).hexdigest()} {name}" for name in stood_in_for()]
    return "\n".join((f"mkdocs-material {version('mkdocs-material')}", *lines, ""))


def test_the_theme_is_pinned() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]

    assert f"mkdocs-material=={version('mkdocs-material')}" in wanted


def test_templates_of_the_theme_are_those_that_ours_were_made_from() -> None:
    """When this fails: compare the theme's templates with ours, take over what is new, then KYODO_ACCEPT=1."""
    if os.environ.get("KYODO_ACCEPT"):
        KNOWN.write_text(now(), encoding="utf-8")

    assert now() == KNOWN.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["base.html", "main.html", "partials/header.html", "partials/search.html", "404.html"])
def test_every_template_that_matters_is_watched(name: str) -> None:
    assert name in stood_in_for()


def test_a_changed_template_is_seen(tmp_path: Path) -> None:
    for name in stood_in_for():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((THEME / name).read_bytes())
    assert now(tmp_path) == KNOWN.read_text(encoding="utf-8")
    with (tmp_path / "partials/header.html").open("a", encoding="utf-8") as header:
        header.write("<p>new</p>")

    assert now(tmp_path) != KNOWN.read_text(encoding="utf-8")
