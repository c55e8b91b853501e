"""The real guide, counted against the printed plan (山口市協働推進プラン): forms, roles, rules, words, figures."""

from __future__ import annotations

import pytest

from macros.guideline.missing import missing
from macros.guideline.model import Guide, Library

POINTS = {
    "co-hosting": 5,
    "endorsement": 1,
    "executive-committee": 4,
    "adoption": 2,
    "project-cooperation": 2,
    "collaborative-contract": 4,
    "subsidy": 7,
    "proposal": 4,
    "information": 4,
}


@pytest.fixture(name="guide")
def fixture_guide(real: Library) -> Guide:
    return real.guide("yamaguchi")


def test_every_survey_figure_is_there(guide: Guide) -> None:
    assert guide.surveys is not None
    values = [share.value for one in guide.surveys.surveys for share in one.answers]

    for printed in (16.9, 67.9, 9.9, 5.3, 30.6, 50.0, 6.2, 0.7, 7.1, 5.4, 92.2, 0.8, 5.9, 1.1, 12.6, 40, 47, 0.4, 19.2):
        assert printed in values
    for counted in (75, 180, 269):
        assert counted in values


def test_9_forms_have_their_33_points(guide: Guide) -> None:
    assert {id: len(form.points) for id, form in guide.form.items()} == POINTS
    assert sum(POINTS.values()) == 33


def test_5_zones_hold_the_forms_of_the_figure(guide: Guide) -> None:
    assert guide.zones is not None
    zones = {zone.mark: (zone.collaboration, set(zone.forms)) for zone in guide.zones.zones}

    assert zones == {
        "①": ("no", set()),
        "②": ("yes", {"subsidy", "endorsement", "project-cooperation"}),
        "③": ("yes", {"co-hosting", "executive-committee", "collaborative-contract", "adoption"}),
        "④": ("yes", {"proposal", "information", "project-cooperation"}),
        "⑤": ("no", set()),
    }


def test_6_fields_have_examples(guide: Guide) -> None:
    assert guide.fields is not None
    assert len(guide.fields.fields) == 6
    assert all(field.examples for field in guide.fields.fields)


def test_6_roles_carry_the_traits_and_expectations_of_chapter_3(guide: Guide) -> None:
    assert guide.roles is not None
    counted = {role.id: (len(role.traits), len(role.expectations)) for role in guide.roles.roles}

    assert counted == {
        "residents": (0, 0),
        "community": (2, 5),
        "civic-group": (6, 5),
        "business": (0, 0),
        "school": (0, 0),
        "government": (0, 0),
    }


def test_6_rules_and_4_effects(guide: Guide) -> None:
    assert guide.rules is not None
    assert guide.effects is not None
    assert [rule.title.ja for rule in guide.rules.rules] == [
        "目的共有",
        "相互理解",
        "相互尊重・対等な関係",
        "自主性・自立性の尊重",
        "情報公開・情報共有",
        "評価",
    ]
    assert len(guide.effects.items) == 4


NOTED = (
    "NPO",
    "アドプト制度",
    "コミュニティ・ビジネス",
    "コーディネート",
    "ネットワーク",
    "現状値",
)


def test_the_glossary_holds_every_footnote_and_at_least_34_terms(guide: Guide) -> None:
    assert guide.definitions is not None
    names = {name for term in guide.definitions.terms for name in (term.term.ja, *term.aliases)}

    assert len(guide.definitions.terms) >= 34
    for footnote in NOTED:
        assert footnote in names


def test_bodies_centers_programmes_and_the_cycle_are_there(guide: Guide) -> None:
    assert guide.organisations is not None
    assert guide.programmes is not None
    names = {one.title.ja for one in guide.organisations.organisations}

    for name in ("地域づくり協議会", "地域交流センター", "市民活動支援センター"):
        assert any(name in one for one in names)
    council = next(one for one in guide.organisations.organisations if one.title.ja == "地域づくり協議会")
    sections = [
        unit.title.ja.split()[-1] for unit in council.units if unit.title.ja.startswith("専門部会 ") and unit.duties
    ]
    assert sections == [
        "総務部会",
        "保健福祉部会",
        "安心・安全部会",
        "生活環境部会",
        "文化・体育部会",
    ]
    assert len(council.members) == 10
    assert guide.organisations.cycle is not None
    assert len(guide.organisations.cycle.steps) == 3


def test_the_contact_is_that_of_the_last_page(guide: Guide) -> None:
    contact = guide.front.contacts[0]

    assert guide.department[contact.department].name.ja == "協働推進課"
    assert (contact.telephone, contact.fax, contact.postal_code, contact.email) == (
        "083-934-2965",
        "083-934-2702",
        "753-8650",
        "kyodo-s@city.yamaguchi.lg.jp",
    )


def test_every_text_is_translated(real: Library) -> None:
    assert missing(real, "en") == []
