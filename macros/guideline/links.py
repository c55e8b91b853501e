"""Whether a link can be followed at all."""

from __future__ import annotations

from urllib.parse import urlsplit

WEB = ("http", "https")


def can_be_followed(link: str) -> bool:
    """Say whether *link* can be taken apart and, where it leads into the web, names a host and no impossible port."""
    try:
        split = urlsplit(link)
        return split.scheme not in WEB or (bool(split.hostname) and split.port != 0)
    except ValueError:
        return False
