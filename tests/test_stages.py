"""The stages of a build keep every process busy, wait for nothing that they do not need, and end with a failure."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest

from macros.web import facts, tasks
from macros.web.crew import Crew
from macros.web.progress import Progress
from macros.web.project import LANGUAGES
from macros.web.stages import Stages
from macros.web.units import CHECKED, FILES, MADE, PIECES, SHARED, Units
from tests.site import job, town


def test_a_process_with_nothing_to_check_makes_the_files_of_a_guide_that_another_checks(tmp_path: Path) -> None:
    alone = replace(job(tmp_path, town(tmp_path)), paper=False)
    alone.work.mkdir()
    kept = Units.of(alone)
    with Crew(2) as crew, Stages(alone, kept, crew, Progress(), LANGUAGES) as stages:
        stages.check(kept.guides)

    assert [piece for piece in PIECES if kept.is_current("midori", piece)] == [CHECKED, *FILES]


def test_a_failure_ends_a_stage_though_more_is_waiting_to_be_begun(tmp_path: Path) -> None:
    with Crew(1) as crew:
        stages = Stages(job(tmp_path), Units(tmp_path, {}), crew, Progress(), {})
        for function, argument in ((os.listdir, tmp_path / "nothing"), (time.sleep, 0.5), (time.sleep, 0.5)):
            stages._do(None, repr, function, argument)

        with stages, pytest.raises(FileNotFoundError):
            stages._work(str, stages._running)

        assert stages._running == set(), "nothing goes on afterwards"


class Hands:
    """Two processes that carry out at once what they are told, but what is made ahead only when the rest is made."""

    hands = 2

    def __init__(self) -> None:
        self.told: list[tuple[str, Hashable]] = []
        self._ahead: list[Future[object]] = []

    def prepare(self, _: object) -> None:
        pass

    def do_on(self, subject: Hashable, function: Callable[..., object], *_: object) -> Future[object]:
        self.told.append((function.__name__, subject))
        future: Future[object] = Future()
        if function is tasks.make_ahead:
            self._ahead.append(future)
        else:
            future.set_result([])
        if function is tasks.make and self._ahead:
            self._ahead.pop().set_result(None)
        return future


@pytest.mark.parametrize(
    ("known", "made"), [((), [("two",), ("one",)]), (("three",), [("three",), ("one", "two")])], ids=["two", "three"]
)
def test_while_the_last_guides_are_checked_files_of_the_first_are_made_and_nobody_waits_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: tuple[str, ...], made: list[tuple[str, ...]]
) -> None:
    hands = Hands()
    (tmp_path / "work").mkdir()
    guides = ("one", "two", *known)
    for guide in guides:
        (tmp_path / "data" / guide).mkdir(parents=True)
        (tmp_path / "data" / guide / "guide.yml").write_text("format: 1\n", encoding="utf-8")
    monkeypatch.setattr(facts, "of", lambda *_: facts.Facts({}, (), (), ()))
    kept = Units(tmp_path, dict.fromkeys((SHARED, *guides), "a"))
    for guide in known:
        kept.begin(guide, CHECKED)
        kept.finish(guide, CHECKED)
    here = replace(job(tmp_path), data=tmp_path / "data", work=tmp_path / "work")
    with Stages(here, kept, hands, Progress(), {}) as stages:  # type: ignore[arg-type]
        stages.check(kept.guides)
        stages.build(kept.guides, shared=False)

    one, two = ("one",), ("two",)
    ahead = [("check", one), ("make_ahead", one), ("check", two)]
    assert hands.told == [*ahead, *(("make", share) for share in made)]


def test_what_is_up_to_date_is_told_once_while_the_rest_is_made(tmp_path: Path) -> None:
    alone = replace(job(tmp_path, town(tmp_path)), paper=False)
    alone.work.mkdir()
    kept = Units.of(alone)
    builds: list[list[tuple[str, str]]] = []

    def finished(unit: str, piece: str) -> None:
        assert kept.is_current(unit, piece)
        builds[-1].append((unit, piece))

    with Crew(2) as crew:
        for _ in range(2):
            builds.append([])
            with Stages(alone, kept, crew, Progress(), LANGUAGES, finished) as stages:
                stages.check(kept.guides)
                stages.build(kept.guides)
            (kept.root / "midori" / "ja.key").unlink()

    site = {(unit, piece) for unit in ("midori", SHARED) for piece in (*FILES, *LANGUAGES)}
    assert [len(told) - len(set(told)) for told in builds] == [0, 0]
    assert [set(told) - site for told in builds] == [set(), set()]
    assert all(("midori", MADE) in told for told in builds)
