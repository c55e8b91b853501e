"""Mend what the theme writes around every page and no template of ours can reach."""

from __future__ import annotations

import re

_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
_SKIP = re.compile(r'(<div data-md-component="skip">)\s*<a href="[^"]*" class="md-skip">[^<]*</a>\s*')


def mended(html: str) -> str:
    """Take from the theme's hidden checkboxes the attribute that HTML does not allow there, and its link to the text.

    The theme leads past the header only where a page has sections, and then past what stands before the first one.
    Our header has a link of its own, on every page.
    """
    return _SKIP.sub(r"\1", _TOGGLE.sub(r"\1", html, count=2), count=1)
