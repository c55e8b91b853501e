"""Read the notation {方|かた}, by which a writer gives the reading of one place; any other brace is literal."""

from __future__ import annotations

import re
from typing import NamedTuple

from macros.furigana.kana import HAN

_NOTATION = re.compile(rf"\{{([{HAN}]+)\|([ぁ-ゖー]+|[ァ-ヶー]+)\}}")


class Given(NamedTuple):
    """A reading given in the text: where its kanji stand in the plain text, and the reading."""

    start: int
    end: int
    reading: str


def plain(text: str) -> str:
    """Give *text* without the readings written in it, as it is searched, copied and exported."""
    return _NOTATION.sub(r"\1", text) if "{" in text else text


def parse(text: str) -> tuple[str, tuple[Given, ...]]:
    """Give the plain text and the readings written in it."""
    if "{" not in text:
        return text, ()
    pieces, given, length, last = [], [], 0, 0
    for found in _NOTATION.finditer(text):
        pieces += [text[last : found.start()], found[1]]
        start = length + found.start() - last
        length = start + len(found[1])
        given.append(Given(start, length, found[2]))
        last = found.end()
    return "".join((*pieces, text[last:])), tuple(given)
