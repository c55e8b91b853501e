"""How a reading is written in a text, {方|かた} or {岩国市《まち》}, and what was meant to be one but is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.guideline.text import HAN

_KANA = "[ぁ-ゖー]+|[ァ-ヶー]+"
GIVEN = re.compile(rf"\{{([{HAN}]+)(?:\|({_KANA})|《({_KANA})》)\}}")
"""The kanji and their reading: our own, or else the one that the source prints"""
_BEGUN = re.compile(
    rf"[{{｛]\s*[{HAN}][^{{}}｛｝|｜《≪\s]*\s*[|｜《≪][^{{}}｛｝\n]{{0,20}}[}}｝]?"
    rf"|[{{｛][^{{}}｛｝|｜\n]{{0,20}}[|｜]\s*(?:{_KANA})\s*[}}｝]"
)
"""What goes on to a bar after its kanji, and whatever has a bar and kana between braces"""


def mistyped(text: str) -> Iterator[str]:
    """Give each piece of *text* that begins as a reading does, or has the parts of one, and is none."""
    return (found[0] for found in _BEGUN.finditer(text) if not GIVEN.match(text, found.start()))
