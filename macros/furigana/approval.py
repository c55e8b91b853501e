"""Which readings a person has approved: written in readings.yml or a record, or locked after looking at them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from macros.furigana.notation import plain
from macros.furigana.sentence import sentences

if TYPE_CHECKING:
    from macros.furigana.published import Published
    from macros.guideline.model import LockedReading


class Spot(NamedTuple):
    """One occurrence of a word: the sentence, and how often the word came before in it."""

    sentence: str
    word: str
    number: int


class Approval:
    """Approved readings: by word, and by occurrence where a word has two."""

    def __init__(
        self,
        written: Mapping[str, str],
        locked: Iterable[LockedReading],
        texts: Callable[[Collection[str]], Iterable[Published]] = lambda _: (),
    ) -> None:
        """Take what is *written* and *locked*; *texts* gives those at some addresses, perhaps with others."""
        self._written = written
        self._locked: dict[str, set[str]] = defaultdict(set)
        self._spots: dict[Spot, set[str]] = defaultdict(set)
        placed: dict[str, list[LockedReading]] = defaultdict(list)
        for one in locked:
            if one.at is None:
                self._locked[one.word].add(one.reading)
            else:
                placed[one.at].append(one)
        by_address = {text.address: text.text for text in texts(placed)} if placed else {}
        for address, several in placed.items():
            text = plain(by_address.get(address, ""))
            for one in several:
                if spot := spot_in(text, one.word, one.occurrence or 1):
                    self._spots[spot].add(one.reading)

    def told(self) -> str:
        """Write down everything that was approved."""
        locked = sorted((word, sorted(readings)) for word, readings in self._locked.items())
        spots = sorted((spot, sorted(readings)) for spot, readings in self._spots.items())
        return repr((sorted(self._written.items()), locked, spots))

    def says(self, spot: Spot, reading: str) -> bool | None:
        """Say whether a person approved this *reading* of the word there, or another one; None where nobody did."""
        there = self._spots.get(spot)
        locked = there or self._locked.get(spot.word) or ()
        if reading in locked or (there is None and self._written.get(spot.word) == reading):
            return True
        return False if locked else None

    def locked(self, spot: Spot) -> tuple[str, ...]:
        """Give the readings locked for a word there, or for the word at large where this place has none of its own."""
        found = self._spots.get(spot) or self._locked.get(spot.word)
        return tuple(sorted(found)) if found else ()


def spot_in(text: str, word: str, occurrence: int) -> Spot | None:
    """Give the sentence in which a word occurs for the n-th time in *text*, and its number there."""
    for _, sentence in sentences(text):
        count = sentence.count(word)
        if occurrence <= count:
            return Spot(sentence, word, occurrence - 1)
        occurrence -= count
    return None
