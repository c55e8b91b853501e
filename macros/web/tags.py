"""Cut a finished page where its tags stand: what lays something over its texts changes nothing else."""

from __future__ import annotations

import re

_WORDS = "[^<>\"'"
_TAG = re.compile(
    rf"(<(?:(/?)([a-zA-Z][\w-]*+)(?:>|{_WORDS}\w-]{_WORDS}]*+(?:(?:\"[^\"]*+\"|'[^']*+'){_WORDS}]*+)*+>)"
    r"|!(?:--.*?--|[a-zA-Z][^>]*)>))",
    re.DOTALL,
)


def cut(page: str) -> tuple[zip[tuple[str, str, str | None, str | None]], str]:
    """Give each tag of *page* (HTML) with the text before it, its slash and its name, and the text after the last.

    Comments and declarations are tags without a name; a sign < that begins no tag is text.
    """
    *pieces, last = _TAG.split(page)
    return zip(pieces[::4], pieces[1::4], pieces[2::4], pieces[3::4], strict=True), last
