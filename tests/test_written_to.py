"""Files that somebody writes to while a site is made from them: no page is of one moment and the next of another."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from macros.guideline.problems import GuidelineError
from macros.web.build import build
from macros.web.crew import Crew
from macros.web.errors import BuildError
from macros.web.progress import Progress
from macros.web.project import Job
from tests.site import job, replaced, snapshot, town

FORMS = "midori/forms.yml"


class Meanwhile(Progress):
    """Calls *action* when a stage says for the first time, or each time, that pages are made."""

    def __init__(self, action: Callable[[], object], *, always: bool = False) -> None:
        super().__init__()
        self.action, self.always, self.done = action, always, False

    def say(self, words: str) -> None:
        if words.startswith("ページを") and (self.always or not self.done):
            self.done = True
            self.action()
        super().say(words)


@pytest.fixture(scope="module", name="crew")
def fixture_crew() -> Iterator[Crew]:
    with Crew() as crew:
        yield crew


@pytest.fixture(name="data")
def fixture_data(tmp_path: Path) -> Path:
    return town(tmp_path)


def of(folder: Path, data: Path) -> Job:
    return replace(job(folder, data), paper=False)


def test_an_edit_while_a_site_is_made_is_in_all_of_it_or_in_nothing(tmp_path: Path, data: Path, crew: Crew) -> None:
    edited = Meanwhile(lambda: replaced(data / FORMS, "共催", "共同の催し"))
    site = snapshot(build(of(tmp_path, data), edited, crew).site)

    assert site == snapshot(build(of(tmp_path / "anew", data), Progress(), crew).site)


def test_an_edit_that_is_taken_back_is_gone(tmp_path: Path, data: Path, crew: Crew) -> None:
    before = (data / FORMS).read_bytes()
    good = snapshot(build(of(tmp_path, data), Progress(), crew).site)

    def broken() -> None:
        (data / FORMS).write_bytes(before[: len(before) // 2] + b"\n  - : [")

    for edit in (lambda: replaced(data / FORMS, "共催", "共同の催し"), broken):
        shutil.rmtree(tmp_path / "work" / "units")
        with suppress(GuidelineError):  # what else comes of it is tried again
            build(of(tmp_path, data), Meanwhile(edit), crew)
        (data / FORMS).write_bytes(before)
        assert snapshot(build(of(tmp_path, data), Progress(), crew).site) == good


def test_who_never_stops_writing_is_told_and_the_site_stays(tmp_path: Path, data: Path, crew: Crew) -> None:
    good = snapshot(build(of(tmp_path, data), Progress(), crew).site)
    moments = iter(range(1, 1_000_000))

    def touch() -> None:
        os.utime(data / FORMS, (0, next(moments)))

    with pytest.raises(BuildError, match="書きかえられました"):
        build(of(tmp_path, data), Meanwhile(touch, always=True), crew)

    assert snapshot(tmp_path / "site") == good
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
