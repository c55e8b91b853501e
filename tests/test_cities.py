"""The lists and fronts of the four further cities, against their printed documents; their pages say what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.guideline.missing import missing
from macros.guideline.model import Guide, LabelsFile, Library
from macros.web.pages import guide_pages
from tests.site import page_of

CITIES = ("akaiwa", "hanamaki", "ishioka", "iwakuni")
LISTS: dict[str, dict[str, list[str]]] = {
    "iwakuni": {
        "background": ["social-change"],
        "definitions": ["collaboration"],
        "ideas": ["from-now-on"],
        "requirements": ["civic-group"],
        "forms": ["collaborative-contract", "project-cooperation", "information", "executive-committee"],
        "rules": [
            "mutual-understanding",
            "shared-purpose",
            "independence",
            "equal-relationship",
            "clear-roles",
            "open-information",
            "confidentiality",
            "evaluation",
            "transparency",
        ],
        "organisations": ["headquarters", "officers", "support-center"],
        "strands": ["system-design", "officers", "theme-groups", "local-groups"],
        "goals": ["basic-purpose", "five-goals"],
        "lost": ["zones", "headquarters", "mid-term-schedule"],
    },
    "akaiwa": {
        "background": ["needs", "civic-activities", "finance", "decentralization"],
        "definitions": ["collaboration"],
        "effects": ["better-services", "opportunities", "self-government"],
        "zones": ["residents-own", "residents-led", "equal", "government-led", "government-own"],
        "forms": ["information", "subsidy", "co-hosting", "endorsement", "collaborative-contract", "proposal"],
        "rules": [
            "shared-purpose",
            "mutual-understanding",
            "equal-relationship",
            "independence",
            "open-information",
            "evaluation",
        ],
        "policies": ["support", "mechanism", "people"],
        "actions": [
            "consultation",
            "information",
            "community-measures",
            "model-project",
            "workshops",
            "future-generation",
            "review-committee",
            "training",
            "staff-training",
            "city-hall-organisation",
        ],
        "departments": ["collaboration"],
        "organisations": ["review-committee", "city-hall-organisation"],
        "programmes": ["model-project"],
        "cases": ["puppet-theater", "farm-market"],
        "related": ["guideline", "first-programme", "second-programme", "comprehensive-plan", "city-hall-guidelines"],
        "purposes": ["third-programme"],
        "contacts": ["desk"],
    },
    "hanamaki": {
        "background": ["needs", "local-efforts"],
        "definitions": ["collaboration", "ordinance"],
        "effects": ["better-services", "community-strength", "livelier-groups"],
        "cautions": ["means", "no-pressure"],
        "zones": ["residents-own", "a", "b", "c", "government-own"],
        "forms": [
            "co-hosting",
            "executive-committee",
            "project-cooperation",
            "endorsement",
            "subsidy",
            "collaborative-contract",
        ],
        "roles": ["residents", "community", "civic-group", "business", "school", "government"],
        "rules": [
            "open-information",
            "mutual-understanding",
            "shared-purpose",
            "independence",
            "equal-relationship",
            "clear-roles",
            "evaluation",
        ],
        "departments": ["community-development"],
        "related": ["comprehensive-plan", "ordinance", "participation-guideline", "community-district-ordinance"],
        "purposes": ["introduction"],
        "contacts": ["desk"],
        "lost": ["cooperation-figures"],
    },
    "ishioka": {
        "background": [
            "social-change",
            "participation",
            "decentralization",
            "together",
            "diverse-needs",
            "changing-spheres",
        ],
        "definitions": ["collaboration"],
        "effects": ["relationship", "services"],
        "zones": ["residents-own", "b", "c", "d", "government-own"],
        "roles": ["residents", "community", "civic-group", "business", "government"],
        "rules": ["cooperation", "responsibility", "shared-information", "public-benefit", "room-to-take-part"],
        "methods": ["training", "neighborhood", "publicity"],
        "goals": ["goal", "outlook"],
        "lost": ["relation", "image"],
    },
}


def _lists(guide: Guide) -> dict[str, list[str]]:
    front, definitions = guide.front, guide.definitions
    found = {
        "background": guide.background.items if guide.background else (),
        "definitions": definitions.definitions if definitions else (),
        "ideas": definitions.ideas if definitions else (),
        "requirements": definitions.requirements if definitions else (),
        "effects": guide.effects.items if guide.effects else (),
        "cautions": guide.cautions.items if guide.cautions else (),
        "methods": guide.methods.items if guide.methods else (),
        "zones": guide.zones.zones if guide.zones else (),
        "forms": guide.forms.forms if guide.forms else (),
        "fields": guide.fields.fields if guide.fields else (),
        "roles": guide.roles.roles if guide.roles else (),
        "rules": guide.rules.rules if guide.rules else (),
        "policies": guide.policies,
        "actions": tuple(guide.actions.values()),
        "departments": guide.departments.departments if guide.departments else (),
        "indicators": guide.indicators.indicators if guide.indicators else (),
        "surveys": guide.surveys.surveys if guide.surveys else (),
        "organisations": guide.organisations.organisations if guide.organisations else (),
        "programmes": guide.programmes.programmes if guide.programmes else (),
        "cases": guide.cases.cases if guide.cases else (),
        "strands": guide.strands.strands if guide.strands else (),
        "related": front.related,
        "purposes": front.purposes,
        "goals": front.goals,
        "position": front.position,
        "contacts": front.contacts,
        "lost": front.lost,
    }
    return {name: [record.id for record in records] for name, records in found.items() if records}


@pytest.mark.parametrize("city", CITIES)
def test_every_list_is_that_of_the_document(real: Library, city: str) -> None:
    assert _lists(real.guide(city)) == LISTS[city]


FRONTS = {
    # city: code, reading, prefecture, kind, status, state, periods, date of issue
    "iwakuni": ("352080", "いわくにし", "山口県", "summary", "adopted", "ended", [(2015, 2022)], "2016-09"),
    "akaiwa": ("332135", "あかいわし", "岡山県", "programme", "adopted", "ended", [(2020, 2022)], "2020-03"),
    "hanamaki": ("032051", "はなまきし", "岩手県", "guideline", "adopted", "unknown", [], None),
    "ishioka": ("082058", "いしおかし", "茨城県", "guideline", "draft", "unknown", [], None),
}


@pytest.mark.parametrize("city", CITIES)
def test_whose_document_it_is_and_in_what_state(real: Library, city: str) -> None:
    front = real.guide(city).front
    town = front.municipality

    assert (
        town.code,
        town.reading,
        town.prefecture.name.ja,
        front.kind,
        front.status,
        front.state.now,
        [(period.first, period.last) for period in front.periods],
        front.documents[0].date,
    ) == FRONTS[city]
    assert front.state.checked_on == "2026-11-20"
    assert front.official == "no"


def test_the_code_of_each_municipality_has_its_check_digit(real: Library) -> None:
    for guide in real.guides:
        *digits, check = (int(sign) for sign in guide.front.municipality.code)
        total = sum(digit * weight for digit, weight in zip(digits, (6, 5, 4, 3, 2), strict=True))

        assert check == (11 - total % 11) % 10, guide.id


def test_each_guide_has_a_colour_of_its_own(real: Library) -> None:
    assert {guide.id for guide in real.guides} >= set(CITIES)
    assert len({guide.front.colours.brand for guide in real.guides}) == len(real.guides)


def test_everything_is_in_english_too(real: Library) -> None:
    for city in CITIES:
        real.guide(city)

    assert missing(real, "en") == []


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_page_of_the_draft_says_so(real: Library, real_site: Path, language: str) -> None:
    labels: LabelsFile = real.labels
    notice = labels.labels["draft_notice"].written_in("en" if language else "ja")

    assert notice is not None
    for page in guide_pages(real, real.guide("ishioka")):
        if (language.rstrip("/") or "ja") not in page.languages:
            continue
        main = page_of(real_site, f"{language}{page.address}").css_first("main")
        assert notice in main.text(), page.address  # type: ignore[union-attr]


def test_telephone_numbers_of_documents_no_longer_in_force_are_no_links(real: Library, real_site: Path) -> None:
    for guide in real.guides:
        assert guide.front.state.now != "in-force"
    for path in real_site.rglob("*.html"):
        assert 'href="tel:' not in path.read_text(encoding="utf-8"), path
