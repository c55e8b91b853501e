"""The four further cities, counted against their printed documents, and each guide free of the others' names."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.guideline.load import load
from macros.guideline.missing import missing
from macros.guideline.model import Guide, LabelsFile, Library, Text
from macros.guideline.parts import parts
from macros.web.pages import guide_pages
from tests.site import ROOT, built

DATA = ROOT / "data"
CITIES = ("akaiwa", "hanamaki", "ishioka", "iwakuni")


@pytest.fixture(scope="module", name="library")
def fixture_library() -> Library:
    return load(DATA)


def _guide(library: Library, id: str) -> Guide:
    found = [guide for guide in library.guides if guide.id == id]
    assert found, f"data/{id} is missing"
    return found[0]


@pytest.fixture(name="iwakuni")
def fixture_iwakuni(library: Library) -> Guide:
    return _guide(library, "iwakuni")


@pytest.fixture(name="akaiwa")
def fixture_akaiwa(library: Library) -> Guide:
    return _guide(library, "akaiwa")


@pytest.fixture(name="hanamaki")
def fixture_hanamaki(library: Library) -> Guide:
    return _guide(library, "hanamaki")


@pytest.fixture(name="ishioka")
def fixture_ishioka(library: Library) -> Guide:
    return _guide(library, "ishioka")


# ---- every list of every document: the ids stand in the order of the printed document

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
def test_every_list_is_that_of_the_document(library: Library, city: str) -> None:
    assert _lists(_guide(library, city)) == LISTS[city]


# ---- whose document it is, and in what state

FRONTS = {
    # city: code, reading, prefecture, kind, status, state, periods, date of issue
    "iwakuni": ("352080", "いわくにし", "山口県", "summary", "adopted", "ended", [(2015, 2022)], "2016-09"),
    "akaiwa": ("332135", "あかいわし", "岡山県", "programme", "adopted", "ended", [(2020, 2022)], "2020-03"),
    "hanamaki": ("032051", "はなまきし", "岩手県", "guideline", "adopted", "unknown", [], None),
    "ishioka": ("082058", "いしおかし", "茨城県", "guideline", "draft", "unknown", [], None),
}


@pytest.mark.parametrize("city", CITIES)
def test_whose_document_it_is_and_in_what_state(library: Library, city: str) -> None:
    front = _guide(library, city).front
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


def test_the_code_of_each_municipality_has_its_check_digit(library: Library) -> None:
    for guide in library.guides:
        *digits, check = (int(sign) for sign in guide.front.municipality.code)
        total = sum(digit * weight for digit, weight in zip(digits, (6, 5, 4, 3, 2), strict=True))

        assert check == (11 - total % 11) % 10, guide.id


def test_each_guide_has_a_colour_of_its_own(library: Library) -> None:
    assert {guide.id for guide in library.guides} >= set(CITIES)
    assert len({guide.front.colours.brand for guide in library.guides}) == len(library.guides)


def test_everything_is_in_english_too(library: Library) -> None:
    for city in CITIES:
        _guide(library, city)

    assert missing(library, "en") == []


# ---- Iwakuni


def test_iwakuni_five_goals_six_requirements_and_services(iwakuni: Guide) -> None:
    assert iwakuni.definitions is not None
    assert iwakuni.organisations is not None
    goals = iwakuni.front.goals[1].items

    assert [item.number for item in goals] == ["(1)", "(2)", "(3)", "(4)", "(5)"]
    assert len(iwakuni.definitions.requirements[0].items) == 6
    assert [(one.kind, one.since, len(one.services)) for one in iwakuni.organisations.organisations] == [
        ("body", "2015-10", 0),
        ("officer", "2015-10", 5),
        ("centre", "2000-10", 6),
    ]


def test_iwakuni_names_forms_and_rules_without_explaining_them(iwakuni: Guide) -> None:
    assert iwakuni.forms is not None
    assert iwakuni.rules is not None
    assert [form.title.ja for form in iwakuni.forms.forms] == ["委託", "事業協力", "情報提供交換", "実行委員会方式"]
    assert [rule.title.ja for rule in iwakuni.rules.rules] == [
        "相互理解",
        "目的と目標の共有",
        "自主性と自立性の尊重",
        "対等な立場",
        "役割分担や責任の明確化",
        "情報公開と共有",
        "守秘義務",
        "評価の必要性",
        "透明性の確保",
    ]
    assert all(form.summary is None for form in iwakuni.forms.forms)
    assert all(rule.text is None for rule in iwakuni.rules.rules)


def test_iwakuni_strands_run_from_2015_to_2022(iwakuni: Guide) -> None:
    assert iwakuni.strands is not None
    years = {
        strand.id: [(stretch.first, stretch.last) for stretch in strand.stretches] for strand in iwakuni.strands.strands
    }

    assert (iwakuni.strands.first, iwakuni.strands.last) == (2015, 2022)
    assert years == {
        "system-design": [(2015, None), (2019, 2019)],
        "officers": [(2015, 2015), (2015, 2015), (2016, None)],
        "theme-groups": [(2015, 2018), (2016, None)],
        "local-groups": [(2015, 2018), (2016, None)],
    }
    assert len(iwakuni.strands.strands[0].undated) == 2


def test_iwakuni_says_where_the_full_version_is_and_how_the_city_is_read(iwakuni: Guide) -> None:
    assert iwakuni.front.full_version is not None
    assert len(iwakuni.front.full_version.places) == 7
    assert any("岩国市《まち》" in part.ja for _, part in parts(iwakuni) if isinstance(part, Text))


# ---- Akaiwa

SCHEDULES = {
    "consultation": ("検討・実施", "検討・実施", "検討・実施"),
    "information": ("実施", "実施", "実施"),
    "community-measures": ("検討", "検討・実施", "実施"),
    "model-project": ("実施・制度点検", "実施", "実施"),
    "workshops": ("実施", "実施", "実施"),
    "future-generation": ("実施", "実施", "実施"),
    "review-committee": ("実施", "実施", "実施・検証"),
    "training": ("実施", "実施", "実施"),
    "staff-training": ("実施", "実施", "実施"),
    "city-hall-organisation": ("研究・実施", "実施", "実施"),
}


def test_akaiwa_has_3_pillars_of_2_5_and_3_items(akaiwa: Guide) -> None:
    assert [(policy.number, len(policy.actions), policy.measures) for policy in akaiwa.policies] == [
        ("1", 2, ()),
        ("2", 5, ()),
        ("3", 3, ()),
    ]
    assert [action.number for action in akaiwa.actions.values()] == [
        *("1-1", "1-2"),
        *("2-1", "2-2", "2-3", "2-4", "2-5"),
        *("3-1", "3-2", "3-3"),
    ]


def test_akaiwa_items_have_three_years_content_and_effect(akaiwa: Guide) -> None:
    assert {id: tuple(action.schedule.values()) for id, action in akaiwa.actions.items()} == SCHEDULES
    for action in akaiwa.actions.values():
        assert list(action.schedule) == [2020, 2021, 2022]
        assert action.content is not None
        assert action.effect is not None
        assert action.purpose is None
        assert action.issues is None


def test_akaiwa_has_one_new_item_and_four_passages_of_the_comprehensive_plan(akaiwa: Guide) -> None:
    assert [id for id, action in akaiwa.actions.items() if action.status == "new"] == ["future-generation"]
    assert all(action.status for action in akaiwa.actions.values())
    assert {id: len(action.passages) for id, action in akaiwa.actions.items() if action.passages} == {
        "community-measures": 2,
        "model-project": 1,
        "training": 1,
    }
    mark = akaiwa.actions["community-measures"].mark
    assert mark is not None
    assert mark.ja == "第2次からの継続"


def test_akaiwa_follows_a_guideline_and_two_programmes(akaiwa: Guide) -> None:
    spans = {one.id: (one.kind, one.date, one.first, one.last) for one in akaiwa.front.related}

    assert spans["guideline"] == ("parent", "2014-03", None, None)
    assert spans["first-programme"] == ("earlier", None, 2014, 2016)
    assert spans["second-programme"] == ("earlier", None, 2017, 2019)


def test_akaiwa_zones_forms_and_bands(akaiwa: Guide) -> None:
    assert akaiwa.zones is not None
    assert [(zone.mark, zone.collaboration, set(zone.forms)) for zone in akaiwa.zones.zones] == [
        ("①", "yes", set()),
        ("②", "yes", {"endorsement", "subsidy"}),
        ("②", "yes", {"co-hosting"}),
        ("②", "yes", {"proposal", "collaborative-contract"}),
        (None, "no", set()),
    ]
    assert [len(band.zones) for band in akaiwa.zones.spectrum.bands] == [1, 3, 1]
    assert {id: form.includes for id, form in akaiwa.form.items() if form.includes} == {
        "co-hosting": ("executive-committee",),
        "collaborative-contract": ("designated-manager",),
    }
    assert all(form.summary and form.effect for form in akaiwa.form.values())


def test_akaiwa_cases_goals_kinds_and_contact(akaiwa: Guide) -> None:
    assert akaiwa.cases is not None
    assert akaiwa.front.sdgs is not None
    assert akaiwa.definitions is not None
    contact = akaiwa.front.contacts[0]

    assert [case.year for case in akaiwa.cases.cases] == [2018, 2019]
    assert [goal.number for goal in akaiwa.front.sdgs.goals] == [11, 17]
    assert len(akaiwa.definitions.definitions[0].kinds) == 2
    assert akaiwa.front.appeal is not None
    assert (contact.postal_code, contact.telephone, contact.fax, contact.email) == (
        "709-0898",
        "086-955-1114",
        "086-955-1353",
        "Kyodo@city.akaiwa.lg.jp",
    )


# ---- Hanamaki


def test_hanamaki_has_its_own_definition_and_that_of_the_ordinance(hanamaki: Guide) -> None:
    assert hanamaki.definitions is not None
    assert [one.kind for one in hanamaki.definitions.definitions] == ["own", "ordinance"]
    assert [one.id for one in hanamaki.front.related if one.basis == "yes"] == ["ordinance"]


def test_hanamaki_zones_have_letters_and_forms(hanamaki: Guide) -> None:
    assert hanamaki.zones is not None
    assert [(zone.mark, zone.collaboration, set(zone.forms)) for zone in hanamaki.zones.zones] == [
        (None, "no", set()),
        ("A", "yes", {"project-cooperation", "endorsement", "subsidy"}),
        ("B", "yes", {"co-hosting", "executive-committee", "project-cooperation"}),
        ("C", "yes", {"project-cooperation", "endorsement", "collaborative-contract"}),
        (None, "no", set()),
    ]
    assert all(form.summary and form.effect for form in hanamaki.form.values())


def test_hanamaki_roles_have_their_17_efforts(hanamaki: Guide) -> None:
    assert hanamaki.roles is not None
    *residents, city = hanamaki.roles.roles

    assert [role.title.ja for role in residents] == ["個人", "地域団体", "市民活動団体", "事業者", "学校"]
    assert [len(role.efforts) for role in residents] == [2, 2, 2, 2, 2]
    assert {role.group.ja for role in residents if role.group} == {"市民"}
    assert [(group.number, len(group.efforts)) for group in city.effort_groups] == [("①", 3), ("②", 2), ("③", 2)]


def test_hanamaki_contact_is_that_of_the_last_page(hanamaki: Guide) -> None:
    contact = hanamaki.front.contacts[0]

    assert hanamaki.department[contact.department].name.ja == "地域づくり課"
    assert (contact.telephone, contact.fax, contact.email) == (
        "0198-24-2111",
        "0198-22-6995",
        "kyodo-danjo@city.hanamaki.iwate.jp",
    )


# ---- Ishioka


def test_ishioka_describes_collaboration_without_defining_it(ishioka: Guide) -> None:
    assert ishioka.definitions is not None
    assert [one.kind for one in ishioka.definitions.definitions] == ["described"]


def test_ishioka_zones_have_the_letters_printed_and_no_others(ishioka: Guide) -> None:
    assert ishioka.zones is not None
    assert [(zone.mark, zone.collaboration) for zone in ishioka.zones.zones] == [
        (None, "no"),
        ("B", "yes"),
        ("C", "yes"),
        ("D", "yes"),
        (None, "no"),
    ]


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("community", ("自治組織", "PTA")),
        ("civic-group", ("NPO",)),
        ("business", ("農業協同組合", "商工会議所")),
    ],
)
def test_ishioka_roles_got_their_own_torn_bodies(ishioka: Guide, role: str, words: tuple[str, ...]) -> None:
    assert ishioka.roles is not None
    one = next(one for one in ishioka.roles.roles if one.id == role)

    assert one.who is not None
    for word in words:
        assert word in one.who.ja
    assert one.inferred is not None or role == "civic-group"


def test_ishioka_methods_hold_four_ways_to_train_people(ishioka: Guide) -> None:
    assert ishioka.methods is not None
    assert [len(method.items) for method in ishioka.methods.items] == [4, 0, 0]


# ---- nothing of one city on another's pages

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


def _foreign(library: Library, guide: Guide) -> set[str]:
    """What belongs to the other cities and not to *guide* too (two cities call an office 協働推進課)."""
    others = set().union(*(_names(other) for other in library.guides if other is not guide))
    return others - _names(guide)


def test_the_data_of_a_guide_name_no_other_city(library: Library) -> None:
    assert len(library.guides) >= 5
    for guide in library.guides:
        said = _without_prefecture(guide, _own_texts(guide))
        assert [name for name in sorted(_foreign(library, guide)) if name in said] == [], guide.id


@pytest.fixture(scope="module", name="site")
def fixture_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("cities"), DATA)


@pytest.mark.parametrize("city", [*CITIES, "yamaguchi"])
@pytest.mark.parametrize("language", ["", "en/"])
def test_no_page_of_a_guide_names_another_city(library: Library, site: Path, city: str, language: str) -> None:
    guide = _guide(library, city)
    foreign = sorted(_foreign(library, guide))
    pages = [page for page in guide_pages(library, guide) if (language.rstrip("/") or "ja") in page.languages]

    assert len(library.guides) >= 5
    assert len(pages) >= 6
    for page in pages:
        html = (site / f"{language}{page.address}index.html").read_text(encoding="utf-8")
        written = _without_prefecture(guide, html)
        found = [name for name in foreign if name in written]
        assert found == [], (page.address, found)


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_page_of_the_draft_says_so(library: Library, site: Path, language: str) -> None:
    labels: LabelsFile = library.labels
    notice = labels.labels["draft_notice"].written_in("en" if language else "ja")

    assert notice is not None
    for page in guide_pages(library, _guide(library, "ishioka")):
        if (language.rstrip("/") or "ja") not in page.languages:
            continue
        tree = LexborHTMLParser((site / f"{language}{page.address}index.html").read_text(encoding="utf-8"))
        for reading in tree.css("rt, rp"):
            reading.decompose()
        assert notice in tree.css_first("main").text(), page.address  # type: ignore[union-attr]


def test_telephone_numbers_of_documents_no_longer_in_force_are_no_links(library: Library, site: Path) -> None:
    for guide in library.guides:
        assert guide.front.state.now != "in-force"
    for path in site.rglob("*.html"):
        assert 'href="tel:' not in path.read_text(encoding="utf-8"), path
