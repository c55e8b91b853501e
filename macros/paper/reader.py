"""The fourth-grade reader on paper: the child's book in two sizes and as a booklet, worksheet, teacher's sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from macros.figures import scenes
from macros.furigana import plain
from macros.guideline.book import cards
from macros.guideline.model.reader import (
    Box,
    Boxed,
    Figure,
    ReaderFile,
    Records,
    Scene,
    Talk,
    Try,
    Words,
    Worksheet,
)
from macros.guideline.problems import Place
from macros.guideline.text import paragraphs
from macros.paper.drawn import drawn
from macros.paper.said import Leaf, Speaker
from macros.paper.sheet import Sheet
from macros.paper.wordlist import marked

if TYPE_CHECKING:
    from macros.guideline.model import Guide
    from macros.guideline.model.reader import Chapter, Word
    from macros.paper.order import Order

COVER = "together"
WORKSHEET_SCENE = "street"
_LETTERS = "アイウエ"
_SIZES: Mapping[str, Mapping[str, float]] = {
    "reader": {"width": 148, "height": 210, "scale": 1},
    "reader-a4": {"width": 210, "height": 297, "scale": 1.4142},
}


def sheets(order: Order) -> Iterator[Sheet]:
    """Give everything printed of the reader of a guide that has one."""
    book = order.guide.reader
    if book is None:
        return
    school, plain = order.faces("school"), order.faces("plain")
    guide = order.guide.id
    child = _Child(order, book)
    for name, size in _SIZES.items():
        yield Sheet(guide, name, "reader", "reader.typ", school, data={**child.book(), **size})
    page = order.words("ja", "paper_page_number")["paper_page_number"]
    about = {"title": book.title, "author": order.guide.front.municipality.name.ja, "page": page}
    yield Sheet(guide, "reader-booklet", "reader", "booklet.typ", school, data=about, basis="reader")
    yield Sheet(guide, "worksheet", "reader", "worksheet.typ", school, data=child.worksheet())
    yield Sheet(guide, "teacher", "reader", "teacher.typ", plain, data=_teacher(order, book))


class _Child:
    """Turns what a child reads into data for templates, with readings for the kanji not learnt yet."""

    def __init__(self, order: Order, book: ReaderFile) -> None:
        self.order, self.book_ = order, book
        self.say = order.speaker("kids", grade=book.known_grade)
        self.say_all = order.speaker("kids")
        self.colours = order.guide.front.colours
        self.words = {key: self.say(words) for key, words in _words(order).items()}

    def book(self) -> dict[str, Any]:
        """Give the data of the child's book."""
        book = self.book_
        return {
            **_frame(self.order, "kids"),
            **self._head(),
            "words": self.words,
            "cover": scenes.scene(COVER, self.colours),
            "tails": [scenes.scene(name, self.colours) for name in scenes.TAILS],
            "outlines": [scenes.outlines(scenes.scene(name, self.colours)) for name in scenes.COLOURED_IN],
            "chapters": [self._chapter(chapter) for chapter in book.chapters],
            "quiz": [
                {
                    "question": self.line(one.question, one.place_of("question")),
                    "choices": [
                        {"letter": _LETTERS[at], "text": self.line(choice, one.place_of("choices", at))}
                        for at, choice in enumerate(one.choices)
                    ],
                    "at": str(one.place_of()),
                }
                for one in book.quiz
            ],
            "sheet": self._worksheet(book.worksheet),
            "wordlist": [self._word(number, word) for number, word in _in_order(book.words)],
            "adults": _box(_plain(self.order), book.adults),
            "colophon": _colophon(self.order),
        }

    def worksheet(self) -> dict[str, Any]:
        """Give the data of the worksheet for the copier: everything in grey."""
        return {
            **_frame(self.order, "kids"),
            **self._head(),
            "words": self.words,
            "picture": scenes.grey(scenes.scene(WORKSHEET_SCENE, self.colours)),
            "palette": {name: scenes.grey(colour) for name, colour in _palette(self.order.guide).items()},
            "sheet": self._worksheet(self.book_.worksheet),
        }

    def line(self, words: str, place: Place) -> list[Leaf]:
        """Give *words* as leaves, cut where a word of the word list begins."""
        return marked(self.say(words, place), [word.word for word in self.book_.words])

    def paragraphs(self, words: str, place: Place) -> list[list[Leaf]]:
        """Give each paragraph of *words*."""
        return [self.line(one, place) for one in paragraphs(words)]

    def _head(self) -> dict[str, Any]:
        book = self.book_
        return {
            "title": [self.say(one, book.place_of("title")) for one in book.title.replace("\u3000", " ").split()],
            "subtitle": self.say(book.subtitle, book.place_of("subtitle")),
            "town_name": self.say(self.order.guide.front.municipality.name.ja),
            "palette": _palette(self.order.guide),
        }

    def _chapter(self, chapter: Chapter) -> dict[str, Any]:
        return {
            "id": chapter.id,
            "title": self.line(chapter.title, chapter.place_of("title")),
            "blocks": [{**self._block(block), "at": str(block.place_of())} for block in chapter.blocks],
        }

    def _block(self, block: Any) -> dict[str, Any]:
        if isinstance(block, Words):
            return {"kind": "text", "text": self.paragraphs(block.text, block.place_of("text"))}
        if isinstance(block, Talk):
            return {"kind": "talk", "talk": [self._speech(one) for one in block.talk]}
        if isinstance(block, Scene):
            picture = scenes.scene(block.scene, self.colours)
            seen = self.order.library.labels.labels[scenes.label(block.scene)]
            return {"kind": "scene", "picture": picture, **self._caption(block), "alt": self.say(seen.ja, ruby=False)}
        if isinstance(block, Figure):
            figure = drawn(self.order.guide, block.figure, self.say)
            return {"kind": block.figure, "figure": figure, **self._caption(block)}
        if isinstance(block, Records):
            return {"kind": "records", "cards": [self._card(card) for card in cards(self.order.guide, block)]}
        if isinstance(block, Boxed):
            return {"kind": "box", **self._boxed(block.box)}
        assert isinstance(block, Try)
        return {"kind": "try", **self._boxed(block.try_)}

    def _caption(self, block: Scene | Figure) -> dict[str, Any]:
        place = block.place_of("caption")
        return {"caption": self.line(block.caption, place), "alt": self.say(block.caption, place, ruby=False)}

    def _card(self, card: Any) -> dict[str, Any]:
        text = []
        if card.text is not None:
            words = card.text.kids or card.text.ja
            text = self.paragraphs(words, card.text.place_of("kids" if card.text.kids else "ja"))
        title = marked(self.say(card.title.ja, card.title.place_of("ja")), [word.word for word in self.book_.words])
        return {"title": title, "text": text, "at": str(card.place)}

    def _speech(self, speech: Any) -> dict[str, Any]:
        number = next(at for at, person in enumerate(self.book_.cast) if person.id == speech.who)
        person = self.book_.cast[number]
        return {
            "name": self.say(person.name, person.place_of("name")),
            "portrait": scenes.portrait(person.figure, self.colours, "talk"),
            "right": number % 2 == 1,
            "says": self.paragraphs(speech.says, speech.place_of("says")),
            "at": str(speech.place_of("says")),
        }

    def _boxed(self, box: Box) -> dict[str, Any]:
        return {
            "title": self.line(box.title, box.place_of("title")),
            "text": self.paragraphs(box.text, box.place_of("text")),
        }

    def _worksheet(self, sheet: Worksheet) -> dict[str, Any]:
        return {
            "title": self.say(sheet.title, sheet.place_of("title")),
            "intro": [self.say(one, sheet.place_of("intro")) for one in paragraphs(sheet.intro)],
            "questions": [
                {"ask": self.say(one.ask, one.place_of("ask")), "lines": one.lines, "picture": one.draws}
                for one in sheet.questions
            ],
            "at": str(sheet.place_of("questions")),
        }

    def _word(self, number: int, word: Word) -> dict[str, Any]:
        return {
            "number": number,
            "word": self.say_all(word.word, word.place_of("word")),
            "meaning": [self.say(one, word.place_of("meaning")) for one in paragraphs(word.meaning)],
            "at": str(word.place_of()),
        }


def _teacher(order: Order, book: ReaderFile) -> dict[str, Any]:
    """Give the data of the teacher's sheet, which alone holds the answers of the quiz."""
    say = _plain(order)
    teacher = book.teacher
    return {
        **_frame(order, "kids"),
        "title": say(book.title, book.place_of("title")),
        "subtitle": say(book.subtitle, book.place_of("subtitle")),
        "palette": _palette(order.guide),
        "words": {key: say(words) for key, words in _words(order).items()},
        "subject": say(teacher.subject, teacher.place_of("subject")),
        "aim": [say(one, teacher.place_of("aim")) for one in paragraphs(teacher.aim)],
        "lesson": [
            {
                "minutes": step.minutes,
                "activity": say(step.activity, step.place_of("activity")),
                "support": say(step.support, step.place_of("support")),
            }
            for step in teacher.lesson
        ],
        "look_for": [say(one, teacher.place_of("look_for", at)) for at, one in enumerate(teacher.look_for)],
        "answers": [
            {
                "question": say(one.question, one.place_of("question")),
                "letter": _LETTERS[one.answer - 1],
                "answer": say(one.choices[one.answer - 1], one.place_of("choices", one.answer - 1)),
                "why": say(one.why, one.place_of("why")),
            }
            for one in book.quiz
        ],
        "wordlist": [
            {"word": say(one.word), "reading": one.reading, "meaning": say(one.meaning, one.place_of("meaning"))}
            for _, one in _in_order(book.words)
        ],
        "chapters": [say(chapter.title, chapter.place_of("title")) for chapter in book.chapters],
        "colophon": _colophon(order),
    }


def _plain(order: Order) -> Speaker:
    return order.speaker("ja", readings=False)


def _frame(order: Order, page: str) -> dict[str, Any]:
    return order.about("ja", page)


def _palette(guide: Guide) -> dict[str, str]:
    colours = guide.front.colours
    return {**scenes.palette(colours.brand, colours.accent), "strong": colours.brand, "mark": colours.accent}


def _box(say: Speaker, box: Box) -> dict[str, Any]:
    return {
        "title": say(box.title, box.place_of("title")),
        "text": [say(one, box.place_of("text")) for one in paragraphs(box.text)],
        "at": str(box.place_of("text")),
    }


def _words(order: Order) -> dict[str, str]:
    labels = order.library.labels.labels
    return {key.removeprefix("kids_"): plain(label.ja) for key, label in labels.items() if key.startswith("kids_")}


def _in_order(words: tuple[Word, ...]) -> list[tuple[int, Word]]:
    """Give the words in the order of their readings, each with its number in the file."""
    return sorted(enumerate(words), key=lambda pair: pair[1].reading)


def _colophon(order: Order) -> dict[str, Any]:
    """Give what the last page says of the book: what it rests on, when it was made, under which licence."""
    say = _plain(order)
    document = order.guide.front.documents[0]
    state = f"state_{order.guide.front.state.now.replace('-', '_')}"
    return {
        "document": say(document.title),
        "publisher": say(document.publisher),
        "state": order.words("ja", state)[state],
    }
