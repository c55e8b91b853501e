"""Turn telephone numbers and e-mail addresses, as documents print them, into links that a telephone understands."""

from __future__ import annotations

import re
import unicodedata

_DASH = re.compile("[‐‑‒–—―−ー]")
_NUMBER = re.compile(r"(?:\+|\(?0)[0-9() -]{7,}[0-9]")
_DIGITS = range(9, 13)
"""How many digits a number has that can be called from anywhere, with 0 or the number of the country"""
_MAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")


def call(written: str) -> str:
    """Give the link that calls the number *written*: (0550)12-3456, full-width too; none where there is no number."""
    found = _NUMBER.search(_DASH.sub("-", unicodedata.normalize("NFKC", written)))
    number = re.sub("[^0-9+]", "", found[0]) if found else ""
    return f"tel:{number}" if len(number.lstrip("+")) in _DIGITS else ""


def mail(written: str) -> str:
    """Give the link that writes to the address *written*; none where it is disguised or broken."""
    plain = unicodedata.normalize("NFKC", written).strip()
    return f"mailto:{plain}" if _MAIL.fullmatch(plain) else ""
