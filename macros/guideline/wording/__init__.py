"""What each kind of problem says, in plain Japanese and English: what is wrong, then what to do about it."""

from __future__ import annotations

from collections.abc import Mapping

from macros.guideline.wording import (
    children,
    files,
    phrases,
    publishing,
    records,
    signs,
    start,
    syntax,
    values,
)

SUBJECTS = (files, signs, syntax, values, records, children, start, publishing, phrases)

WORDING: Mapping[str, Mapping[str, str]] = {code: words for one in SUBJECTS for code, words in one.WORDING.items()}
