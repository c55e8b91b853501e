"""A guide's colours as a stylesheet of its own, because inline styles would break the security policy."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable

from macros.guideline.model import Guide
from macros.guideline.model.guide import Colours

TOWNS = "assets/guides.css"
"""The stylesheet of pages that show several guides, below the site's root"""


def path(guide: str) -> str:
    """Give the path of the stylesheet of *guide* below the site's root."""
    return f"assets/guides/{guide}.css"


def stylesheet(colours: Colours) -> str:
    """Derive washes, deep and light tones from the two colours of a guide."""
    light = {
        "brand": colours.brand,
        "brand-deep": _tone(colours.brand, lightness=0.17),
        "brand-wash": _tone(colours.brand, lightness=0.93, saturation=0.35),
        "brand-mid": _tone(colours.brand, lightness=0.84, saturation=0.35),
        "accent": colours.accent,
        "accent-wash": _tone(colours.accent, lightness=0.945, saturation=0.8),
    }
    dark = {
        "brand": _tone(colours.brand, lightness=0.72, saturation=0.45),
        "brand-deep": _tone(colours.brand, lightness=0.80, saturation=0.45),
        "brand-wash": _tone(colours.brand, lightness=0.13, saturation=0.35),
        "brand-mid": _tone(colours.brand, lightness=0.24, saturation=0.4),
        "accent": _tone(colours.accent, lightness=0.74, saturation=0.7),
        "accent-wash": _tone(colours.accent, lightness=0.14, saturation=0.45),
    }
    return f":root{{{_declared(light)}}}\n@media screen{{[data-md-color-scheme=slate]{{{_declared(dark)}}}}}\n"


def towns(guides: Iterable[Guide]) -> str:
    """Give each of *guides* a class k-town--<id> that sets --k-town, for pages that show several."""
    own = [(guide.id, guide.front.colours.brand) for guide in guides]
    light = "".join(f".k-town--{id}{{--k-town:{brand}}}" for id, brand in own)
    dark = "".join(
        f"[data-md-color-scheme=slate] .k-town--{id}{{--k-town:{_tone(brand, lightness=0.72, saturation=0.45)}}}"
        for id, brand in own
    )
    return f"{light}\n@media screen{{{dark}}}\n"


def _declared(tones: dict[str, str]) -> str:
    return "".join(f"--k-{name}:{tone};" for name, tone in tones.items())


def _tone(colour: str, lightness: float, saturation: float | None = None) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, _, own = colorsys.rgb_to_hls(red, green, blue)
    tone = colorsys.hls_to_rgb(hue, lightness, own if saturation is None else min(own, saturation))
    return "#" + "".join(f"{round(part * 255):02x}" for part in tone)
