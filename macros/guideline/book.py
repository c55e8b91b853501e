"""What the fourth-grade reader shows: its records, every text in it, and the checks of its file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from macros.guideline.model import PLAN_FOLDER, Guide, Library, Text
from macros.guideline.model.reader import LESSON_MINUTES, Figure, ReaderFile, Records, Scene, Talk, Words
from macros.guideline.problems import Place, Problem, Values, hint

_MAIN_TEXT = {"forms": "summary", "roles": "who"}
_FIGURES = {"spectrum": "zones.yml", "plan-years": f"{PLAN_FOLDER} strands.yml", "cycle": "organisations.yml"}


@dataclass(frozen=True)
class Card:
    """A record as the book shows it: its *title*, and in *text* its main text where it has one."""

    id: str
    title: Text
    text: Text | None
    place: Place


@dataclass(frozen=True)
class Passage:
    """A text of the child's book: its *words*, where they stand, and whether they are whole sentences."""

    words: str
    place: Place
    sentences: bool = True


def all_cards(guide: Guide, kind: str) -> tuple[Card, ...]:
    """Give the records of a *kind* that *guide* has, in the order of its document."""
    holder = guide.policies if kind == "policies" else getattr(guide, kind)
    records: tuple[Any, ...] = holder if isinstance(holder, tuple) else next(_lists(holder, kind), ())
    return tuple(
        Card(one.id, one.title, getattr(one, _MAIN_TEXT.get(kind, "text"), None), one.place_of()) for one in records
    )


def cards(guide: Guide, block: Records) -> tuple[Card, ...]:
    """Give the records that a *block* of the book shows, in its order."""
    every = all_cards(guide, block.records)
    by_id = {one.id: one for one in every}
    return tuple(by_id[id] for id in block.only if id in by_id) if block.only else every


def passages(guide: Guide) -> Iterator[Passage]:
    """Give every text that the child's book of *guide* prints, in its order; without the pages for adults."""
    yield from story(guide)
    for word in guide.reader.words if guide.reader else ():
        yield Passage(word.meaning, word.place_of("meaning"), sentences=False)


def story(guide: Guide) -> Iterator[Passage]:
    """Give the texts of the book without its word list."""
    book = guide.reader
    if book is None:
        return
    yield Passage(book.title, book.place_of("title"), sentences=False)
    for chapter in book.chapters:
        yield Passage(chapter.title, chapter.place_of("title"), sentences=False)
        for block in chapter.blocks:
            yield from _of_block(guide, block)
    for question in book.quiz:
        yield Passage(question.question, question.place_of("question"))
        for at, choice in enumerate(question.choices):
            yield Passage(choice, question.place_of("choices", at), sentences=False)
        yield Passage(question.why, question.place_of("why"))
    yield Passage(book.worksheet.title, book.worksheet.place_of("title"), sentences=False)
    yield Passage(book.worksheet.intro, book.worksheet.place_of("intro"))
    for task in book.worksheet.questions:
        yield Passage(task.ask, task.place_of("ask"))


def figures(guide: Guide) -> Collection[str]:
    """Name the figures that the records of *guide* allow to draw."""
    found = {
        "spectrum": guide.zones,
        "plan-years": guide.policies or guide.strands,
        "cycle": guide.organisations and guide.organisations.cycle,
    }
    return [name for name, there in found.items() if there]


def speakers_are_cast(_: Library, guide: Guide) -> Iterator[Problem]:
    """Whoever talks in the book is in its cast."""
    if guide.reader:
        known = [person.id for person in guide.reader.cast]
        for block in _blocks(guide.reader):
            for speech in block.talk if isinstance(block, Talk) else ():
                if speech.who not in known:
                    values: Values = {"id": speech.who, "where": "cast", "hint": hint(speech.who, known)}
                    yield Problem(speech.place_of("who"), "unknown-reference", values)


def figures_can_be_drawn(_: Library, guide: Guide) -> Iterator[Problem]:
    """A figure of the book has the records from which it is drawn."""
    if guide.reader:
        known = figures(guide)
        for block in _blocks(guide.reader):
            if isinstance(block, Figure) and block.figure not in known:
                values = {"figure": block.figure, "where": _FIGURES[block.figure], "choices": " / ".join(known) or "-"}
                yield Problem(block.place_of("figure"), "figure-without-records", values)


def records_of_the_book_exist(_: Library, guide: Guide) -> Iterator[Problem]:
    """The book shows records that there are, each of which has words for children where it has words at all."""
    for block in _blocks(guide.reader) if guide.reader else ():
        if not isinstance(block, Records):
            continue
        known = [card.id for card in all_cards(guide, block.records)]
        where = f"{guide.id}/{'plan' if block.records == 'policies' else f'{block.records}.yml'}"
        if not known:
            yield Problem(block.place_of("records"), "kind-without-records", {"kind": block.records, "where": where})
            continue
        for at, id in enumerate(block.only):
            if id not in known:
                values: Values = {"id": id, "where": where, "hint": hint(id, known)}
                yield Problem(block.place_of("only", at), "unknown-reference", values)
        for card in cards(guide, block):
            if card.text is not None and card.text.kids is None:
                yield Problem(card.text.place_of(), "kids-missing", {"title": card.title.ja})


def answers_exist(_: Library, guide: Guide) -> Iterator[Problem]:
    """The answer of each question of the quiz is one of its choices."""
    for question in guide.reader.quiz if guide.reader else ():
        if question.answer > len(question.choices):
            values = {"answer": str(question.answer), "choices": str(len(question.choices))}
            yield Problem(question.place_of("answer"), "answer-outside", values)


def lesson_fills_its_time(_: Library, guide: Guide) -> Iterator[Problem]:
    """The steps of the lesson take 45 minutes in all."""
    if guide.reader:
        minutes = sum(step.minutes for step in guide.reader.teacher.lesson)
        if minutes != LESSON_MINUTES:
            values = {"minutes": str(minutes), "wanted": str(LESSON_MINUTES)}
            yield Problem(guide.reader.teacher.place_of("lesson"), "lesson-minutes", values)


def words_are_used(_: Library, guide: Guide) -> Iterator[Problem]:
    """Every word of the word list stands in the book, in the same writing."""
    if guide.reader is None:
        return
    said = "\n".join(passage.words for passage in story(guide))
    for word in guide.reader.words:
        if word.word not in said:
            yield Problem(word.place_of("word"), "word-not-used", {"word": word.word})


def words_are_listed_once(_: Library, guide: Guide) -> Iterator[Problem]:
    """The word list names each word once."""
    seen: dict[str, Place] = {}
    for word in guide.reader.words if guide.reader else ():
        place = word.place_of("word")
        if word.word in seen:
            yield Problem(place, "word-twice", {"word": word.word, "first": str(seen[word.word])})
        seen.setdefault(word.word, place)


def _of_block(guide: Guide, block: object) -> Iterator[Passage]:
    if isinstance(block, Words):
        yield Passage(block.text, block.place_of("text"))
    elif isinstance(block, Talk):
        for speech in block.talk:
            yield Passage(speech.says, speech.place_of("says"))
    elif isinstance(block, Scene | Figure):
        yield Passage(block.caption, block.place_of("caption"))
    elif isinstance(block, Records):
        for card in cards(guide, block):
            yield Passage(card.title.ja, card.title.place_of("ja"), sentences=False)
            if card.text is not None:
                words = card.text.kids or card.text.ja
                yield Passage(words, card.text.place_of("kids" if card.text.kids else "ja"))
    else:
        box = getattr(block, "box", None) or getattr(block, "try_", None)
        assert box is not None
        yield Passage(box.title, box.place_of("title"), sentences=False)
        yield Passage(box.text, box.place_of("text"))


def _blocks(book: ReaderFile) -> Iterator[object]:
    return chain.from_iterable(chapter.blocks for chapter in book.chapters)


def _lists(holder: object, kind: str) -> Iterator[tuple[Any, ...]]:
    """Give the list of records of a file, which has the name of the *kind* or is called items."""
    for name in (kind, "items"):
        found = getattr(holder, name, None)
        if isinstance(found, tuple):
            yield found
