"""Terms are linked once a page, by longest match, and never inside other words of English."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from macros.guideline.model import Term
from macros.web.links import Glossary, Linker


def glossary(language: str) -> Glossary:
    def term(id: str, ja: str, en: str, **more: Any) -> Term:
        return Term.model_validate(
            {
                "id": id,
                "source": {"at": "1"},
                "term": {"ja": ja, "en": en},
                "reading": "よみ",
                "gloss": {"ja": f"{ja}の意味"},
                **more,
            }
        )

    terms = (
        term("kyodo", "協働", "collaboration"),
        term("form", "協働の形態", "form of collaboration", aliases=["形"]),
        term("need", "ニーズ", "need", link="no"),
        term("plan", "計画", "plan (keikaku)"),
        term("odd", '"<b>', "odd & end"),
    )
    guide: Any = SimpleNamespace(definitions=SimpleNamespace(terms=terms))
    return Glossary(guide, language)


@pytest.mark.parametrize(
    ("language", "text", "linked"),
    [
        ("ja", "協働の形態と協働です。", ["協働の形態", "協働"]),
        ("ja", "協働と協働", ["協働"]),
        ("ja", "市民のニーズ", []),
        ("en", "Collaboration here", ["Collaboration"]),
        ("en", "Two collaborations", ["collaborations"]),
        ("en", "collaborative", []),
        ("en", "a plan", ["plan"]),
        ("en", "Collaboratıon, COLLABORATİON and COLLABORATION", ["COLLABORATION"]),
    ],
)
def test_terms_are_linked_once_and_longest_first(language: str, text: str, linked: list[str]) -> None:
    html = str(Linker(glossary(language), "../terms/")(text))

    assert [part.split("</a>")[0].split(">")[-1] for part in html.split("<a ")[1:]] == linked


def test_text_between_terms_is_escaped() -> None:
    assert "<b>" not in str(Linker(glossary("ja"), "../terms/")('<b>協働</b> "<b>'))


def test_a_page_without_a_glossary_links_nothing() -> None:
    assert str(Linker(glossary("ja"), "")("協働")) == "協働"
