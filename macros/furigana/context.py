"""Read words whose reading hangs on their neighbours, as tables/context.tsv says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from macros.furigana.patterns import Pattern, compiled, kind_fits
from macros.furigana.sentence import Sentence
from macros.furigana.tables import rows


class Rule(NamedTuple):
    """One row of the table."""

    word: str
    reading: str
    left: Pattern
    right: Pattern
    kind: str


def reading_at(sentence: Sentence, token: int) -> tuple[int, str] | None:
    """Give the end and the reading of a word that starts with *token*, by the first rule that fits, or None."""
    start = sentence.starts[token]
    for rule in _rules().get(sentence.text[start : start + 1], ()):
        end = start + len(rule.word)
        if (
            sentence.text.startswith(rule.word, start)
            and (last := sentence.bounds.get(end)) is not None
            and (not rule.kind or (last == token + 1 and kind_fits(rule.kind, sentence.kind(token))))
            and rule.left.fits(sentence, start)
            and rule.right.fits(sentence, end)
        ):
            return end, rule.reading
    return None


@cache
def _rules() -> Mapping[str, tuple[Rule, ...]]:
    """Give the rules by the first character of their word, in the order of the table."""
    found: dict[str, list[Rule]] = defaultdict(list)
    for row in rows("context.tsv"):
        word, reading, left, right, kind = (*row, "", "", "")[:5]
        rule = Rule(word, reading, compiled(left, backwards=True), compiled(right, backwards=False), kind)
        found[word[0]].append(rule)
    return {first: tuple(rules) for first, rules in found.items()}


@cache
def first_characters() -> frozenset[str]:
    """Give the characters that words of the table start with."""
    return frozenset(_rules())
