"""Mend what the theme writes around every page and no template of ours can reach."""

from __future__ import annotations

import re

_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')


def mended(html: str) -> str:
    """Take from the theme's hidden checkboxes the attribute that HTML does not allow there."""
    return _TOGGLE.sub(r"\1", html, count=2)
