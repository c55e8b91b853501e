"""Nothing of one city stands in the data or on the pages of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.guideline.model import Guide, Library, Text
from macros.guideline.parts import parts
from macros.web.pages import guide_pages

ORDINARY = {"関係課", "全所属", "Related divisions", "All divisions"}  # entries for divisions that are not named


def _names(guide: Guide) -> set[str]:
    """What belongs to this guide: its town, documents, offices, bodies, support, cases, numbers and addresses."""
    front = guide.front
    town = front.municipality
    texts = [town.name, front.title, *(one.title for one in front.documents)]
    texts += [one.title for one in front.related if one.kind != "law"]
    texts += [name for one in guide.department.values() for name in (one.name, one.parent) if name]
    texts += [one.title for one in (guide.programmes.programmes if guide.programmes else ())]
    texts += [one.title for one in (guide.cases.cases if guide.cases else ())]
    names = {words for text in texts for words in (text.ja, text.en) if words}
    names |= {_short(guide), town.reading, town.code, guide.id}
    for contact in front.contacts:
        names |= {one for one in (contact.telephone, contact.fax, contact.email, contact.postal_code) if one}
        names |= {contact.address.ja} if contact.address else set()
    return names - ORDINARY


def _short(guide: Guide) -> str:
    return guide.front.municipality.name.ja.removesuffix("市")


def _without_prefecture(guide: Guide, written: str) -> str:
    """Drop the guide's own prefecture, which may be called like another city (山口県)."""
    prefecture = guide.front.municipality.prefecture
    for name in (prefecture.name.ja, prefecture.name.en or prefecture.name.ja):
        written = written.replace(name, "")
    return written


def _own_texts(guide: Guide) -> str:
    texts = (part for _, part in parts(guide) if isinstance(part, Text))
    return "\n".join(words for text in texts for words in (text.ja, text.en) if words)


def _foreign(real: Library, guide: Guide) -> set[str]:
    """What belongs to the other cities and not to *guide* too (two cities call an office 協働推進課)."""
    others = set().union(*(_names(other) for other in real.guides if other is not guide))
    return others - _names(guide)


def test_the_data_of_a_guide_name_no_other_city(real: Library) -> None:
    assert len(real.guides) >= 5
    for guide in real.guides:
        said = _without_prefecture(guide, _own_texts(guide))
        assert [name for name in sorted(_foreign(real, guide)) if name in said] == [], guide.id


@pytest.mark.parametrize("city", ["akaiwa", "hanamaki", "ishioka", "iwakuni", "yamaguchi"])
@pytest.mark.parametrize("language", ["", "en/"])
def test_no_page_of_a_guide_names_another_city(real: Library, real_site: Path, city: str, language: str) -> None:
    guide = real.guide(city)
    foreign = sorted(_foreign(real, guide))
    pages = [page for page in guide_pages(real, guide) if (language.rstrip("/") or "ja") in page.languages]

    assert len(real.guides) >= 5
    assert len(pages) >= 6
    for page in pages:
        html = (real_site / f"{language}{page.address}index.html").read_text(encoding="utf-8")
        written = _without_prefecture(guide, html)
        found = [name for name in foreign if name in written]
        assert found == [], (page.address, found)
