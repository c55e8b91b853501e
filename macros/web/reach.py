"""Turn telephone numbers and e-mail addresses, as documents print them, into links that a telephone understands."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

_BETWEEN = "[-() ]*"
_NUMBER = re.compile(
    rf"\+[0-9](?:{_BETWEEN}[0-9]){{8,13}}|0{_BETWEEN}[5-9]{_BETWEEN}0(?:{_BETWEEN}[0-9]){{8}}|0(?:{_BETWEEN}[0-9]){{9}}"
)
"""A number with its country, of a mobile telephone and the like (eleven digits), or any other (ten)"""
_DASHES = re.compile("[\u2010-\u2015\u2212\u30fc]")
_MAIL = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)


def call(written: str) -> str:
    """Give the link that calls the first number *written*: (0550)12-3456, full-width too; none where none is whole."""
    found = _NUMBER.search(_DASHES.sub("-", unicodedata.normalize("NFKC", written)))
    return f"tel:{re.sub('[^0-9+]', '', found[0])}" if found else ""


def mail(written: str) -> str:
    """Give the link that writes to the first address *written*; none where it is disguised or broken."""
    found = _MAIL.search(unicodedata.normalize("NFKC", written))
    return f"mailto:{quote(found[0], safe='@')}" if found else ""
