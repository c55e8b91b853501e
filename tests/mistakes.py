"""A grammar of what staff do to a YAML file by mistake: how it is saved, typed, indented, cut, merged."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Sequence

Mistake = Callable[[random.Random, list[str]], None]
"""Spoils the lines of a file somewhere"""

_FULL_WIDTH = str.maketrans({chr(at): chr(at + 0xFEE0) for at in range(0x21, 0x7F)} | {" ": "\u3000"})
_VALUES = (
    *("no", "yes", "on", "~", "null", "9:00", "0120", "1.10", "2024-02-30", "10000000000000000000000", ".inf", ".nan"),
    *("-1", "", "''", "[]", "{}", "[協働]", "{ja: 協働}", "@市長", "*注", "&注", "!重要", "%a", "`a`", "=", "?", "-"),
    *(
        "[案]協働",
        "'a' と 'b'",
        "協働: まち",
        "> 引用",
        "| 表",
        "協働 # 注",
        "<<",
        "平成二十年",
        "二千十年",
        "２０１０",
    ),
    *("5ページ", "javascript:alert(1)", "http://", "../../x", "a" * 5000, "𠮷", "葛\U000e0100", "ｷｮｳﾄﾞｳ", "①"),
)
_SIGNS = (
    *("\ue000", "\uf8ff", "\U000f0000", "\u200b", "\u200e", "\u202e", "\ufeff", "\u00a0", "\u3000", "\x00", "\x07"),
    *(
        "\x0b",
        "\x1b",
        "\x7f",
        "\x85",
        "\u2028",
        "\ufffd",
        "\t",
        "：",
        "－",
        "ー",
        "・",
        "，",
        "｛",
        "］",
        "＃",
        "＂",
        "”",
    ),
)
_CONFLICT = ("<<<<<<< HEAD", "=======", ">>>>>>> 修正", "||||||| 共通の祖先")


def _line(chance: random.Random, lines: list[str]) -> int:
    return chance.randrange(len(lines))


def _value(chance: random.Random, lines: list[str]) -> None:
    at = _line(chance, lines)
    key, colon, _ = lines[at].partition(": ")
    lines[at] = f"{key}{colon}{chance.choice(_VALUES)}" if colon else chance.choice(_VALUES)


def _sign(chance: random.Random, lines: list[str]) -> None:
    at = _line(chance, lines)
    where = chance.randint(0, len(lines[at]))
    lines[at] = lines[at][:where] + chance.choice(_SIGNS) + lines[at][where:]


def _wide(chance: random.Random, lines: list[str]) -> None:
    at = _line(chance, lines)
    start = chance.randint(0, len(lines[at]))
    end = chance.choice((start + 1, start + 1, len(lines[at])))
    lines[at] = lines[at][:start] + lines[at][start:end].translate(_FULL_WIDTH) + lines[at][end:]


def _indent(chance: random.Random, lines: list[str]) -> None:
    at = _line(chance, lines)
    bare = lines[at].lstrip(" ")
    lines[at] = chance.choice(("", " ", "   ", "\t", "　", "        ", "\u00a0\u00a0")) + bare


def _indent_block(chance: random.Random, lines: list[str]) -> None:
    at = _line(chance, lines)
    for number in range(at, min(at + chance.randint(2, 6), len(lines))):
        lines[number] = chance.choice(("  ", " ")) + lines[number] if chance.random() < 0.5 else lines[number][2:]


def _drop_sign(chance: random.Random, lines: list[str]) -> None:
    at = _line(chance, lines)
    found = [where for where, sign in enumerate(lines[at]) if sign in ":-[]{}'\"|, "]
    if found:
        where = chance.choice(found)
        lines[at] = lines[at][:where] + lines[at][where + 1 :]


def _double(chance: random.Random, lines: list[str]) -> None:
    at = _line(chance, lines)
    upto = min(at + chance.choice((1, 1, 2, 5)), len(lines))
    lines[upto:upto] = lines[at:upto]


def _drop(chance: random.Random, lines: list[str]) -> None:
    at = _line(chance, lines)
    del lines[at : at + chance.choice((1, 1, 3))]
    lines or lines.append("")


def _swap(chance: random.Random, lines: list[str]) -> None:
    one, other = _line(chance, lines), _line(chance, lines)
    lines[one], lines[other] = lines[other], lines[one]


def _key(chance: random.Random, lines: list[str]) -> None:
    at = _line(chance, lines)
    before, colon, after = lines[at].partition(":")
    if colon and before:
        where = chance.randrange(len(before))
        letter = chance.choice(("", "x", before[where] * 2, before[where].upper(), "ﾟ", "1"))
        lines[at] = before[:where] + letter + before[where + 1 :] + colon + after


def _decompose(chance: random.Random, lines: list[str]) -> None:
    at = _line(chance, lines)
    lines[at] = unicodedata.normalize("NFD", lines[at])


def _conflict(chance: random.Random, lines: list[str]) -> None:
    for mark in _CONFLICT[: chance.randint(1, 4)]:
        lines.insert(_line(chance, lines), mark)


def _quote(chance: random.Random, lines: list[str]) -> None:
    at = _line(chance, lines)
    lines[at] += chance.choice(("'", '"', "”", "]", "}", " |", " >", ":", " #", "\\", " &a", " *a", " !!str"))


def _cut(chance: random.Random, lines: list[str]) -> None:
    at = _line(chance, lines)
    del lines[at + 1 :]
    lines[at] = lines[at][: chance.randint(0, len(lines[at]))]


def _other_document(chance: random.Random, lines: list[str]) -> None:
    lines.insert(_line(chance, lines), chance.choice(("---", "...", "%YAML 1.2", "--- !x", "# -*- coding: cp932 -*-")))


def _deep(chance: random.Random, lines: list[str]) -> None:
    depth = chance.choice((10, 60, 3000))
    lines[_line(chance, lines)] = chance.choice(("x: " + "[" * depth, "{a: " * depth, "- " * depth + "x"))


def _type(chance: random.Random, lines: list[str]) -> None:
    at = _line(chance, lines)
    key, colon, after = lines[at].partition(": ")
    if colon:
        lines[at] = key + colon + chance.choice((f"[{after}]", f"{{ja: {after}}}", f"{{x: {after}}}", f"- {after}"))


MISTAKES: Sequence[Mistake] = (
    *(_value, _sign, _wide, _indent, _indent_block, _drop_sign, _double, _drop, _swap, _key, _decompose, _conflict),
    *(_quote, _cut, _other_document, _deep, _type),
)
_LINE_ENDS = ("\n", "\n", "\n", "\n", "\r\n", "\r")
_ENCODINGS = ("utf-8",) * 12 + ("utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le", "utf-32")


def spoilt(text: str, seed: int) -> bytes:
    """Give *text* with the mistakes that *seed* stands for, as the bytes of a file."""
    chance = random.Random(seed)
    lines = text.split("\n")
    for mistake in chance.choices(MISTAKES, k=chance.choice((0, 1, 1, 1, 1, 2, 2, 3, 5))):
        mistake(chance, lines)
    data = chance.choice(_LINE_ENDS).join(lines).encode(chance.choice(_ENCODINGS), "replace")
    if chance.random() < 0.06:
        data = data[: chance.randint(0, len(data))]
    if data and chance.random() < 0.04:
        at = chance.randrange(len(data))
        data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    return data
