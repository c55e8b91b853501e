"""The leaflet: A4 across, six panels for a roll fold, in Japanese and English."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.figures import scenes
from macros.guideline.model import Contact, Guide, Panel
from macros.guideline.text import filled
from macros.guideline.years import fiscal_year, month
from macros.paper import blocks
from macros.paper.order import Order
from macros.paper.said import Leaf, Speaker, words_of
from macros.paper.sheet import Sheet

LANGUAGES = ("ja", "en")
PICTURE = "town"
_LABELS = (
    "paper_web",
    "paper_stamp",
    "paper_no_contact",
    "paper_shared_part",
    "paper_actions",
    "paper_counts",
    "paper_open",
    "as_printed",
    "telephone",
    "fax",
    "draft",
    "contact",
)


def sheets(order: Order) -> Iterator[Sheet]:
    """Give the leaflet of a guide that has a leaflet.yml, once a language."""
    if order.guide.leaflet is None:
        return
    for language in LANGUAGES:
        yield Sheet(
            order.guide.id,
            f"leaflet-{language}",
            "leaflet",
            "leaflet.typ",
            order.faces("plain"),
            language,
            _data(order, language),
        )


def _data(order: Order, language: str) -> dict[str, Any]:
    guide, leaflet = order.guide, order.guide.leaflet
    assert leaflet is not None  # as sheets() has seen
    say = order.speaker(language, readings=False)
    front = guide.front
    cover = leaflet.cover
    panels = {name: getattr(leaflet, name) for name in ("flap", "left", "middle", "right")}
    return {
        **order.about(language),
        "guide_title": say.phrased(front.title),
        "picture": scenes.scene(PICTURE, front.colours),
        "words": order.words(language, *_LABELS),
        "made_on": month(order.date, language) if order.date else "",
        "slogan": say.phrased(front.slogan),
        "lead": [say.phrased(cover.lead)] if cover and cover.lead else [],
        "draft": front.status == "draft",
        "notices": list(_notices(order, say)),
        "panels": {name: _panel(order, panel, say) for name, panel in panels.items()},
        "contacts": [_contact(guide, contact, say) for contact in front.contacts[:1]],
        "ask": say.paragraphs(leaflet.ask) if leaflet.ask else [],
        "source": say(front.documents[0].title),
        "official": front.official == "yes",
    }


def _panel(order: Order, panel: Panel, say: Speaker) -> dict[str, Any]:
    shown = [blocks.data(order, block, say) for block in panel.blocks]
    longest = max((leaf for one in shown for leaf in blocks.texts(one)), key=lambda leaf: len(words_of(leaf)))
    return {"blocks": shown, "at": longest["at"], "place": str(panel.place_of())}


def _notices(order: Order, say: Speaker) -> Iterator[Leaf]:
    """Say what a reader of paper has to know of the document's force."""
    front, labels = order.guide.front, order.library.labels.labels

    def word(key: str, **values: str) -> str:
        return filled(labels[key].written_in(say.language) or labels[key].ja, **values)

    if front.status == "draft":
        yield say(word("draft_notice"))
    if front.state.now == "ended" and front.periods:
        year = fiscal_year(front.periods[0].last, say.language)
        if front.kind == "summary":
            title = front.periods[0].title
            yield say(word("ended_notice_of", title=title.written_in(say.language) or title.ja, last=year))
        else:
            yield say(word("ended_notice", last=year))
    elif front.state.now != "in-force":
        yield say(word(f"state_{front.state.now.replace('-', '_')}"))
    if front.official == "no":
        yield say(word("paper_not_official"))


def _contact(guide: Guide, contact: Contact, say: Speaker) -> dict[str, Any]:
    department = guide.department[contact.department]
    return {
        "department": say(department.name),
        "parent": say(department.parent) if department.parent else None,
        "section": say(contact.section) if contact.section else None,
        "postal_code": contact.postal_code and contact.postal_code.removeprefix("〒"),
        "address": say(contact.address) if contact.address else None,
        "telephone": contact.telephone,
        "fax": contact.fax,
        "email": contact.email,
    }
