"""Read every text that a guide has for children and report what is too hard, at its line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from macros.children.measure import Level, Measure, measure
from macros.children.rules import SENTENCE_RULES, WORD_RULES, Finding, Sentence
from macros.furigana.cache import Cache
from macros.furigana.notation import plain
from macros.furigana.sentence import sentences
from macros.furigana.settled import Settled
from macros.furigana.tables import grades
from macros.furigana.version import engine_version
from macros.guideline.book import all_cards, passages
from macros.guideline.model import Guide, Library, Text
from macros.guideline.model.reader import RECORD_KINDS, Speech
from macros.guideline.parts import parts
from macros.guideline.problems import GuidelineError, Place, Problem, phrase

_SHOWN = 24
_KIND = "fine for children"


@dataclass(frozen=True)
class Hard:
    """Something too hard for a child: a *problem* to print, and how bad it is."""

    level: Level
    problem: Problem

    def say(self, language: str = "ja") -> str:
        """Say it in *language* as one line; what is only a notice says so."""
        said = self.problem.say(language)
        return said if self.level == "error" else phrase("kids-notice", said=said)[language]


def refuse(found: Iterable[Hard]) -> None:
    """Raise GuidelineError where anything *found* is an error and no mere notice."""
    errors = [one.problem for one in found if one.level == "error"]
    if errors:
        raise GuidelineError(errors)


def lint(library: Library, guides: Sequence[str] = (), *, cache: Cache | None = None) -> tuple[Hard, ...]:
    """Give what is too hard in the children's texts of the *guides* named (all whole ones when none is), by lines.

    Texts of which the *cache* knows that nothing in them was too hard are not judged again.
    """
    chosen = [guide for guide in library.guides if guide.whole and (not guides or guide.id in guides)]
    found = [hard for guide in chosen for hard in of_guide(guide, measure(), cache)]
    return tuple(sorted(found, key=lambda one: one.problem))


def of_guide(guide: Guide, by: Measure, cache: Cache | None = None) -> list[Hard]:
    """Give what is too hard in the children's texts of *guide*, but for what the *cache* knows to be fine."""
    known = frozenset(_known(guide))
    fine = Settled(cache or Cache(None, ""), _KIND, _mark(by, known))
    spoken = {part.place_of("says") for _, part in parts(guide) if isinstance(part, Speech)}
    texts = [_Judged(place, words, whole, place in spoken) for place, words, whole in _texts(guide)]
    found = {one: tuple(one.hard(by, known)) for one in texts if one.told not in fine}
    fine.keep(one.told for one in texts if not found.get(one))
    return [hard for each in found.values() for hard in each]


class _Judged(NamedTuple):
    """A text and how it is to be judged: where it stands, whether as *whole* sentences, whether somebody says it."""

    place: Place
    words: str
    whole: bool
    spoken: bool

    @property
    def told(self) -> str:
        """All that decides on it but the measure and what is known."""
        return repr((self.words, self.whole, self.spoken))

    def hard(self, by: Measure, known: frozenset[str]) -> Iterator[Hard]:
        """Give what is too hard in it."""
        for sentence, finding in judged(self.words, by, known, whole=self.whole, spoken=self.spoken):
            values = {**finding.values, "sentence": _short(sentence)}
            yield Hard(finding.level, Problem(self.place, finding.code, values))


def _mark(by: Measure, known: frozenset[str]) -> str:
    """Name what a text is judged by: the measure, what a child knows, the rules, and how the dictionary cuts words."""
    told = hashlib.sha256(f"{engine_version()}\0{by!r}\0{sorted(grades().items())}\0{sorted(known)}".encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        told.update(path.read_bytes())
    return told.hexdigest()


def judged(
    words: str, by: Measure, known: frozenset[str] = frozenset(), *, whole: bool = True, spoken: bool = False
) -> Iterator[tuple[str, Finding]]:
    """Give each sentence of *words* that is too hard with what is found; titles are no *whole* sentences."""
    for _, text in sentences(plain(words)):
        sentence = Sentence(text, by, known, spoken)
        for rule in (*(SENTENCE_RULES if whole else ()), *WORD_RULES):
            for finding in rule(sentence):
                yield text, finding


def _texts(guide: Guide) -> Iterator[tuple[Place, str, bool]]:
    """Give each text once: those of the book, and the words for children of any record. Titles of records are facts."""
    titles = {card.title.place_of("ja") for kind in RECORD_KINDS for card in all_cards(guide, kind)}
    seen = set(titles)
    for passage in passages(guide):
        if passage.place not in seen:
            seen.add(passage.place)
            yield passage.place, passage.words, passage.sentences
    for _, part in parts(guide):
        if isinstance(part, Text) and part.kids and part.place_of("kids") not in seen:
            yield part.place_of("kids"), part.kids, True


def _known(guide: Guide) -> Iterator[str]:
    """Give the words that a child of this town knows or is told: names, titles of records, the word list."""
    town = guide.front.municipality
    yield from (town.name.ja, town.prefecture.name.ja)
    yield from (town.name.ja[:-1], town.prefecture.name.ja[:-1])
    for kind in RECORD_KINDS:
        yield from (card.title.ja for card in all_cards(guide, kind))
    if guide.reader:
        yield from (person.name for person in guide.reader.cast)
        yield from (word.word for word in guide.reader.words)


def _short(sentence: str) -> str:
    text = sentence.strip()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
