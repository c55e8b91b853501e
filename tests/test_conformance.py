"""The table of criteria claims only what was tested: every test it names exists, every criterion is there once."""

from __future__ import annotations

import ast
from functools import cache

import pytest

from macros.guideline.model import AccessibilityFile, Criterion
from tests.site import ROOT, library

JIS = 38
WCAG = 18
"""Criteria of levels A and AA: of WCAG 2.0 (JIS X 8341-3:2016), and those that 2.1 and 2.2 added"""


def _file() -> AccessibilityFile:
    file = library(ROOT / "data").accessibility
    assert file is not None
    return file


CRITERIA = [pytest.param(one, id=one.number) for one in _file().criteria]


@cache
def _functions(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("one", CRITERIA)
def test_what_is_called_tested_names_tests_that_exist(one: Criterion) -> None:
    for test in one.tests:
        file, _, name = test.partition("::")
        assert name in _functions(file), test
    assert bool(one.tests) == (one.method == "automatic")


@pytest.mark.parametrize("one", CRITERIA)
def test_a_result_says_what_was_checked_and_when(one: Criterion) -> None:
    tested = one.result != "not-tested"

    assert (one.method != "none") == tested
    assert (one.what is not None and one.what.en is not None) == tested
    assert (one.date is not None) == tested
    assert one.name.en


def test_every_criterion_is_there_once_and_in_order() -> None:
    numbers = [one.number for one in _file().criteria]
    since = [one.since for one in _file().criteria]

    assert numbers == sorted(set(numbers), key=lambda number: tuple(map(int, number.split("."))))
    assert since.count("2.0") == JIS
    assert len(since) - since.count("2.0") == WCAG
