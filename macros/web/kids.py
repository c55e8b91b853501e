"""What the children's pages show: the reader's chapters like the pages of a book, its quiz, words and paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from macros import addresses
from macros.figures import scenes, spectrum
from macros.furigana import plain
from macros.guideline.book import Card, cards
from macros.guideline.model import Guide, Text
from macros.guideline.model.reader import Records, Speech
from macros.guideline.text import paragraphs
from macros.paper.drawn import plan_rows
from macros.paper.reader import COVER
from macros.web import paper
from macros.web.pages import Page

if TYPE_CHECKING:
    from macros.web.desk import Desk

_BLOCKS = ("text", "talk", "scene", "figure", "records", "box", "try_")
_LETTERS = "アイウエ"


@dataclass(frozen=True)
class Step:
    """A page of the web book: where it is and what it is called."""

    address: str
    title: str


def tools(desk: Desk, page: Page, guide: Guide | None) -> Mapping[str, Any]:
    """Give the templates of the children's pages the book, its pictures and the way through it."""
    if guide is None or guide.reader is None:
        return {}
    book = guide.reader
    steps = _steps(desk, guide)
    at = next(number for number, step in enumerate(steps) if step.address == page.address)
    colours = guide.front.colours
    return {
        "book": book,
        "chapters": steps[1 : 1 + len(book.chapters)],
        "chapter": next((one for one in book.chapters if one.id == page.record), None),
        "number": at,
        "before": steps[at - 1] if at > 0 else None,
        "after": steps[at + 1] if at + 1 < len(steps) else None,
        "quiz_page": addresses.kids_page(guide.id, "quiz"),
        "words_page": addresses.kids_page(guide.id, "words"),
        "letters": _LETTERS,
        "cover": COVER,
        "parts": paragraphs,
        "kind_of": _kind_of,
        "picture": lambda name: _named(scenes.scene(name, colours), desk.word(scenes.label(name))),
        "cards": lambda block: _cards(guide, block),
        "speaker": lambda speech: _speaker(guide, speech),
        "side": lambda speech: _side(guide, speech),
        "zones": lambda: spectrum.drawing(guide, lambda text: text.ja).wide.boxes,
        "plan_rows": lambda: plan_rows(guide),
        "words_in_order": sorted(book.words, key=lambda word: word.reading),
        "prints": _prints(desk, page, guide),
    }


def on_home(desk: Desk, page: Page, guide: Guide | None) -> Mapping[str, Any]:
    """Give the guide's home the way to the children's pages, which are in Japanese only, and a picture for it."""
    if guide is None or guide.reader is None:
        return {"kids_link": "", "kids_scene": ""}
    here = addresses.language_root(desk.language) + page.address
    return {
        "kids_link": addresses.relative(here, addresses.kids_page(guide.id)),
        "kids_scene": Markup(scenes.scene(COVER, guide.front.colours)),
    }


def _steps(desk: Desk, guide: Guide) -> Sequence[Step]:
    assert guide.reader is not None
    inside = [Step(addresses.kids_page(guide.id, one.id), one.title) for one in guide.reader.chapters]
    return (
        Step(addresses.kids_page(guide.id), guide.reader.title),
        *inside,
        Step(addresses.kids_page(guide.id, "quiz"), desk.word("kids_quiz")),
        Step(addresses.kids_page(guide.id, "words"), desk.word("kids_wordlist")),
    )


def _kind_of(block: object) -> str:
    return next(name for name in _BLOCKS if hasattr(block, name)).rstrip("_")


def _cards(guide: Guide, block: Records) -> Sequence[tuple[Card, str]]:
    return [(card, _for_children(card.text)) for card in cards(guide, block)]


def _for_children(text: Text | None) -> str:
    return (text.kids or text.ja) if text else ""


def _speaker(guide: Guide, speech: Speech) -> Mapping[str, Any]:
    assert guide.reader is not None
    person = next(one for one in guide.reader.cast if one.id == speech.who)
    return {"name": person.name, "portrait": Markup(scenes.portrait(person.figure, guide.front.colours, "talk"))}


def _side(guide: Guide, speech: Speech) -> str:
    assert guide.reader is not None
    return "right" if [one.id for one in guide.reader.cast].index(speech.who) % 2 else "left"


def _named(drawing: str, words: str) -> Markup:
    """Give a *drawing* that says in *words* what it shows, to those who cannot see it."""
    name = escape(plain(words))
    return Markup(drawing.replace("<svg ", f'<svg role="img" aria-label="{name}" ', 1))


def _prints(desk: Desk, page: Page, guide: Guide) -> Sequence[Mapping[str, Any]]:
    shown: Sequence[Mapping[str, Any]] = paper.on_page(desk, page, guide)["printed"]
    names = ("reader", "reader-a4", "reader-booklet", "worksheet")
    return [one for name in names for one in shown if one["id"] == name]
