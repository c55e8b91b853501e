"""The small language of tables/context.tsv: what must stand before and after a word."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from macros.furigana.kana import KANJI
from macros.furigana.sentence import Sentence

Item = Callable[[Sentence, int], int]
"""Takes a place in the text; gives the place beyond what it matches, or NOWHERE."""

NOWHERE = -1
_NUMBER = "0123456789０１２３４５６７８９〇一二三四五六七八九十百千万億兆数何"
_HIRAGANA = re.compile("[ぁ-ん]")
_CLASSES: dict[str, Callable[[str], bool]] = {
    "[漢]": lambda sign: bool(KANJI.match(sign)),
    "[か]": lambda sign: bool(_HIRAGANA.match(sign)),
    "[数]": lambda sign: sign in _NUMBER,
}


class Pattern(NamedTuple):
    """One cell of the table: alternatives, each a row of items; *negative* where none of them may stand there."""

    alternatives: tuple[tuple[Item, ...], ...]
    negative: bool

    def fits(self, sentence: Sentence, at: int) -> bool:
        """Say whether the pattern holds beside the place *at*."""
        if not self.alternatives:
            return True
        return any(_runs(items, sentence, at) for items in self.alternatives) is not self.negative


def compiled(cell: str, *, backwards: bool) -> Pattern:
    """Read one cell: what stands after a word, or *backwards* what stands before it."""
    negative = cell.startswith("!")
    alternatives = []
    for written in cell.removeprefix("!").split("|") if cell else ():
        items = [_item(one, backwards) for one in written.split(" ")]
        alternatives.append(tuple(reversed(items) if backwards else items))
    return Pattern(tuple(alternatives), negative)


def kind_fits(wanted: str, kind: str) -> bool:
    """Say whether a part of speech is one of those *wanted* (a|b, or !a|b for none of them)."""
    if not wanted:
        return True
    names = wanted.removeprefix("!").split("|")
    return any(_is_of_kind(kind, name) for name in names) is not wanted.startswith("!")


def _is_of_kind(kind: str, wanted: str) -> bool:
    """Say whether *kind* begins as *wanted* does, and holds what *wanted* adds with + (動詞+連用形)."""
    first, *more = wanted.split("+")
    return kind.startswith(first) and all(one in kind for one in more)


def _runs(items: tuple[Item, ...], sentence: Sentence, at: int) -> bool:
    for item in items:
        at = item(sentence, at)
        if at == NOWHERE:
            return False
    return True


def _item(written: str, backwards: bool) -> Item:
    if written == "^":
        return lambda sentence, at: at if at == (0 if backwards else len(sentence.text)) else NOWHERE
    if written in _CLASSES:
        return _of_class(_CLASSES[written], backwards)
    if written.startswith("<"):
        return _of_kind(written.strip("<>"), backwards)
    return _literal(written, backwards)


def _literal(words: str, backwards: bool) -> Item:
    length = len(words)
    if backwards:
        return lambda sentence, at: at - length if sentence.text.endswith(words, 0, at) else NOWHERE
    return lambda sentence, at: at + length if sentence.text.startswith(words, at) else NOWHERE


def _of_class(belongs: Callable[[str], bool], backwards: bool) -> Item:
    step = -1 if backwards else 1

    def item(sentence: Sentence, at: int) -> int:
        next_sign = at - 1 if backwards else at
        inside = 0 <= next_sign < len(sentence.text)
        return at + step if inside and belongs(sentence.text[next_sign]) else NOWHERE

    return item


def _of_kind(kind: str, backwards: bool) -> Item:
    def item(sentence: Sentence, at: int) -> int:
        bound = sentence.bounds.get(at)
        if bound is None:
            return NOWHERE
        token = bound - 1 if backwards else bound
        if not 0 <= token < len(sentence) or not _is_of_kind(sentence.kind(token), kind):
            return NOWHERE
        return sentence.starts[token] if backwards else sentence.starts[token + 1]

    return item
