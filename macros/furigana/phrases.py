"""Cut Japanese into phrases, within which a line should not end (市民が / 自分たちで / 行う)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

_KEPT = 10_000


@lru_cache(maxsize=_KEPT)
def phrases(text: str) -> tuple[str, ...]:
    """Give the phrases of *text*, which join to it again."""
    return tuple(_parser().parse(text))


@cache
def _parser() -> Any:
    import budoux  # its model is read when a text is first cut

    return budoux.load_default_japanese_parser()
