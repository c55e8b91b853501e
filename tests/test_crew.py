"""The processes of a build take the work that suits them, and whoever asked is told what comes of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from macros.web.crew import Crew, _hear_again


def test_work_on_a_subject_goes_to_the_process_that_knows_it() -> None:
    with Crew(2) as crew:
        known = {subject: crew.do_on(subject, os.getpid).result() for subject in ("one", "two")}
        again = [(subject, crew.do_on(subject, os.getpid).result()) for subject in ("two", "one", "one", "two")]

    assert len(set(known.values())) == 2
    assert all(process == known[subject] for subject, process in again)


def test_what_fails_in_a_process_fails_for_whoever_asked(tmp_path: Path) -> None:
    with Crew(1) as crew, pytest.raises(FileNotFoundError):
        crew.do(os.listdir, tmp_path / "nothing").result()


def test_what_has_not_begun_when_a_crew_is_dismissed_is_left_undone() -> None:
    crew = Crew(1)
    first, second = crew.do(time.sleep, 0.5), crew.do(time.sleep, 0.5)
    crew.dismiss()

    assert first.done()
    assert second.cancelled()


def test_a_process_that_dies_fails_whoever_asked_and_the_next_one_is_served() -> None:
    with Crew(1) as crew:
        dying, waiting = crew.do(os._exit, 1), crew.do(os.getpid)

        assert isinstance(dying.exception(timeout=20), BrokenProcessPool)
        assert isinstance(waiting.exception(timeout=20), BrokenProcessPool)
        crew.dismiss()
        assert crew.do(os.getpid).result(timeout=20)


def test_processes_tidy_up_while_nothing_waits_for_them() -> None:
    with Crew(2) as crew:
        pids = {crew.do_on(subject, os.getpid).result() for subject in ("one", "two")}
        busy = crew.do(time.sleep, 1)

        assert {tidied.result() for tidied in crew.rest(os.getpid)} < pids
        busy.result()
        assert {tidied.result() for tidied in crew.rest(os.getpid)} == pids


def test_processes_that_were_started_before_there_is_work_are_those_that_do_it() -> None:
    with Crew(2) as crew:
        crew.begin(os.getpid)
        started = {pid for hand in crew._hands for pid in hand.process._processes}

        assert len(started) == 2
        assert {crew.do_on(subject, os.getpid).result() for subject in ("one", "two")} == started


def test_a_crew_rests_whose_process_has_died() -> None:
    with Crew(1) as crew:
        crew.do(os._exit, 1).exception(timeout=20)

        assert [type(tidied.exception()) for tidied in crew.rest(os.getpid)] == [BrokenProcessPool]


@pytest.mark.parametrize("platform", ["linux", "win32"])
@pytest.mark.parametrize(
    ("before", "after"),
    [(signal.default_int_handler, signal.SIG_DFL), (signal.SIG_IGN, signal.SIG_IGN)],
    ids=["heard", "not heard"],
)
def test_ctrl_c_ends_a_process_without_a_word_on_every_system(
    platform: str, before: Any, after: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = signal.signal(signal.SIGINT, before)
    try:
        monkeypatch.setattr(sys, "platform", platform)
        _hear_again()

        assert signal.getsignal(signal.SIGINT) is after
    finally:
        signal.signal(signal.SIGINT, usual)


@pytest.mark.skipif(os.name != "posix", reason="a process group hears Ctrl+C here")
@pytest.mark.parametrize("moment", [0, 0.1, 0.2, 0.4])
def test_ctrl_c_while_processes_start_makes_them_say_nothing(moment: float) -> None:
    lines = (
        "import os, signal, time",
        "from macros.web.crew import Crew",
        "signal.signal(signal.SIGINT, signal.default_int_handler)",  # a run of tests in the background does not hear it
        "try:",
        "    with Crew(2) as crew:",
        "        crew.begin(os.getpid)",
        "        print('begun', flush=True)",
        "        for _ in range(600):",
        "            time.sleep(0.1)",  # a signal just before a sleep does not end it
        "except KeyboardInterrupt:",
        "    print('stopped')",
    )
    with subprocess.Popen(
        [sys.executable, "-c", "\n".join(lines)],
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "begun\n"
        time.sleep(moment)
        os.killpg(process.pid, signal.SIGINT)

        assert process.stdout.read() == "stopped\n"
