"""Turn the bytes of a file into text, or say in which encoding it was probably saved."""

from __future__ import annotations

import re
import unicodedata

from macros.guideline.problems import Place, Problem

_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_NO_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-")
"""How files of Excel and Word, new and old, and PDFs begin"""
_CANDIDATES = (("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"))
_JIS_ESCAPE = re.compile(rb"\x1b\$[@B]|\x1b\([BJ]")
_DECOMPOSED = re.compile("[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+|[\u1100-\u11ff]+")
MOST_MARKS = 30
"""Marks on one letter: no script needs more than a few, and to put thousands into their order takes minutes"""
_MAY_BE_MARKS = re.compile(
    "[\u0300-\u1fff\u20d0-\u20ff\u2cef-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\uabff\ufb1e-\ufe2f\U000101fd-\U0001e94a]"
    f"{{{MOST_MARKS + 1},}}"
)
_JAPANESE = re.compile("[\u3041-\u30ff\u3001\u3002\u4e00-\u9fff]")


def decoded(data: bytes, file: str) -> str | Problem:
    """Give *data* as text with plain line feeds and without a byte order mark, or the problem with it."""
    if data.startswith(_NO_TEXT):
        return Problem(Place(file), "no-text")
    if b"\x00" in data and not data.strip(b"\x00\r\n"):
        return Problem(Place(file), "only-zeros")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Problem(Place(file), "not-utf8", {"encoding": encoding})
    if len(data) > 1 and data[::2].count(0) + data[1::2].count(0) > len(data) // 4:
        return Problem(Place(file), "not-utf8", {"encoding": "UTF-16"})
    if _JIS_ESCAPE.search(data):
        return Problem(Place(file), "not-utf8", {"encoding": "ISO-2022-JP (JIS)"})
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _misread(data, error.start, file)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def pile(text: str) -> int | None:
    """Give where in *text* the first of more marks stands than any letter bears."""
    for run in _MAY_BE_MARKS.finditer(text) if not text.isascii() else ():
        marks = 0
        for at, sign in enumerate(run[0], run.start()):
            marks = marks + 1 if unicodedata.combining(sign) else 0
            if marks > MOST_MARKS:
                return at - MOST_MARKS
    return None


def composed(text: str) -> str:
    """Join letters and the marks written after them (NFD), as some systems store them, into one character.

    Whole-text NFC is avoided: it would replace variant kanji of names (U+FA19 and others) by common ones.
    Marks piled up, for which files are refused, stay as they are.
    """
    if pile(text) is not None or unicodedata.is_normalized("NFC", text):
        return text
    return _DECOMPOSED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)


def _misread(data: bytes, at: int, file: str) -> Problem:
    before = data[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    place = Place(file, before.count(b"\n") + 1, column)
    if not data[:at].isascii():  # most of it is UTF-8: a few broken bytes, not another encoding
        return Problem(place, "not-utf8-unknown")
    likely = [(_japanese_share(data, codec), name) for codec, name in _CANDIDATES]
    share, name = max(likely, key=lambda pair: pair[0])
    return Problem(place, "not-utf8", {"encoding": name}) if share > 0.5 else Problem(place, "not-utf8-unknown")


def _japanese_share(data: bytes, codec: str) -> float:
    """Say which part of the characters beyond ASCII would be everyday Japanese if read with *codec*."""
    try:
        beyond = [one for one in data.decode(codec) if ord(one) > 0x7F]
    except UnicodeDecodeError:
        return 0.0
    return sum(1 for one in beyond if _JAPANESE.match(one)) / len(beyond) if beyond else 0.0
