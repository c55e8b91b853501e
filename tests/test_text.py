"""Lines become paragraphs: without a space beside Japanese, with one between Latin words."""

from __future__ import annotations

import pytest

from macros.guideline.text import first_sentence, is_japanese, joined_lines, paragraphs


@pytest.mark.parametrize(
    ("written", "joined"),
    [
        ("", ""),
        ("\n\n", ""),
        ("まち", "まち"),
        ("まち。\nづくり。\n", "まち。づくり。"),
        ("One line.\nAnother.\n", "One line. Another."),
        ("NPO\n法人", "NPO法人"),
        ("協働\nNPO", "協働NPO"),
        ("【注】\n(1) です", "【注】(1) です"),
        ("①\n②", "①②"),
        ("𠮷\n﨑", "𠮷﨑"),
        ("一つ目。\n\n二つ目。", "一つ目。\n二つ目。"),
        ("一つ目。\n 　\t\n二つ目。", "一つ目。\n二つ目。"),
        ("  字下げ\n  です", "字下げです"),
        ("a\tb", "a b"),
        ("行の中の  空白", "行の中の  空白"),
        ("「\"'」{{ x }}\n<b>&", "「\"'」{{ x }} <b>&"),
    ],
)
def test_lines_are_joined(written: str, joined: str) -> None:
    assert joined_lines(written) == joined


@pytest.mark.parametrize("value", [None, 3, ["a"], {"ja": "あ"}])
def test_other_values_are_left_to_the_model(value: object) -> None:
    assert joined_lines(value) is value


def test_paragraphs_are_those_between_blank_lines() -> None:
    joined = joined_lines("一。\n二。\n\n三。")

    assert isinstance(joined, str)
    assert paragraphs(joined) == ["一。二。", "三。"]


@pytest.mark.parametrize(
    ("character", "japanese"), [("あ", True), ("、", True), ("】", True), ("髙", True), ("a", False)]
)
def test_japanese_writing_includes_its_punctuation(character: str, japanese: bool) -> None:
    assert is_japanese(character) is japanese


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("一つ目。二つ目。", "一つ目。"),
        ("「一つ。」と言う。二つ目。", "「一つ。」と言う。"),
        ("One. Two.", "One."),
        ("Version 1.2 is out. Two.", "Version 1.2 is out."),
        ("終わりのない文", "終わりのない文"),
        ("一段落目\n二段落目。", "一段落目"),
        ("", ""),
    ],
)
def test_first_sentence_ends_at_its_full_stop(text: str, first: str) -> None:
    assert first_sentence(text) == first
