"""Read numbers with the words they count (20日, 三人, 1,250件), as tables/counters.yml says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import yaml

from macros.furigana.tables import FOLDER

_KANJI_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
_NUMBER = re.compile(
    r"(?<![0-9０-９A-Za-zＡ-Ｚａ-ｚ.,．，])"
    r"(?P<digits>[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?)(?P<units>[十百千万億兆]*)"
    r"|(?P<kanji>[〇零一二三四五六七八九十百千万億兆]+)"
    r"|(?P<asked>何|数)(?P<unit>[十百千]?[万億]?)"
)
_VOICED = str.maketrans("かきくけこさしすせそたちつてとはひふへほ", "がぎぐげござじずぜぞだぢづでどばびぶべぼ")
_HALF_VOICED = str.maketrans("はひふへほ", "ぱぴぷぺぽ")
_LONGEST = 15
"""Digits of the longest number that is said as a whole."""

_ASKED = {"何": "なん", "数": "すう"}

Sounds = Mapping[str, Mapping[Any, str]]


class Counted(NamedTuple):
    """A word found by a number: its place and reading; *joint* where digits and counter are read together."""

    start: int
    end: int
    reading: str
    joint: bool = False


class Number(NamedTuple):
    """A number as said: the kanji or digits, its value, and the last thing said (0-9, 10, 100, …, 何)."""

    start: int
    end: int
    value: int | None
    last: int | str
    kanji: bool
    fraction: bool


def counted(text: str) -> dict[int, tuple[Counted, ...]]:
    """Give the words that numbers make in *text*, by where each number starts."""
    return {found.start(): words for found in _NUMBER.finditer(text) if (words := tuple(_words(text, found)))}


def spoken(value: int, before: Sounds | None = None) -> str:
    """Say a whole number below ten thousand billion, its last sound as the counter *before* which it stands wants."""
    own = (before or {}).get("number", {})
    if value == 0:
        return own.get(0, _table()["numerals"][0])
    said, last = "", 1
    for unit, size in (("兆", 10**12), ("億", 10**8), ("万", 10**4)):
        part, value = divmod(value, size)
        if part:
            said += spoken(part, _table()["units"][unit]) + _table()["units"][unit]["reading"]
            last = size
    for sign, size in (("千", 1000), ("百", 100), ("十", 10)):
        part, value = divmod(value, size)
        if part:
            unit = _table()["units"][sign]
            said += ("" if part == 1 else _digit(part, unit)) + _sounded(unit, part)
            last = size
    if value:
        return said + _digit(value, before or {})
    if last in own and last in (10, 100):
        tail = {10: "じゅう", 100: "く"}[last]
        said = said.removesuffix(tail) + (own[last] if last == 10 else "っ")
    return said


def _words(text: str, found: re.Match[str]) -> Iterator[Counted]:
    asked = found["asked"]
    if found["digits"]:
        yield from _after_digits(text, found)
    elif asked:
        start, end = found.span()
        name, unit = counter_at(text, end), found["unit"]
        if name or unit:
            said, last = _ASKED[asked], asked
            for sign in unit:
                said += _sounded(_table()["units"][sign], last)
                last = {**_SMALL, **_LARGE}[sign]
            counter = _sounded(_table()["counters"][name], last) if name else ""
            yield Counted(start, end + len(name or ""), said + counter)
    else:
        yield from _kanji_number(text, found)


def _after_digits(text: str, found: re.Match[str]) -> Iterator[Counted]:
    digits = unicodedata.normalize("NFKC", found["digits"]).replace(",", "")
    start, end = found.span("digits")
    value = None if "." in digits or len(digits) > _LONGEST else int(digits)
    last: int | str = _last(value) if value is not None else int(digits[-1])
    for sign in found["units"]:
        unit = _table()["units"].get(sign, {})
        yield Counted(end, end + 1, _sounded(unit, last))
        end, value, last = end + 1, None, {**_SMALL, **_LARGE}[sign]
    name = counter_at(text, end)
    if not name:
        return
    counter = _table()["counters"][name]
    exact = _exact(text, counter, value, found.start(), end + len(name))
    if exact and not found["units"]:
        yield Counted(start, end + len(name), exact, joint=True)
    else:
        yield Counted(end, end + len(name), _sounded(counter, last))


def _kanji_number(text: str, found: re.Match[str]) -> Iterator[Counted]:
    written = found["kanji"]
    value = _value(written)
    start, end = found.span()
    if value is None:
        return
    name = counter_at(text, end)
    if not name:
        if len(written) > 1:
            yield Counted(start, end, spoken(value))
        return
    counter = _table()["counters"][name]
    exact = counter.get("in_kanji", {}).get(value) or _exact(text, counter, value, start, end + len(name))
    if exact is None:
        exact = spoken(value, _merged(counter)) + _sounded(counter, _last(value))
    yield Counted(start, end + len(name), exact)


def _exact(text: str, counter: Mapping[str, Any], value: int | None, start: int, end: int) -> str | None:
    """Give the reading of number and counter together, where the table has one."""
    if value == 1 and "first" in counter:
        return counter["first"] if _is_date(text, start, end) else None
    return counter.get("exact", {}).get(value)  # type: ignore[no-any-return]  # the table's own texts


def _is_date(text: str, start: int, end: int) -> bool:
    """Say whether 1日 at this place is the first of a month (ついたち) rather than one day (いちにち)."""
    patterns = _table()["first"]
    return bool(re.search(patterns["left"], text[max(0, start - 6) : start])) or not (
        re.match(patterns["not_right"], text[end : end + 6])
        or re.search(patterns["not_left"], text[max(0, start - 6) : start])
    )


def counter_at(text: str, at: int) -> str | None:
    """Give the longest counter that starts at *at* and is not part of another word."""
    for length in range(_table()["longest"], 0, -1):
        name = text[at : at + length]
        counter = _table()["counters"].get(name)
        if counter is not None and len(name) == length:
            after = text[at + length : at + length + 1]
            guarded = after and after in str(counter.get("guard", ""))
            if not guarded and ("then" not in counter or (after and after in str(counter["then"]))):
                return name
    return None


def _sounded(counter: Mapping[str, Any], last: int | str) -> str:
    """Give the counter's reading after a number that ends in *last*."""
    reading: str = counter["reading"]
    sounds = {**_class(counter).get("counter", {}), **counter.get("counter", {})}
    voice = {"p": _HALF_VOICED, "b": _VOICED}.get(sounds.get(last, ""))
    return reading[0].translate(voice) + reading[1:] if voice else reading


def _merged(counter: Mapping[str, Any]) -> Sounds:
    return {"number": {**_class(counter).get("number", {}), **counter.get("number", {})}}


def _class(counter: Mapping[str, Any]) -> Mapping[str, Any]:
    return _table()["sounds"][counter.get("sounds", "plain")]  # type: ignore[no-any-return]


def _digit(value: int, before: Sounds) -> str:
    return before.get("number", {}).get(value) or _table()["numerals"][value]


def _last(value: int) -> int:
    """Give the last thing said of a number: its last digit, or 10, 100, 1000, 10000."""
    for size in (10, 100, 1000, 10**4):
        if value % size:
            return value % size // (size // 10) if size == 10 else size // 10
    return 10**4 if value else 0


def _value(written: str) -> int | None:
    """Give the value of a number in kanji, by place (二〇二四) or with units (二千二十四); None where it is neither."""
    if len(written) > _LONGEST:
        return None
    if all(sign in _KANJI_DIGITS for sign in written):
        return int("".join(str(_KANJI_DIGITS[sign]) for sign in written))
    total = part = 0
    digit: int | None = None
    for sign in written:
        if sign in _KANJI_DIGITS:
            if digit is not None:
                return None
            digit = _KANJI_DIGITS[sign]
        elif sign in _SMALL:
            part, digit = part + (1 if digit is None else digit) * _SMALL[sign], None
        else:
            total, part, digit = total + ((part + (digit or 0)) or 1) * _LARGE[sign], 0, None
    return total + part + (digit or 0)


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.load((FOLDER / "counters.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    table["longest"] = max(map(len, table["counters"]))
    return table
