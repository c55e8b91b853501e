"""Find where our sentences repeat those of the printed document, which they should say anew."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from macros.guideline.model import Guide, Text
from macros.guideline.parts import parts
from macros.guideline.problems import Place

SEED = 6
"""The shortest run looked for, in characters: shorter ones are everyday words."""

FIXED_WORDS = frozenset(
    ("title", "short_title", "term", "name", "nickname", "mark", "unit", "answer", "publisher", "published", "parent")
)
"""Fields whose words are facts and keep the document's own wording."""

Seeds = Mapping[str, Sequence[int]]


def longest_shared_runs(guide: Guide, source: str) -> list[tuple[int, str, Place]]:
    """Give the longest run that each Japanese text of *guide* shares with *source*: its length, itself, its place.

    Width of letters and white space do not count. Texts that share fewer than SEED characters are left out;
    the longest run comes first.
    """
    plain = squeezed(source)
    seeds: dict[str, list[int]] = defaultdict(list)
    for at in range(len(plain) - SEED + 1):
        seeds[plain[at : at + SEED]].append(at)
    runs = ((longest_run(squeezed(text.ja), plain, seeds), text.place_of("ja")) for text in _sentences(guide))
    return sorted(((len(run), run, place) for run, place in runs if run), key=lambda found: (-found[0], found[2]))


def squeezed(text: str) -> str:
    """Give *text* without white space, its letters in one width (NFKC)."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def longest_run(text: str, source: str, seeds: Seeds) -> str:
    """Give the longest run of *text* found in *source*, whose runs of SEED characters start where *seeds* says."""
    best = ""
    for start in range(len(text) - SEED + 1):
        if start + len(best) >= len(text):
            break
        for at in seeds.get(text[start : start + SEED], ()):
            if source.startswith(text[start : start + len(best) + 1], at):
                length = len(best) + 1
                while start + length < len(text) and source.startswith(text[start + length], at + length):
                    length += 1
                best = text[start : start + length]
    return best


def _sentences(guide: Guide) -> Iterator[Text]:
    for way, part in parts(guide):
        named = [step for step in way if isinstance(step, str)]
        if isinstance(part, Text) and named[-1] not in FIXED_WORDS:
            yield part
