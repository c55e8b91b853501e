"""Keep the HTML of our templates from Markdown, which would read all of it only to leave it as it is.

The signs that mark it are control characters, which no text of the data can hold (see guideline/signs).
"""

from __future__ import annotations

import re

_BEGIN, _END = "\x1e", "\x1f"
_HTML = re.compile(f"{_BEGIN}(.*?){_END}", re.DOTALL)
_PLACE = re.compile(f"<!--{_BEGIN}([0-9]+)-->")


def within(line: str) -> str:
    """Give a *line* of Markdown that stands between pieces of HTML."""
    return f"{_END}\n\n{line}\n\n{_BEGIN}"


def marked(filled: str) -> str:
    """Give a *filled* template, HTML and Markdown lines, with the HTML marked."""
    return _HTML.sub(lambda found: found.group() if found[1].strip() else "", f"{_BEGIN}{filled}{_END}")


def plain(markdown: str) -> str:
    """Give *markdown* without any mark."""
    return markdown.replace(_BEGIN, "").replace(_END, "")


def taken(markdown: str) -> tuple[str, list[str]]:
    """Take the marked HTML out of *markdown*; give what is left, and the pieces."""
    pieces: list[str] = []

    def place(found: re.Match[str]) -> str:
        pieces.append(found[1].strip())
        return f"<!--{_BEGIN}{len(pieces) - 1}-->"

    return _HTML.sub(place, markdown), pieces


def put_back(html: str, pieces: list[str]) -> str:
    """Put the *pieces* back where they were, now that Markdown has become *html*."""
    return _PLACE.sub(lambda found: pieces[int(found[1])], html)
