"""The reading of a name is kana with what else names hold; anything else is refused before it is published."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.guideline.load import load
from macros.guideline.model.readings import NameReading
from macros.guideline.problems import GuidelineError
from tests.site import replaced

READING = TypeAdapter(NameReading)


@pytest.mark.parametrize(
    "reading",
    [
        *("みどりちょう", "ミドリ", "あかいわし きょうどう", "ほじょ・じょせい", "ほじょ、じょせい", "ししん(あん)"),
        *(
            "だい3じけいかく",
            "だい３じ",
            "【みほん】ことば",
            "えぬぴーおー",
            "ぼらんてぃあ（いちぶ）",
            "ゔぁ",
            "すゞき",
        ),
    ],
)
def test_kana_with_what_names_hold_are_a_reading(reading: str) -> None:
    assert READING.validate_python(reading) == reading


@pytest.mark.parametrize(
    "reading", ["緑町の手引き null", "null", "-", "・・・", "ー", "2026", " ", "みどりちょう null", "NPO", "ﾐﾄﾞﾘ", "緑"]
)
def test_anything_else_is_none(reading: str) -> None:
    with pytest.raises(ValidationError):
        READING.validate_python(reading)


@pytest.mark.parametrize("file", ["guide.yml", "departments.yml", "forms.yml", "roles.yml", "rules.yml"])
def test_it_is_told_at_its_line_in_the_words_of_bad_readings(town: Path, file: str) -> None:
    path = town / "midori" / file
    lines = path.read_text(encoding="utf-8").splitlines()
    number, line = next((at, one) for at, one in enumerate(lines, 1) if one.strip().startswith("reading: "))
    replaced(path, line, line.partition("reading: ")[0] + "reading: 緑町の手引き null")

    with pytest.raises(GuidelineError) as refused:
        load(town)

    said = [one for one in refused.value.lines() if f"/{file}:{number}:" in one]
    assert len(said) == 1
    assert "「緑町の手引き null」は読みに使えません。ひらがな" in said[0]
