"""What is printed for a guide: one function a kind, in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from macros.guideline.model import Library
from macros.paper import leaflet, reader
from macros.paper.order import Order
from macros.paper.sheet import Sheet

Work = Callable[[Order], Iterable[Sheet]]

WORKS: Mapping[str, Work] = {"leaflet": leaflet.sheets, "reader": reader.sheets}
"""The sheets of each kind, by the name that `kyodo print` takes; a guide without the parts gives none"""


def sheets(
    library: Library, guides: Iterable[str], epoch: int, site_url: str = "", kinds: Iterable[str] = ()
) -> Iterator[Sheet]:
    """Give the sheets of the *guides* named (all whole ones when none is), of the *kinds* named (all when none is)."""
    wanted, chosen = tuple(kinds), tuple(guides)
    for guide in library.guides:
        if guide.whole and (not chosen or guide.id in chosen):
            order = Order(library, guide, epoch, site_url)
            for kind, work in WORKS.items():
                if not wanted or kind in wanted:
                    yield from work(order)
