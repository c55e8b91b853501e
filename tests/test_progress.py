"""The line that tells what is being done leaves nothing behind on any terminal, and nothing at all in a pipe."""

from __future__ import annotations

import io
import re

import pytest

from macros.web import progress
from macros.web.progress import Progress


class Terminal(io.StringIO):
    """Takes what is written as a console does that knows no escape codes, and signs of Japanese in two columns."""

    def isatty(self) -> bool:
        return True

    def shown(self) -> str:
        cells: list[str] = []
        at = 0
        for sign in self.getvalue():
            if sign == "\r":
                at = 0
                continue
            width = progress._columns(sign)
            cells[at : at + width] = [sign, *[""] * (width - 1)]
            at += width
        return "".join(cells).rstrip()


@pytest.fixture(name="terminal")
def fixture_terminal() -> Terminal:
    return Terminal()


def test_a_shorter_line_takes_the_whole_place_of_a_longer_one(terminal: Terminal) -> None:
    line = Progress(terminal)
    line.say("紙面とデータのファイルを作っています")
    line.say("ページ")

    assert re.fullmatch(r"ページ \([0-9.]+秒\)", terminal.shown())


def test_nothing_stays_and_no_escape_code_is_written(terminal: Terminal) -> None:
    line = Progress(terminal)
    line.say("リンクを確かめています")
    line.clear()

    assert terminal.shown() == ""
    assert terminal.getvalue().endswith("\r")
    assert "\x1b" not in terminal.getvalue()


def test_nothing_is_written_into_a_pipe() -> None:
    pipe = io.StringIO()
    line = Progress(pipe)
    line.say("リンクを確かめています")
    line.clear()

    assert pipe.getvalue() == ""
