"""A file that another program holds for a moment on Windows hinders no build; elsewhere nobody waits."""

from __future__ import annotations

import errno
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from macros import patience
from macros.patience import Patience


@dataclass
class Held:
    """An action that fails *times*, and a clock that goes on by what is waited."""

    times: int
    number: int = errno.EACCES
    done: bool = False
    now: float = 0.0
    waits: list[float] = field(default_factory=list)

    def __call__(self) -> None:
        if self.times:
            self.times -= 1
            raise OSError(self.number, "in use")
        self.done = True

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

    def patience(self, platform: str) -> Patience:
        return Patience(platform, seconds=3.0, clock=lambda: self.now, wait=self.wait)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EBUSY, errno.ENOTEMPTY])
def test_what_is_held_for_a_moment_is_done_a_moment_later(number: int) -> None:
    held = Held(4, number)
    held.patience("win32").until_done(held)

    assert held.done
    assert len(held.waits) == 4


def test_what_is_held_for_long_is_told_after_three_seconds() -> None:
    held = Held(1000)
    with pytest.raises(PermissionError):
        held.patience("win32").until_done(held)

    assert 2.9 < held.now < 3.2


@pytest.mark.parametrize(
    ("platform", "number"), [("linux", errno.EACCES), ("darwin", errno.ENOTEMPTY), ("win32", errno.ENOSPC)]
)
def test_what_does_not_pass_is_told_at_once(platform: str, number: int) -> None:
    held = Held(1, number)
    with pytest.raises(OSError, match="in use"):
        held.patience(platform).until_done(held)

    assert held.waits == []


def test_what_is_not_there_need_not_be_deleted(tmp_path: Path) -> None:
    patience.unlink(tmp_path / "nothing")
