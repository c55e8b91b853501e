"""What people type leads them to the right section, in every guide and on the hub."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.web import joined
from tests.panel import opened
from tests.queries import QUERIES
from tests.site import ROOT


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_query_finds_its_section_among_the_first_three(visit: Page, language: str) -> None:
    """The table is tests/search.tsv; each is asked in the guide that its section is in."""
    root = "" if language == "ja" else "en/"
    missed = []
    asked = sorted((one for one in QUERIES if one.language == language), key=lambda one: one.guide)
    for guide, queries in itertools.groupby(asked, lambda one: one.guide):
        visit.goto(f"{root}{guide}/")
        opened(visit)
        for query in queries:
            found = _found(visit, query.words)
            places = [re.sub(rf"^https?://[^/]*/{root}", "", place) for place in found]
            right = not places if not query.expected else any(place in query.expected for place in places[:3])
            if not right:
                missed.append((query.kind, query.words, places[:3]))

    assert len(QUERIES) >= 120
    assert missed == []


def _found(page: Page, words: str) -> list[str]:
    """Type *words* into the panel and give the addresses that it lists."""
    return list(
        page.evaluate(
            """async (words) => {
              const box = document.querySelector(".md-search__input")
              const status = document.querySelector(".md-search [role=status]")
              const type = (value) => { box.value = value; box.dispatchEvent(new Event("input", { bubbles: true })) }
              type(""); const before = status.textContent
              type(words)
              const searching = document.querySelector("[data-k-panel]").dataset.searching
              while ([before, searching].includes(status.textContent)) await new Promise((go) => setTimeout(go, 2))
              return [...document.querySelectorAll(".md-search-result__link")].map((link) => link.href)
            }""",
            words,
        )
    )


@pytest.mark.parametrize("guide", ["yamaguchi", "iwakuni", "akaiwa", "hanamaki", "ishioka", ""])
def test_every_heading_leads_to_its_own_section_first(visit: Page, real_site: Path, guide: str) -> None:
    """Of equal headings to this guide's, then to a record's own before one that says it in brief."""
    for root in ("", "en/"):
        folder = real_site / root / "search"
        names = (f"guides/{guide}", "all") if guide else ("all",)
        indexes = [json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in names]
        visit.goto(f"{root}{guide}/" if guide else root)
        visit.add_script_tag(content=joined.source(ROOT, joined.WORKER))
        wrong = visit.evaluate(
            """([indexes, guide]) => {
              const stock = library(indexes, guide)
              const own = stock.sections.filter((section) => !guide || section.guide === guide)
              const equal = Map.groupBy(own, (section) => fold(section.title))
              const right = (best, sections) => sections.includes(best)
                && Boolean(best.brief) === sections.every((section) => section.brief)
              return [...equal].map(([title, sections]) => [title, search(stock, sections[0].title).hits[0], sections])
                .filter(([, hit, sections]) => !hit || !right(hit.section, sections)).map(([title]) => title)
            }""",
            [indexes, guide],
        )
        assert wrong == []
