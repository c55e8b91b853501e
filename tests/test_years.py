import pytest

from macros.guideline.years import era_year, fiscal_year, fiscal_years, month


@pytest.mark.parametrize(
    ("year", "written"),
    [
        (2009, "平成21年度"),
        (2012, "平成24年度"),
        (1989, "平成元年度"),
        (1988, "昭和63年度"),
        (1927, "昭和2年度"),
        (1926, "大正15年度"),
        (2018, "平成30年度"),
        (2019, "平成31年度・令和元年度"),
        (2020, "令和2年度"),
        (1868, "明治元年度"),
    ],
)
def test_a_fiscal_year_is_named_by_the_era_of_its_first_of_april(year: int, written: str) -> None:
    assert era_year(year) == written


def test_a_fiscal_year_is_written_in_both_calendars_in_japanese() -> None:
    assert fiscal_year(2009, "ja") == "平成21年度(2009年度)"


def test_a_fiscal_year_is_short_in_english() -> None:
    assert fiscal_year(2009, "en") == "FY2009"


def test_a_span_of_one_year_is_written_once() -> None:
    assert fiscal_years(2009, 2009, "en") == "FY2009"


def test_a_span_names_its_first_and_last_year() -> None:
    assert fiscal_years(2009, 2017, "ja") == "平成21年度(2009年度)から平成29年度(2017年度)まで"


@pytest.mark.parametrize(
    ("date", "japanese", "english"),
    [
        ("2015", "2015年", "2015"),
        ("2015-10", "2015年10月", "October 2015"),
        ("2000-04-01", "2000年4月1日", "April 1, 2000"),
    ],
)
def test_a_date_of_the_calendar_is_written_out(date: str, japanese: str, english: str) -> None:
    assert (month(date, "ja"), month(date, "en")) == (japanese, english)
