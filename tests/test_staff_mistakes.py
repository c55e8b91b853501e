"""Whatever staff do to a file by mistake, they get a message with file and line, or a correct reading."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from macros.guideline.load import load
from macros.guideline.mistakes import mistakes
from macros.guideline.model import FILES, PLAN_FOLDER, SHARED_FILES, SHARED_READINGS, Part, Policy
from macros.guideline.problems import GuidelineError, Problem
from macros.guideline.source import parse
from tests.mistakes import spoilt
from tests.site import MINI, town

TEXTS = {path.relative_to(MINI).as_posix(): path.read_text(encoding="utf-8") for path in sorted(MINI.rglob("*.yml"))}
NAMES = st.sampled_from(sorted(TEXTS))
SEEDS = st.integers(min_value=0, max_value=2**32)
LONGEST = 1.0
"""Seconds in which a file is read or refused"""


def model(name: str) -> type[Part]:
    """Give the model of the file *name* of the make-believe town."""
    last = name.rpartition("/")[2]
    if f"/{PLAN_FOLDER}/" in name:
        return Policy
    return {**SHARED_FILES, **SHARED_READINGS}[last] if "/" not in name else FILES[last]


def can_be_shown(words: str) -> bool:
    """Say whether *words* are one line that steers no terminal."""
    return words.replace("\u3000", "").isprintable()


def read_or_told(name: str, data: bytes) -> None:
    """Read *data* as the file *name*: what cannot be used must come with problems that say where."""
    begin = time.process_time()
    tree = parse(data, f"data/{name}")
    problems: list[Problem] = list(tree.problems)
    record = None
    if tree.mapping is not None:
        try:
            record = model(name).model_validate(tree.mapping)
        except ValidationError as error:
            problems += mistakes(error, tree, model(name))
    assert time.process_time() - begin < LONGEST

    assert record is not None or problems
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    for problem in problems:
        assert problem.place.file == f"data/{name}"
        assert 1 <= problem.place.line <= lines, problem.say()
        assert can_be_shown(problem.say("ja"))
        assert can_be_shown(problem.say("en"))


@settings(max_examples=1_500, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
@given(NAMES, SEEDS)
def test_spoilt_file_is_read_or_its_mistakes_are_told(name: str, seed: int) -> None:
    read_or_told(name, spoilt(TEXTS[name], seed))


@pytest.mark.nightly
@settings(max_examples=20_000, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
@given(NAMES, SEEDS)
def test_many_spoilt_files_are_read_or_their_mistakes_are_told(name: str, seed: int) -> None:
    read_or_told(name, spoilt(TEXTS[name], seed))


class Town:
    """A copy of the make-believe town in which one file at a time is spoilt."""

    def __init__(self, folder: Path) -> None:
        self.data = town(folder)

    def loads_or_tells(self, name: str, data: bytes) -> None:
        """Load the town with *data* as its file *name*; what is wrong must be told of files that there are."""
        try:
            (self.data / name).write_bytes(data)
            load(self.data)
        except GuidelineError as error:
            said = [(problem.place, problem.say("ja"), problem.say("en")) for problem in error.problems]
        else:
            said = []
        finally:
            (self.data / name).write_text(TEXTS[name], encoding="utf-8")
        for place, japanese, english in said:
            assert (self.data.parent / place.file).exists()
            assert can_be_shown(japanese)
            assert can_be_shown(english)


@pytest.fixture(scope="module", name="midori_town")
def fixture_midori_town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    return Town(tmp_path_factory.mktemp("town"))


@settings(max_examples=40, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
@given(NAMES, SEEDS)
def test_town_with_a_spoilt_file_loads_or_its_mistakes_are_told(midori_town: Town, name: str, seed: int) -> None:
    midori_town.loads_or_tells(name, spoilt(TEXTS[name], seed))


@pytest.mark.nightly
@settings(max_examples=3_000, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
@given(NAMES, SEEDS)
def test_many_towns_with_a_spoilt_file_load_or_tell_the_mistakes(midori_town: Town, name: str, seed: int) -> None:
    midori_town.loads_or_tells(name, spoilt(TEXTS[name], seed))
