"""Pictures of people and places in the guide's colours: the same SVG for paper and web, drawn by our own kit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import jinja2

from macros.figures.kept import Kept
from macros.guideline.model.guide import Colours

FOLDER = Path(__file__).resolve().parents[2] / "overrides" / "figures"

TAILS = ("tail-walk", "tail-flowers", "tail-town")
"""Strips without a frame, to stand where a chapter ends early on its page"""

COLOURED_IN = ("festival", "clean-up", "together", "flower-bed")
"""Scenes whose lines alone are worth colouring"""

_DARK = ("#4b433c", "#4a3a30")
_PAINT = re.compile('(fill|stroke)="(#[0-9a-f]{6})"')
_COLOUR = re.compile("#[0-9a-f]{6}")
_NEUTRALS: Mapping[str, str] = {
    "white": "#ffffff",
    "cream": "#fdf6e6",
    "sand_soft": "#f3e7cf",
    "sand": "#e8cf9f",
    "stone_pale": "#efede8",
    "stone_soft": "#d9d5cd",
    "stone": "#9d978d",
    "navy": "#5a6b8c",
    "earth": "#a5805f",
    "wood": "#c99f6b",
    "wood_soft": "#e6c89a",
    "skin": "#fbdcbf",
    "blush": "#f5b5a0",
    "mouth": "#c8594a",
    "sky": "#e6f2f7",
    "glass": "#cfe4ee",
    "sun": "#f8cf63",
    "lilac": "#c9bfdc",
    "grass": "#cfe3b4",
    "leaf_pale": "#d8e8c8",
    "leaf_soft": "#b5d39c",
    "leaf": "#93bf86",
    "leaf_dark": "#5f9168",
}


def scene(name: str, colours: Colours) -> str:
    """Give the SVG of the scene *name* in the guide's *colours*."""
    return _drawn(f"{name}.svg", colours.brand, colours.accent)


def label(name: str) -> str:
    """Give the key of the label that says what the scene *name* shows, to those who cannot see it."""
    return f"scene_{name.replace('-', '_')}"


def portrait(figure: str, colours: Colours, mood: str = "smile") -> str:
    """Give the SVG of a person's head and shoulders in a round frame, to stand beside what they say."""
    return _drawn("portrait.svg", colours.brand, colours.accent, figure, mood)


def grey(drawing: str) -> str:
    """Give a *drawing* (or one colour) in the greys that a black-and-white copier would make of it."""
    return _COLOUR.sub(_as_grey, drawing)


def outlines(drawing: str) -> str:
    """Give a *drawing* to colour in: its lines on white."""
    return _PAINT.sub(lambda paint: paint[0] if paint[2] in _DARK else f'{paint[1]}="#ffffff"', drawing)


def palette(brand: str, accent: str) -> Mapping[str, str]:
    """Give the colours of the kit: two of the guide with their tints, and quiet neutrals."""
    own = {"brand": mixed(brand, 0.78), "brand_mid": mixed(brand, 0.5), "brand_soft": mixed(brand, 0.25)}
    own |= {"accent": mixed(accent, 0.85), "accent_mid": mixed(accent, 0.55), "accent_soft": mixed(accent, 0.2)}
    return {**_NEUTRALS, **own}


def mixed(colour: str, share: float) -> str:
    """Give a *share* of *colour* (#rrggbb) on white."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)


def _as_grey(colour: re.Match[str]) -> str:
    red, green, blue = (int(colour.group()[at : at + 2], 16) for at in (1, 3, 5))
    light = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{light:02x}{light:02x}{light:02x}"


@cache
def _drawn(template: str, brand: str, accent: str, figure: str = "", mood: str = "") -> str:
    drawing = templates().get_template(template)
    text = drawing.render(p=palette(brand, accent), figure=figure, mood=mood)
    return "\n".join(line for line in text.splitlines() if line.strip()) + "\n"


@cache
def templates() -> jinja2.Environment:
    """Give the drawings, which are written in the town's colours."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER),
        bytecode_cache=Kept(),
        optimized=False,  # as for pages: compiling takes longer than it saves
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
