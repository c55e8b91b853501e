"""What surrounds a page: its guide's name and navigation, the trail to it, the other language, notices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from macros import addresses
from macros.guideline.model import Guide, Library, Text
from macros.web import searchindex
from macros.web.colours import TOWNS
from macros.web.colours import path as colours_path
from macros.web.moved import sections
from macros.web.pages import LANGUAGES, Page, guide_pages, pages


@dataclass(frozen=True)
class _Navigation:
    """The pages of a guide: those at the *top* of its navigation, those *below* each by its frame, *every* one."""

    top: tuple[Page, ...]
    below: Mapping[str, tuple[Page, ...]]
    every: Mapping[str, Page]

    @classmethod
    def of(cls, library: Library, guide: Guide, language: str) -> _Navigation:
        own = guide_pages(library, guide, language)
        below: dict[str, tuple[Page, ...]] = {}
        for page in own:
            if page.parent and page.nav:
                below[page.parent] = (*below.get(page.parent, ()), page)
        top = tuple(page for page in own if not page.parent)
        return cls(top, below, {page.address: page for page in guide_pages(library, guide)})


@dataclass(frozen=True)
class Around:
    """Gives the theme's templates what they need of one *language* of a *library* published at *site_url*."""

    library: Library
    language: str
    site_url: str
    word: Callable[..., str]
    say: Callable[[Text], str]

    def of(self, page: Page | None) -> dict[str, Any]:
        """Give what surrounds *page*, or a page that is none (404)."""
        here = page or Page(addresses.HUB, "", self.library.labels.labels["not_found"])
        guide = self.library.guide(here.guide) if here.guide else None
        return {
            "page": here,
            "guide": guide,
            "word": lambda key, **values: escape(self.word(key, **values)),  # the theme's templates escape nothing
            "say": self.say,
            "language": self.language,
            "home": addresses.guide_page(guide.id) if guide else addresses.HUB,
            "hub": addresses.HUB,
            "own_name": self.own_name(guide) if guide else "",
            "several": len(self.library.guides) > 1,
            "trail": self._trail(here, guide),
            "navigation": self._navigation(guide).top if guide else (),
            "below": self._navigation(guide).below if guide else {},
            "languages": self._languages(here) if page else (),
            "others": self._others(here, guide),
            "word_in": lambda language, key: escape(self.library.labels.labels[key].written_in(language) or ""),
            "colours": colours_path(guide.id) if guide else TOWNS,
            "compare": addresses.COMPARE if addresses.COMPARE in self._addresses else None,
            "search": self._search(guide),
            "feed": addresses.feed(guide.id) if guide and guide.changes else None,
            "accessibility": addresses.ACCESSIBILITY,
            "staff": addresses.STAFF,
            "data": addresses.guide_page(guide.id, "data") if guide and guide.whole else addresses.DATA,
            "kids": self._kids(here, guide),
            "for_children": here.frame.startswith("kids"),
            "moved": sections(self.library, page.address, self.language) if page else [],
            "short": lambda page: self._short_title(page, guide),
            "lang": lambda page: self._lang(page, guide),
            "description": self.say(guide.front.lead if guide else self.library.labels.labels["site_lead"]),
        }

    def own_name(self, guide: Guide) -> str:
        """Give what tells *guide* from other guides of a municipality of its name; nothing where it is the only one."""
        front = guide.front
        return self.say(front.short_title) if self._guides_of[self.say(front.municipality.name)] > 1 else ""

    @cached_property
    def _guides_of(self) -> Mapping[str, int]:
        return Counter(self.say(guide.front.municipality.name) for guide in self.library.guides)

    def _kids(self, page: Page, guide: Guide | None) -> str:
        """Give the relative address of the guide's pages for children (in Japanese only), where it has some."""
        if guide is None or guide.reader is None:
            return ""
        own = addresses.language_root(self.language) + page.address
        return addresses.relative(own, addresses.kids_page(guide.id))

    def _search(self, guide: Guide | None) -> dict[str, Any]:
        """Say which indexes are searched, this guide's first, and where to turn when nothing is found."""
        others = [searchindex.ALL] if guide is None or len(self.library.guides) > 1 else []
        help = {name: addresses.guide_page(guide.id, name) for name in ("terms", "contact")} if guide else {}
        return {
            "indexes": [searchindex.path(guide.id), *others] if guide else others,
            "popular": guide.front.popular if guide and self.language == "ja" else (),
            **{name: address for name, address in help.items() if address in self._addresses},
        }

    def _navigation(self, guide: Guide) -> _Navigation:
        if guide.id not in self._navigations:
            self._navigations[guide.id] = _Navigation.of(self.library, guide, self.language)
        return self._navigations[guide.id]

    @cached_property
    def _navigations(self) -> dict[str, _Navigation]:
        return {}

    @cached_property
    def _addresses(self) -> frozenset[str]:
        return frozenset(page.address for page in pages(self.library, self.language))

    def _short_title(self, page: Page, guide: Guide | None) -> str:
        """Give the words by which navigation names *page*."""
        for policy in guide.policies if guide else ():
            if page.frame == "policy" and policy.id == page.record:
                return f"{policy.number} {self.say(policy.short_title)}"
        return self.say(page.title)

    def _lang(self, page: Page, guide: Guide | None) -> Markup:
        """Mark the words by which navigation names *page* as Japanese where nobody has translated them."""
        named = {policy.id: policy.short_title for policy in guide.policies} if guide else {}
        words = named.get(page.record, page.title) if page.frame == "policy" else page.title
        return Markup("" if words.written_in(self.language) else ' lang="ja"')

    def _trail(self, page: Page, guide: Guide | None) -> list[tuple[str, str]]:
        """List the pages above *page*, from the hub down, as (address, words)."""
        if page.address == addresses.HUB:
            return []
        trail = [(addresses.HUB, self.word("site"))]
        if guide and page.frame != "home":
            trail.append((addresses.guide_page(guide.id), self.say(guide.front.short_title)))
        if guide and page.parent:
            above = self._navigation(guide).every
            steps = page.parent.split("/")
            found = [addresses.guide_page(guide.id, "/".join(steps[: at + 1])) for at in range(len(steps))]
            trail += [(address, self._short_title(above[address], guide)) for address in found if address in above]
        if guide is None and page.parent:
            trail.append((addresses.compare_page(), self.word(page.parent)))
        return trail

    def _others(self, page: Page, guide: Guide | None) -> list[dict[str, str]]:
        """Say where the other languages go on from this page: to the same page, or where there is none to the first."""
        first = addresses.guide_page(guide.id) if guide else addresses.HUB
        own = addresses.language_root(self.language) + page.address
        found = []
        for code in (one for one in LANGUAGES if one != self.language):
            target = addresses.language_root(code) + (page.address if code in page.languages else first)
            found.append({"code": code, "link": addresses.relative(own, target)})
        return found

    def _languages(self, page: Page) -> list[dict[str, str]]:
        """List this page in each language: its relative address, and its full one where the site's is known."""
        own = addresses.language_root(self.language) + page.address
        found = []
        for language in page.languages:
            target = addresses.language_root(language) + page.address
            full = self.site_url + target if self.site_url else ""
            found.append({"code": language, "link": addresses.relative(own, target), "full": full})
        return found
