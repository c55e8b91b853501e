"""What makes a sentence hard for a child: each rule is one function that says how bad a sentence is and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from macros.children.measure import Level, Measure
from macros.furigana.kana import KANJI
from macros.furigana.sentence import tokenizer
from macros.furigana.tables import grades

if TYPE_CHECKING:
    from sudachipy import Morpheme

_SPACE = re.compile(r"[ \u3000\n]+")
_KATAKANA = re.compile("[ァ-ヴ][ァ-ヴー]+")
_PLAIN_END = re.compile(r"(である|であった|であろう|なのだ|だろう)[。!?！？」』)）]*$")
_END_SIGNS = "。!?！？」』)）…"
_CLOSED = ("」", "』")
_PASSIVE = frozenset(("れる", "られる"))
_CAUSATIVE = frozenset(("せる", "させる"))


class Token(NamedTuple):
    """A word of a sentence as the dictionary cuts it."""

    surface: str
    kind: str
    form: str
    base: str


@dataclass(frozen=True)
class Sentence:
    """A *text* to judge by a *measure*; *known* are words that the book explains, and names."""

    text: str
    measure: Measure
    known: Collection[str] = ()
    spoken: bool = False

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the sentence, spaces left out."""
        found = []
        for one in tokenizer().tokenize(self.text):
            if (surface := one.surface()).strip():
                found.append(Token(surface, *_kind(one.part_of_speech_id(), one), one.dictionary_form()))
        return tuple(found)


_kinds: dict[int, tuple[str, str]] = {}


def _kind(number: int, morpheme: Morpheme) -> tuple[str, str]:
    """Give the part of speech, by its *number*, and the form of a word."""
    if number not in _kinds:
        told = morpheme.part_of_speech()
        _kinds[number] = ("-".join(told[:2]), told[5])
    return _kinds[number]


@dataclass(frozen=True)
class Finding:
    """What is too hard: the rule's *code*, its *level*, and *values* for the wording."""

    code: str
    level: Level
    values: Mapping[str, str]


Rule = Callable[[Sentence], Iterator[Finding]]


def length(one: Sentence) -> Iterator[Finding]:
    """A sentence is short."""
    found = len(_SPACE.sub("", one.text))
    if level := one.measure.length.level(found):
        yield Finding("kids-long", level, {"found": str(found), "most": str(one.measure.length.notice)})


def clauses(one: Sentence) -> Iterator[Finding]:
    """A sentence has at most two clauses."""
    found = 1 + sum(_breaks(one))
    if level := one.measure.clauses.level(found):
        yield Finding("kids-clauses", level, {"found": str(found), "most": str(one.measure.clauses.notice)})


def passive(one: Sentence) -> Iterator[Finding]:
    """Passives do not pile up."""
    found = 0
    for before, token in zip(("", *(token.base for token in one.tokens)), one.tokens, strict=False):
        if token.base in _PASSIVE and token.kind.startswith("助動詞"):
            found += 2 if before in _CAUSATIVE else 1
    if level := one.measure.passive.level(found):
        yield Finding("kids-passive", level, {"found": str(found)})


def double_negative(one: Sentence) -> Iterator[Finding]:
    """Nothing is denied twice."""
    for pattern in one.measure.double_negatives:
        if found := re.search(pattern, one.text):
            yield Finding("kids-double-negative", one.measure.double_negative.level, {"words": found.group()})
            return


def style(one: Sentence) -> Iterator[Finding]:
    """Sentences end in です or ます; what people say may end as they speak, but never in である."""
    ending = one.text.rstrip()
    found = _PLAIN_END.search(ending) if not one.spoken else re.search("である[。」]*$", ending)
    if found or (not one.spoken and _ends_plainly(one)):
        words = found.group(1) if found and found.groups() else ending.rstrip(_END_SIGNS)[-6:]
        yield Finding("kids-style", one.measure.style.level, {"words": words})


def kanji(one: Sentence) -> Iterator[Finding]:
    """Kanji are those of primary school, but in names and in words that the book explains."""
    if not _hard_kanji(one.text, one.measure.kanji.grade):
        return
    text = one.text
    for word in sorted(one.known, key=len, reverse=True):
        text = text.replace(word, "")
    if hard := _hard_kanji(text, one.measure.kanji.grade):
        yield Finding("kids-kanji", one.measure.kanji.level, {"kanji": "、".join(hard)})


def katakana(one: Sentence) -> Iterator[Finding]:
    """Words in katakana are everyday words, names, or explained."""
    found = dict.fromkeys(_KATAKANA.findall(one.text))
    if not found:
        return
    fine = {*one.measure.katakana_words, *(run for word in one.known for run in _KATAKANA.findall(word))}
    words = [word for word in found if not _made_of(word, fine)]
    if words:
        yield Finding("kids-katakana", one.measure.katakana.level, {"words": "、".join(words)})


SENTENCE_RULES: tuple[Rule, ...] = (length, clauses, passive, double_negative, style)
WORD_RULES: tuple[Rule, ...] = (kanji, katakana)


def _hard_kanji(text: str, grade: int) -> dict[str, None]:
    """Give the kanji of *text* that are taught after *grade*, each once."""
    known = grades()
    return dict.fromkeys(sign for sign in KANJI.findall(text) if sign not in "々〇" and known.get(sign, 7) > grade)


def _breaks(one: Sentence) -> Iterator[bool]:
    """Say after each word whether a clause ends there and another follows."""
    tokens = one.tokens
    for at, token in enumerate(tokens[:-1]):
        after = tokens[at + 1]
        if token.kind == "助詞-接続助詞":
            yield after.base not in one.measure.helpers and after.surface not in ("も", "は") and after.surface != "。"
        elif token.surface == "の" and token.kind == "助詞-準体助詞" and after.surface == "で":
            yield at + 2 < len(tokens) and tokens[at + 2].surface == "、"
        else:
            halts = token.form.startswith("連用形") and token.kind.startswith(("動詞", "形容詞"))
            yield halts and after.surface == "、" and token.surface != "まず"


def _ends_plainly(one: Sentence) -> bool:
    """Say whether the last word is a verb or adjective in its plain form, and not です or ます."""
    words = [token for token in one.tokens if not token.kind.startswith("補助記号")]
    if not words or "。" not in one.text or one.text.rstrip().endswith(_CLOSED):
        return False
    last, before = words[-1], words[-2] if len(words) > 1 else None
    if last.base in ("です", "ます") or (before and before.base in ("です", "ます")):
        return False
    if last.base == "だ" and last.kind.startswith("助動詞"):
        return True
    return last.form.startswith("終止形") and last.kind.startswith(("動詞", "形容詞", "助動詞"))


def _made_of(word: str, fine: Collection[str]) -> bool:
    """Say whether *word* is one of the *fine* words, or two of them joined (ゴミステーション is not)."""
    return word in fine or any(word[:at] in fine and word[at:] in fine for at in range(2, len(word) - 1))
