"""Remember the texts in which nothing was found when they were last looked at, so that they are not looked at again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from macros.furigana.cache import Cache


class Settled:
    """Texts in which there was nothing of a *kind* to find, kept in a *cache*; *mark* names all that decides on it."""

    def __init__(self, cache: Cache, kind: str, mark: str) -> None:
        self._cache = cache
        self._key = (kind, mark)
        self._known = frozenset(cache.get(*self._key) or ())

    def __contains__(self, text: str) -> bool:
        """Say whether there was nothing to find in *text*."""
        return bool(self._known) and _digest(text) in self._known

    def keep(self, texts: Iterable[str]) -> None:
        """Remember these *texts*, and no others, at once."""
        settled = {_digest(text) for text in texts}
        if settled != self._known:
            self._cache.put(*self._key, sorted(settled))
            self._cache.save()


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
