"""Paper: the model and its readings become PDFs, set by Typst from the templates of overrides/print.

A kind of printed matter is a function in WORKS (works.py) that gives the sheets of a guide:

    def sheets(order: Order) -> Iterator[Sheet]:
        say = order.speaker("ja", grade=3)               # readings for what third-graders have not learnt
        data = {"title": say(order.guide.front.title),   # a leaf: text, readings, and its file and line
                **order.about("ja", "kids")}             # guide's name, date, address and QR code of its web page
        yield Sheet(order.guide.id, "reader", "reader", "reader.typ", order.faces("school"), data=data)
        yield Sheet(order.guide.id, "reader-booklet", "reader", "booklet.typ", order.faces("school"),
                    data={"title": "…", "author": "…"}, basis="reader")

A template begins with `#import "kyodo.typ": *` and `#show: sheet.with(title: …, width: …, height: …)`; it has `data`,
`said(leaf)` (with readings where `readings: true`), `plain(leaf)`, `fit(width, height, body, panel: …, at: …)`,
`qr(svg, address)` and `found(…)`, whose values come back in `Printed.found` with their pages. Lines with readings need
a leading of about 1em, first lines in boxes 0.6em of inset above.

The press (press.py) compiles as PDF/UA-1 and PDF/A-2a (all but sheets with a basis), with the commit's date, from our
faces only, and keeps results by the hash of all that they depend on below build/paper. A warning, a character that no
face has and a text that does not fit are GuidelineErrors at the record's line. What was printed goes to
/<guide>/print/ with a list (manifest.py) that the downloads page reads; its words are in data/labels.yml as
paper_NAME (title) and paper_NAME_how (how to print it), with "-" of the sheet's name written "_".
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from macros.paper.faces import ALWAYS, Faces, faces, faces_mark
from macros.paper.manifest import LIST, Entry, entries, guides, read, write
from macros.paper.sheet import Printed, Sheet

if TYPE_CHECKING:
    from macros.paper.order import Order
    from macros.paper.press import PICTURE_PPI, Press
    from macros.paper.said import Leaf, Speaker
    from macros.paper.works import WORKS, sheets

__all__ = [
    "ALWAYS",
    "LIST",
    "PICTURE_PPI",
    "WORKS",
    "Entry",
    "Faces",
    "Leaf",
    "Order",
    "Press",
    "Printed",
    "Sheet",
    "Speaker",
    "entries",
    "faces",
    "faces_mark",
    "guides",
    "read",
    "sheets",
    "write",
]

_PLACES = {
    "Order": "order",
    "PICTURE_PPI": "press",
    "Press": "press",
    "Leaf": "said",
    "Speaker": "said",
    "WORKS": "works",
    "sheets": "works",
}
"""The parts that need the model and the press, by the module in which they stand"""


def __getattr__(name: str) -> Any:
    """Import a part of the room when it is first asked for: who wants a list needs no press."""
    if name not in _PLACES:
        raise AttributeError(name)
    return getattr(import_module(f"macros.paper.{_PLACES[name]}"), name)
