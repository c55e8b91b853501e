"""Read the notations by which a writer gives the reading of one place; any other brace is literal.
What was meant to be one of them is refused when the data are read (guideline/notation.py).

{方|かた} is our own reading: shown when readers ask for furigana. {岩国市《まち》} is one that the source prints:
it carries meaning and is shown always.
"""

from __future__ import annotations

from typing import NamedTuple

from macros.furigana.kana import hiragana
from macros.furigana.ruby import Ruby, Segment
from macros.guideline.notation import GIVEN


class Given(NamedTuple):
    """A reading given in the text: where its kanji stand in the plain text, and whether the source prints it."""

    start: int
    end: int
    reading: str
    printed: bool = False


def plain(text: str) -> str:
    """Give *text* without the readings written in it, as it is searched, copied and exported."""
    return GIVEN.sub(r"\1", text) if "{" in text else text


def parse(text: str) -> tuple[str, tuple[Given, ...]]:
    """Give the plain text and the readings written in it."""
    if "{" not in text:
        return text, ()
    pieces, given, length, last = [], [], 0, 0
    for found in GIVEN.finditer(text):
        pieces += [text[last : found.start()], found[1]]
        start = length + found.start() - last
        length = start + len(found[1])
        given.append(Given(start, length, found[2] or found[3], bool(found[3])))
        last = found.end()
    return "".join((*pieces, text[last:])), tuple(given)


def printed(text: str) -> tuple[Segment, ...]:
    """Give *text* as plain text and ruby, with ruby only where the source prints a reading."""
    plain_text, given = parse(text)
    found: list[Segment] = []
    last = 0
    for one in given:
        if one.printed:
            base = plain_text[one.start : one.end]
            found += [plain_text[last : one.start], Ruby(base, hiragana(one.reading), base, hard=False, printed=True)]
            last = one.end
    return tuple(segment for segment in (*found, plain_text[last:]) if segment)
