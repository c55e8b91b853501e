"""How a reading is written in a text, {方|かた} or {岩国市《まち》}, and what was meant to be one but is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.guideline.text import HAN

_KANA = "[ぁ-ゖー]+|[ァ-ヶー]+"
GIVEN = re.compile(rf"\{{([{HAN}]+)(?:\|({_KANA})|《({_KANA})》)\}}")
"""The kanji and their reading: our own, or else the one that the source prints"""
_BEGUN = re.compile(rf"[{{｛][{HAN}][^{{}}｛｝|｜《\s]*\s*[|｜《][^{{}}｛｝\n]{{0,20}}[}}｝]?")


def mistyped(text: str) -> Iterator[str]:
    """Give each piece of *text* that begins as a reading does, up to its bar, and goes on as none."""
    return (found[0] for found in _BEGUN.finditer(text) if not GIVEN.match(text, found.start()))
