"""Fiscal years (April to March) in the Japanese and the Western calendar."""

from __future__ import annotations

_ERAS = ((2019, "令和"), (1989, "平成"), (1927, "昭和"), (1912, "大正"), (1868, "明治"))
_FIRST_REIWA = 2019
_FIRST_MONTH = 4
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def era_year(year: int) -> str:
    """Name the fiscal *year* in the Japanese calendar, as 平成21年度.

    The era is that of 1 April; fiscal 2019 began as 平成31年度 and is written with both names.
    """
    if year == _FIRST_REIWA:
        return "平成31年度・令和元年度"
    first, era = next((first, era) for first, era in _ERAS if year >= first)
    number = year - first + 1 if era != "昭和" else year - 1925
    return f"{era}{'元' if number == 1 else number}年度"


def fiscal_year(year: int, language: str) -> str:
    """Write the fiscal *year* in full: 平成21年度(2009年度), or FY2009 in English."""
    return f"{era_year(year)}({year}年度)" if language == "ja" else f"FY{year}"


def fiscal_years(first: int, last: int, language: str) -> str:
    """Write a span of fiscal years in full."""
    if first == last:
        return fiscal_year(first, language)
    if language == "ja":
        return f"{fiscal_year(first, language)}から{fiscal_year(last, language)}まで"
    return f"FY{first} to FY{last}"


def month(date: str, language: str) -> str:
    """Write a calendar *date* (2015, 2015-10 or 2015-10-01) as 2015年10月, or October 2015 in English."""
    year, month_, day = (*(int(part) for part in date.split("-")), 0, 0)[:3]
    if language == "ja":
        return f"{year}年" + (f"{month_}月" if month_ else "") + (f"{day}日" if day else "")
    return " ".join((*((_MONTHS[month_ - 1],) if month_ else ()), *((f"{day},",) if day else ()), str(year)))


def fiscal_year_of(date: str) -> int:
    """Give the fiscal year in which a calendar *date* (2015, 2015-10 or 2015-10-01) lies; a bare year is its own."""
    year, month_ = (*(int(part) for part in date.split("-")), _FIRST_MONTH)[:2]
    return year if month_ >= _FIRST_MONTH else year - 1
