"""Link the first mention of each glossary term on a page to its entry, with the gloss as a tooltip."""

from __future__ import annotations

import re
from functools import cached_property

from markupsafe import Markup, escape

from macros.guideline.model import Guide, Term

_SHORTEST = 2
_IN_BRACKETS = re.compile(r" \([^()]*\)$")


class Glossary:
    """The terms of one guide in one language, found in running text by longest match."""

    def __init__(self, guide: Guide, language: str) -> None:
        self.language = language
        self.names: dict[str, Term] = {}
        for term in _linked_terms(guide):
            for name in self._names(term):
                if len(name) >= _SHORTEST:
                    self.names.setdefault(name.casefold(), term)

    def _names(self, term: Term) -> tuple[str, ...]:
        if self.language == "ja":
            return (term.term.ja, *term.aliases)
        english = term.term.written_in(self.language)
        return (_IN_BRACKETS.sub("", english),) if english else ()

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """Match any term, the longest first; whole words only, plurals too, where words are spaced."""
        if not self.names:
            return None
        names = "|".join(re.escape(name) for name in sorted(self.names, key=len, reverse=True))
        return re.compile(f"({names})" if self.language == "ja" else rf"(?<!\w)({names})(?:s|es)?(?!\w)", re.IGNORECASE)


def _linked_terms(guide: Guide) -> list[Term]:
    return [term for term in guide.definitions.terms if term.link == "yes"] if guide.definitions else []


class Linker:
    """Links each term of a *glossary* once on one page; *address* tells where a term's entry is."""

    def __init__(self, glossary: Glossary, target: str) -> None:
        self.glossary = glossary
        self.target = target
        self.linked: set[str] = set()

    def __call__(self, text: str) -> Markup:
        """Escape *text* and link the terms in it that this page has not linked yet."""
        pattern = self.glossary.pattern
        if pattern is None or not self.target:
            return escape(text)
        done = Markup("")
        position = 0
        for found in pattern.finditer(text):
            term = self.glossary.names.get(found.group(1).casefold())  # none for İ and ı, which are no i
            if term is None or term.id in self.linked:
                continue
            self.linked.add(term.id)
            gloss = term.gloss.written_in(self.glossary.language) or term.gloss.ja
            done += escape(text[position : found.start()]) + Markup(
                '<a class="k-term" href="{target}#{id}" title="{gloss}">{name}</a>'
            ).format(target=self.target, id=term.id, gloss=gloss, name=found.group())
            position = found.end()
        return done + escape(text[position:])
