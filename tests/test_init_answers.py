"""What kyodo init asks: few answers are enough, wrong ones are named, and what they imply is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.__main__ import main
from macros.guideline.codes import has_right_check_digit
from macros.guideline.problems import GuidelineError
from macros.samples import english
from macros.samples.answers import QUESTIONS, Answers, Question, settled
from macros.samples.prefectures import prefectures
from tests.izayoi import GIVEN


def test_three_answers_are_enough() -> None:
    answers = settled(GIVEN)

    assert answers["title"] == "十六夜市協働のまちづくり指針"
    assert answers["title_reading"] == "いざよいしきょうどうのまちづくりししん"
    assert answers["name_en"] == "Izayoi City"
    assert answers["code"] == ""


@pytest.mark.parametrize(
    ("given", "option", "words"),
    [
        ({"reading": "イザヨイ市"}, "--reading", "ひらがな"),
        ({"name": "Izayoi"}, "--name", "日本語の名前ではありません"),
        ({"name": '十六夜"市'}, "--name", "使えません"),
        ({"name": "#十六夜|市"}, "--name", "「#」は使えません"),
        ({"name": "十六夜\u2028市"}, "--name", "「<U+2028>」は使えません"),
        ({"name": "十六夜\udce5市"}, "--name", "「<U+DCE5>」は使えません"),
        ({"title_en": "#{x}"}, "--title-en", "使えません"),
        ({"brand": "#12|345"}, "--brand", "使えません"),
        ({"prefecture": "山口"}, "--prefecture", "「山口県」のことですか"),
        ({"code": "352038"}, "--code", "検査数字"),
        ({"code": "12"}, "--code", "6けた"),
        ({"code": "082058"}, "--prefecture", "山口県の市町村のものではありません"),
        ({"brand": "#ffee00"}, "--brand", "読みにくく"),
        ({"brand": "青"}, "--brand", "色として読めません"),
        ({"title": "十六夜市の約束"}, "--title-reading", "資料の名前の読み"),
    ],
)
def test_a_wrong_answer_is_named_with_its_option(given: Answers, option: str, words: str) -> None:
    with pytest.raises(GuidelineError) as refused:
        settled({**GIVEN, **given})

    (line,) = refused.value.lines()
    assert line.startswith(f"{option}: ")
    assert words in line


def test_missing_answers_are_named_all_at_once(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "izayoi", "--data", str(town)]) == 1
    said = capsys.readouterr().out

    assert [line.split(":")[0] for line in said.splitlines()] == ["--name", "--prefecture", "--reading"]
    assert not (town / "izayoi").exists()


def test_full_width_digits_and_capitals_are_understood() -> None:
    answers = settled({**GIVEN, "code": "３５２０３９", "brand": "1F5F7A"})

    assert (answers["code"], answers["brand"]) == ("352039", "#1f5f7a")


def test_the_code_says_the_prefecture() -> None:
    given = {"name": "石岡市", "reading": "いしおかし", "code": "082058"}

    assert settled(given)["prefecture"] == "茨城県"


def test_at_a_terminal_a_wrong_answer_is_asked_again(capsys: pytest.CaptureFixture[str]) -> None:
    typed = iter(["", "十六夜市", "いざよい市", "いざよいし", "", "", "山口県", *[""] * 5])
    asked: list[str] = []

    def ask(question: Question, _: str | None) -> str:
        asked.append(question.name)
        return next(typed)

    answers = settled({}, ask)

    assert answers == settled(GIVEN)
    assert asked[:4] == ["name", "name", "reading", "reading"]
    assert set(asked) == {question.name for question in QUESTIONS}
    assert "読みに使えません" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "reading", "english_name"),
    [
        ("山口市", "やまぐちし", "Yamaguchi City"),
        ("石岡市", "いしおかし", "Ishioka City"),
        ("東温市", "とうおんし", "Toon City"),
        ("京都市", "きょうとし", "Kyoto City"),
        ("岩内町", "いわないちょう", "Iwanai Town"),
        ("大町町", "おおまちちょう", "Omachi Town"),
        ("日高川町", "ひだかがわちょう", "Hidakagawa Town"),
        ("白川村", "しらかわむら", "Shirakawa Village"),
        ("港区", "みなとく", "Minato City"),
    ],
)
def test_english_names_are_proposed_from_readings(name: str, reading: str, english_name: str) -> None:
    assert english.town(name, reading) == english_name


@pytest.mark.parametrize(
    ("code", "right"),
    [
        *((code, True) for code in ("352039", "352080", "332135", "032051", "082058", "131016")),
        *((code, False) for code in ("352038", "352093", "253039")),
    ],
)
def test_check_digits_of_codes(code: str, right: bool) -> None:
    assert has_right_check_digit(code) is right


def test_there_are_47_prefectures_in_order() -> None:
    assert [one.number for one in prefectures()] == [f"{number:02}" for number in range(1, 48)]
    assert len({one.reading for one in prefectures()}) == 47
