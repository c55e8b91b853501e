"""Remember the texts in which nothing was too hard, so that they are not judged again."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

from macros.children.measure import Measure
from macros.furigana.cache import Cache
from macros.furigana.tables import grades
from macros.furigana.version import engine_version

_KIND = "fine for children"


class Fine:
    """Texts that were fine by one measure, with the words that a book explains: kept in a *cache*, or not at all."""

    def __init__(self, cache: Cache | None, by: Measure, known: Collection[str]) -> None:
        self._cache = cache
        self._mark = _digest(f"{_rules_version()}\0{by!r}\0{sorted(grades().items())}\0{sorted(known)}")
        self._texts = frozenset((cache.get(_KIND, self._mark) if cache else None) or ())

    def __contains__(self, text: object) -> bool:
        """Say whether this *text*, with how it is to be judged, was fine when it was last looked at."""
        return bool(self._texts) and _digest(repr(text)) in self._texts

    def keep(self, texts: Iterable[object]) -> None:
        """Remember these *texts*, and no others."""
        fine = {_digest(repr(text)) for text in texts}
        if self._cache and fine != self._texts:
            self._cache.put(_KIND, self._mark, sorted(fine))
            self._cache.save()


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


@cache
def _rules_version() -> str:
    """Name the state of the rules and of the dictionary by which they know words."""
    told = hashlib.sha256(engine_version().encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        told.update(path.read_bytes())
    return told.hexdigest()
