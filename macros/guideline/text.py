"""Join the lines of a text as Japanese and English want it, and cut it into paragraphs."""

from __future__ import annotations

import re
import unicodedata

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The characters that carry ruby, as the inside of a regular expression's brackets: kanji, 々 and 〇."""

_SENTENCE = re.compile(r".*?(?:[。!?](?=[^」』)]|$)|[.!?](?= )|$)")
_SLOT = re.compile(r"\{(\w+)\}")
_NO_TEXT = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_BLANK_LINE = re.compile(r"\n[ \t\u3000]*\n")
_JAPANESE_NAMES = (
    *("CJK", "HIRAGANA", "KATAKANA", "IDEOGRAPH", "FULLWIDTH", "CIRCLED", "VARIATION SELECTOR", "WAVE DASH"),
    *("CORNER BRACKET", "LENTICULAR BRACKET", "TORTOISE SHELL BRACKET", "LEFT DOUBLE ANGLE", "RIGHT DOUBLE ANGLE"),
)


def joined_lines(value: object) -> object:
    """Join the lines of each paragraph of *value*; paragraphs stay apart by one line break.

    Lines meet without a space where either side is Japanese, with one otherwise.
    Anything but text is returned as it is, for the model to refuse.
    """
    if not isinstance(value, str):
        return value
    joined = (_join(block) for block in _BLANK_LINE.split(value.replace("\t", " ")))
    return "\n".join(paragraph for paragraph in joined if paragraph)


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a text whose lines are joined."""
    return text.split("\n")


def first_sentence(text: str) -> str:
    """Give the first sentence of a text whose lines are joined."""
    return _SENTENCE.match(paragraphs(text)[0]).group()  # type: ignore[union-attr]  # matches any text


def filled(words: str, /, **values: object) -> str:
    """Put *values* into the slots {name} of *words*; every other bracket is text."""
    return _SLOT.sub(lambda slot: str(values.get(slot[1], slot[0])), words)


def is_japanese(character: str) -> bool:
    """Say whether *character* belongs to Japanese writing, full-width signs included."""
    return any(part in unicodedata.name(character, "") for part in _JAPANESE_NAMES)


def is_text(name: str) -> bool:
    """Say whether a *name* can be written: that of a file may hold line breaks, or bytes that are no UTF-8."""
    return not _NO_TEXT.search(name)


def _join(block: str) -> str:
    joined = ""
    for line in (line.strip(" ") for line in block.splitlines()):
        if joined and line and not (is_japanese(joined[-1]) or is_japanese(line[0])):
            joined += " "
        joined += line
    return joined
