"""A YAML file is read or refused at once, however huge it is and whatever stands in it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from macros.guideline.mistakes import mistakes
from macros.guideline.model import FormsFile
from macros.guideline.problems import MOST_PROBLEMS, GuidelineError
from macros.guideline.source import parse

HUGE = {
    "spaces": "forms:" + " " * 900_000 + "|x",
    "spaces around a colon": "a" + " " * 400_000 + ":" + " " * 400_000 + "|x",
    "a list": "forms:\n" + "- a\n" * 200_000,
    "unknown names": "".join(f"titel{at}: x\n" for at in range(60_000)),
    "names in braces": "forms: {" + "a:b, " * 180_000,
    "brackets": "forms: " + "[" * 900_000,
    "braces": "forms: {" + ",{" * 400_000,
    "one name": "forms" + "s" * 900_000 + ": x",
    "the same name": "a: b\n" * 180_000,
    "private-use signs": "a: " + "\ue000" * 300_000,
    "private-use signs on many lines": "\ue000\n" * 19_000,
    "control signs": "\x1b\n" * 19_000,
    "conflict marks": "<<<<<<< a\n" * 19_000,
    "tabs": "\ta: b\n" * 19_000,
    "wide colons": "a：b\n" * 19_000,
    "marks to be joined": "a: " + "\u0301" * 9_000,
    "quotes": "forms: {" + "\"' " * 3_000,
    "colons on a long line": "forms: " + "a: " * 3_000,
    "spaces on long lines": ("forms:" + " " * 9_900 + "|x\n") * 100,
    "spaces around colons on long lines": ("a" + " " * 4_900 + ":" + " " * 4_900 + "|x\n") * 100,
    "colons and bars on long lines": ("a" + ": |" * 3_300 + "x\n") * 100,
    "quotes on long lines": ("forms: {" + "\"' " * 3_300 + "\n") * 100,
    "tabs on long lines": ("a: " + "\t" * 9_900 + "x\n") * 100,
    "brackets on long lines": ("a: " + "[ " * 4_900 + "{\n") * 100,
    "names on long lines": ("{" + "a:, " * 2_400 + "\n") * 100,
    "braces on long lines": ("forms: {" + ",{" * 4_500 + "\n") * 100,
    "values on many lines": "forms:\n" + "- a\n" * 19_000,
    "aliases": "a: &a [x]\n" + "".join(f"a{at}: &b [*a, *a]\n" for at in range(19_000)),
    "nesting": "forms:\n" + "".join("  " * at + "- x:\n" for at in range(300)),
}
AT_ONCE = 6
"""Seconds of a processor: under one on a quiet machine; what read them badly took half a minute, or for ever"""


@pytest.mark.parametrize("kind", HUGE)
def test_a_huge_file_is_read_or_refused_at_once(kind: str) -> None:
    begin = time.process_time()
    tree = parse(HUGE[kind].encode(), "data/midori/forms.yml")
    problems = list(tree.problems)
    if tree.mapping is not None:
        with pytest.raises(ValidationError) as refused:
            FormsFile.model_validate(tree.mapping)
        problems += mistakes(refused.value, tree, FormsFile)
    lines = GuidelineError(problems).lines()
    seconds = time.process_time() - begin

    assert 0 < len(lines) <= 2 * MOST_PROBLEMS + 2
    assert max(map(len, lines)) < 2_000
    assert seconds < AT_ONCE


FRAGMENTS = st.sampled_from(
    (
        *(
            "a",
            "ja",
            "協働",
            "：",
            ": ",
            ":",
            "- ",
            "-",
            "\n",
            "\n  ",
            "\n    ",
            " ",
            "　",
            "\t",
            "#",
            " # ",
            "'",
            '"',
            "|",
        ),
        *(
            "|\n  ",
            ">",
            ">-\n",
            "{",
            "}",
            "[",
            "]",
            ", ",
            "&a ",
            "*a",
            "!t ",
            "!!str ",
            "<<",
            "? ",
            "---\n",
            "...",
            "@",
        ),
        *("%YAML 1.1\n", "`", "%", "\\", "\\x", "\ufeff", "\u200b", "\ue000", "\x00", "\x85", "\u2028", "\r", "~"),
        *("フ\u309a", "=", "|2\n", "<<<<<<< ", "__place__", "<<: "),
    )
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(FRAGMENTS, max_size=25).map("".join))
def test_any_text_gives_a_mapping_or_problems(text: str) -> None:
    tree = parse(text.encode(), "a.yml")

    assert tree.mapping is not None or tree.problems
    assert all(problem.say("ja") and problem.say("en") for problem in tree.problems)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.binary(max_size=80) | st.text(max_size=40).map(lambda text: text.encode("utf-16-le", "surrogatepass")))
def test_any_bytes_give_a_mapping_or_problems(data: bytes) -> None:
    tree = parse(data, "a.yml")

    assert tree.mapping is not None or tree.problems
    assert all(problem.say("ja") and problem.say("en") for problem in tree.problems)
