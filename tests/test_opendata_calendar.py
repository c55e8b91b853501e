"""The calendar: a fiscal year is a day-long event from 1 April to 31 March, and every calendar program can read it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from macros.guideline.model import Guide, Library
from macros.opendata.calendar import calendar
from tests.site import MINI, ROOT, library

STAMP = datetime(2026, 11, 21, tzinfo=UTC)
PAGE = "https://example.jp/yamaguchi/plan/"


def written(guide: str, language: str = "ja") -> bytes:
    town = library(MINI if guide == "midori" else ROOT / "data")
    return calendar(town, town.guide(guide), language, STAMP, PAGE)


def events(guide: str, language: str = "ja") -> dict[str, object]:
    found = Calendar.from_ical(written(guide, language)).walk("VEVENT")
    return {str(event["uid"]): event for event in found}


@pytest.mark.parametrize("guide", ["yamaguchi", "akaiwa", "iwakuni", "midori"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_fiscal_year_runs_from_april_to_march(guide: str, language: str) -> None:
    years = [event for uid, event in events(guide, language).items() if uid.startswith("fiscal-")]

    assert len(years) > 2
    for event in years:
        first, after = event["dtstart"].dt, event["dtend"].dt  # type: ignore[index]  # icalendar's own mapping
        assert (first.month, first.day, after.month, after.day, after.year - first.year) == (4, 1, 4, 1, 1)
        assert type(first) is date


def test_a_year_says_what_is_planned_in_it() -> None:
    event = events("yamaguchi")["fiscal-2009@yamaguchi.kyodo-guide"]

    assert event["summary"] == "平成21年度(2009年度) 山口市協働推進プラン"  # type: ignore[index]
    assert "実施・完了予定: Ⅰ-(1)-① 地域交流センターの設置" in event["description"].splitlines()  # type: ignore[index]


def test_a_record_of_progress_stands_on_its_day() -> None:
    found = [event for uid, event in events("midori").items() if uid.startswith("festival-2011-08-15")]
    (event,) = found

    assert event["dtstart"].dt == date(2011, 8, 15)  # type: ignore[index]
    assert event["dtend"].dt == date(2011, 8, 16)  # type: ignore[index]
    assert "祭りを開きました。" in event["summary"]  # type: ignore[index]


def test_a_guide_without_years_has_no_calendar() -> None:
    assert written("ishioka") == b""


@pytest.mark.parametrize("guide", ["yamaguchi", "midori"])
def test_lines_are_short_end_in_crlf_and_break_no_character(guide: str) -> None:
    content = written(guide)

    assert content == written(guide)
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    for line in content.split(b"\r\n"):
        line.decode()


def test_the_stamp_is_that_of_the_data() -> None:
    assert b"DTSTAMP:20261121T000000Z" in written("midori")


def test_only_the_years_named_are_there(real: Library) -> None:
    guide: Guide = real.guide("akaiwa")
    named = {year for period in guide.front.periods for year in range(period.first, period.last + 1)} | set(guide.years)

    assert {uid for uid in events("akaiwa") if uid.startswith("fiscal-")} == {
        f"fiscal-{year}@akaiwa.kyodo-guide" for year in named
    }
