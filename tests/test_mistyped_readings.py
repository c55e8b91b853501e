"""What was meant to be a reading and is none is told at its place; every other brace stays text."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.__main__ import main
from macros.furigana import plain
from macros.guideline.notation import mistyped
from macros.guideline.source import parse
from tests.site import replaced

MISTYPED = (
    ("{方｜かた}", "{方｜かた}"),
    ("｛方｜かた｝", "｛方｜かた｝"),
    ("｛方|かた}", "｛方|かた}"),
    ("{方|かた｝", "{方|かた｝"),
    ("この{協働|きょうどう 、と書く。", "{協働|きょうどう 、と書く。"),
    ("{協働|}", "{協働|}"),
    ("{人|hito}", "{人|hito}"),
    ("{人 | ひと}", "{人 | ひと}"),
    ("{人|ひト}", "{人|ひト}"),
    ("{取り組み|とりくみ}", "{取り組み|とりくみ}"),
    ("{岩国市《まち}", "{岩国市《まち}"),
    ("{方|かた}と{人|}", "{人|}"),
    ("{ 方|かた }", "{ 方|かた }"),
    ("{岩国市≪まち≫}", "{岩国市≪まち≫}"),
    ("{A4|えーよん}", "{A4|えーよん}"),
    ("{|かた}", "{|かた}"),
)
LEFT_ALONE = (
    *("{方|かた}", "{方|カタ}", "{岩国市《まち》}", "{漢字}", "{count} {町|まち}", "{協働", "{x|y}", "{協働} | まち"),
    *("協働|まち", "方|かた}", "{{ 7*7 }}", "{} {0}", "｛市民と町｝", "《まち》"),
)


@pytest.mark.parametrize(("text", "told"), MISTYPED)
def test_what_was_meant_to_be_a_reading_is_told(text: str, told: str) -> None:
    assert list(mistyped(text)) == [told]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_readings_and_other_braces_are_left_alone(text: str) -> None:
    assert list(mistyped(text)) == []


@pytest.mark.parametrize(
    ("yaml", "places"),
    [
        ("a: この{方｜かた}です。\n", [(1, 6)]),
        ('a: {ja: "{方｜かた}", en: "{方｜かた}"}\n', [(1, 10), (1, 24)]),
        ("a: |\n  一行目。\n  この{方|}と{方|}です。\n  {人|ひと}\n  {人|hito}\n", [(3, 5), (3, 10), (5, 3)]),
        ("a: |\n  この{協働|きょう\n  どう}です。\n", []),
        ("# {方｜かた}\na: b\n", []),
    ],
)
def test_each_is_told_where_it_begins(yaml: str, places: list[tuple[int, int]]) -> None:
    tree = parse(yaml.encode(), "a.yml")

    assert [(one.place.line, one.place.column) for one in tree.problems] == places
    assert {one.code for one in tree.problems} <= {"mistyped-reading"}
    assert tree.mapping is not None  # what else is wrong in the file is told, too


def test_check_tells_it_and_everything_else_of_the_file(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    forms = town / "midori" / "forms.yml"
    replaced(forms, "ja: ともに主催者になります。", 'ja: "{方｜かた}が主催者になります。"')
    replaced(forms, "points:", "pints:")

    assert main(["check", "--data", str(town)]) == 1
    said = capsys.readouterr().out
    assert "data/midori/forms.yml:9:20: 「{方｜かた}」は読みの書き方ではないので、" in said
    assert "「pints」という項目はありません" in said


def test_a_reading_of_the_right_form_is_taken_out_of_plain_text() -> None:
    assert [plain(text) for text in LEFT_ALONE[:3]] == ["方", "方", "岩国市"]
