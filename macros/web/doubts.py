"""Say which words a build shows without a reading, because nobody vouches for it yet."""

from __future__ import annotations

from collections.abc import Sequence

from macros.furigana import Furigana
from macros.furigana.audit import Disagreement, audit
from macros.guideline.model import Library
from macros.web import shelf


def doubts(library: Library, guides: Sequence[str] = ()) -> list[str]:
    """Give a line for each word in doubt in the guides named (all when none is), with the place of its text."""
    chosen = [guide for guide in library.guides if not guides or guide.id in guides]
    found = {line: None for guide in chosen for line in _lines(shelf.furigana(library, guide))}
    return sorted(found)


def _lines(engine: Furigana) -> list[str]:
    if unsettled := engine.unsettled:
        found = audit(engine, engine.in_doubt(unsettled)).disagreements
        engine.settle(occurrence.text.text for one in found for occurrence in one.occurrences)
        engine.save()
        return [_line(one) for one in found]
    return []


def _line(one: Disagreement) -> str:
    place = one.occurrences[0].text.place
    if one.locked:
        said = f"前に認めた読みは「{'」「'.join(one.locked)}」ですが、いまは「{one.reading}」と読まれます"
    else:
        said = (
            f"「{one.reading}」か「{one.second}」か、決まっていません"
            if one.second
            else f"「{one.reading}」でよいか、決まっていません"
        )
    return (
        f"{place}: 「{one.word}」の読みは{said}(…{one.context}…)。"
        f"正しければ kyodo furigana lock {one.word}={one.reading} で認め、ちがえば readings.yml に書いてください。"
    )
