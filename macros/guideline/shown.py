"""Which records a leaflet may show, by the kind of its blocks, and which ones it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from macros.guideline.model import Block, Guide, Record
from macros.guideline.references import References


def leaflet_references(guide: Guide) -> Iterator[References]:
    """Give the records that the leaflet names, by the kind of its blocks."""
    for block in blocks(guide):
        if block.of in COLLECTIONS:
            file, _ = COLLECTIONS[block.of]
            yield References(
                tuple((entry.record, entry.place_of("record")) for entry in block.entries),
                [record.id for record in collection(guide, block.of)],
                f"{guide.id}/{file}",
            )


def blocks(guide: Guide) -> Iterator[Block]:
    """Give every block of the leaflet in the order of reading."""
    if leaflet := guide.leaflet:
        for panel in (leaflet.flap, leaflet.left, leaflet.middle, leaflet.right):
            yield from panel.blocks


def collection(guide: Guide, kind: str) -> tuple[Record, ...]:
    """Give the records of a guide that a block names by *kind*; none where the guide has no such part."""
    return tuple(COLLECTIONS[kind][1](guide)) if kind in COLLECTIONS else ()


def shows(guide: Guide, kind: str) -> object:
    """Say whether a guide has anything for a block of this *kind*."""
    return DRAWN[kind][1](guide) if kind in DRAWN else collection(guide, kind)


def file_of(kind: str) -> str:
    """Name the file (or the folder of the plan) from which a block of this *kind* is filled."""
    return (DRAWN[kind] if kind in DRAWN else COLLECTIONS[kind])[0]


DRAWN: Mapping[str, tuple[str, Callable[[Guide], object]]] = {
    "spectrum": ("zones.yml", lambda guide: guide.zones),
    "plan": ("plan", lambda guide: guide.policies),
    "strands": ("strands.yml", lambda guide: guide.strands),
}
"""The kinds of blocks that are drawn as a whole"""

COLLECTIONS: Mapping[str, tuple[str, Callable[[Guide], Iterable[Record]]]] = {
    "definitions": ("definitions.yml", lambda guide: guide.definitions.definitions if guide.definitions else ()),
    "ideas": ("definitions.yml (ideas)", lambda guide: guide.definitions.ideas if guide.definitions else ()),
    "requirements": (
        "definitions.yml (requirements)",
        lambda guide: guide.definitions.requirements if guide.definitions else (),
    ),
    "goals": ("guide.yml (goals)", lambda guide: guide.front.goals),
    "purposes": ("guide.yml (purposes)", lambda guide: guide.front.purposes),
    "background": ("background.yml", lambda guide: guide.background.items if guide.background else ()),
    "effects": ("effects.yml", lambda guide: guide.effects.items if guide.effects else ()),
    "cautions": ("cautions.yml", lambda guide: guide.cautions.items if guide.cautions else ()),
    "methods": ("methods.yml", lambda guide: guide.methods.items if guide.methods else ()),
    "forms": ("forms.yml", lambda guide: guide.forms.forms if guide.forms else ()),
    "rules": ("rules.yml", lambda guide: guide.rules.rules if guide.rules else ()),
    "roles": ("roles.yml", lambda guide: guide.roles.roles if guide.roles else ()),
    "organisations": (
        "organisations.yml",
        lambda guide: guide.organisations.organisations if guide.organisations else (),
    ),
    "programmes": ("programmes.yml", lambda guide: guide.programmes.programmes if guide.programmes else ()),
}
"""The kinds of records that a block may name: the file they stand in, and how a guide gives them"""
