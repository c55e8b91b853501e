"""What a function that makes sheets is handed: a guide, its readings, faces, words, date and web address."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from macros import addresses, dated
from macros.furigana import Furigana
from macros.guideline.model import Guide, Library
from macros.paper.code import code
from macros.paper.faces import Faces, faces
from macros.paper.said import Speaker


@dataclass(frozen=True)
class Order:
    """What one *guide* is printed with: the *library*, the date (*epoch*, seconds), the site's address or ""."""

    library: Library
    guide: Guide
    epoch: int
    site_url: str = ""
    _engines: dict[str, Furigana] = field(default_factory=dict, repr=False)

    @property
    def date(self) -> str:
        """The date of the printed matter (2026-11-21), nothing where nobody knows it."""
        return dated.day(self.epoch)

    def speaker(self, language: str = "ja", *, readings: bool = True, grade: int | None = None) -> Speaker:
        """Give what writes texts for templates, in "ja", "en" or "kids" (Japanese for children)."""
        return Speaker(language, self._engine() if readings and language != "en" else None, grade)

    def faces(self, use: str) -> Faces:
        """Give the faces for a *use*: "plain" or "school"."""
        return faces(use, self.guide)

    def address(self, language: str = "ja", page: str = "") -> str:
        """Give the web address of a page of the guide; only its path where the site's address is not known."""
        path = addresses.language_root(language) + addresses.guide_page(self.guide.id, page)
        return f"{self.site_url.rstrip('/')}/{path}" if self.site_url else f"/{path}"

    def about(self, language: str = "ja", page: str = "") -> dict[str, Any]:
        """Give what every page of paper carries: guide, town, date, address, and a QR code where there is a site."""
        say = self.speaker(language, readings=False)
        front = self.guide.front
        address = self.address(language, page)
        return {
            "town": say(front.municipality.name),
            "guide_title": say(front.title),
            "short_title": say(front.short_title),
            "colours": {"brand": front.colours.brand, "accent": front.colours.accent},
            "date": self.date,
            "address": address,
            "qr": code(address) if self.site_url else "",
        }

    def words(self, language: str, *keys: str) -> dict[str, str]:
        """Give the interface words *keys* of data/labels.yml."""
        labels = self.library.labels.labels
        return {key: labels[key].written_in(language) or labels[key].ja for key in keys}

    def _engine(self) -> Furigana:
        if self.guide.id not in self._engines:
            self._engines[self.guide.id] = Furigana.of(self.library, self.guide)
        return self._engines[self.guide.id]
