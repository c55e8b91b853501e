"""Tell kanji from kana, and bring kana into one form."""

from __future__ import annotations

import re
import unicodedata

from macros.guideline.text import HAN

VARIANT_MARKS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""Signs after a kanji that choose one of its shapes, as the inside of a regular expression's brackets"""

KANJI = re.compile(f"[{HAN}]")
KANJI_RUN = re.compile(f"[{HAN}][{HAN}{VARIANT_MARKS}]*")

TO_HIRAGANA = {ord("ァ") + at: chr(ord("ぁ") + at) for at in range(ord("ヶ") - ord("ァ") + 1)}
TO_HIRAGANA |= {ord("ヽ"): "ゝ", ord("ヾ"): "ゞ"}
_OTHER = re.compile("[^ぁ-ゖー、。]")
_KANA = re.compile("[ぁ-ゖゝゞー]*")


def hiragana(text: str) -> str:
    """Give *text* with its katakana, wide or narrow, as hiragana."""
    if not _OTHER.search(text):
        return text
    if not text.isascii() and not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    return text.translate(TO_HIRAGANA)


def is_reading(text: str) -> bool:
    """Say whether *text* is nothing but hiragana and the long vowel sign."""
    return bool(text) and _KANA.fullmatch(text) is not None


def is_kanji(character: str) -> bool:
    """Say whether one *character* carries ruby."""
    return KANJI.match(character) is not None
