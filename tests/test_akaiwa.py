"""Akaiwa's plan, counted against the printed document."""

from __future__ import annotations

import pytest

from macros.guideline.model import Guide, Library

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


@pytest.fixture(name="guide")
def fixture_guide(real: Library) -> Guide:
    return real.guide("akaiwa")


def test_has_3_pillars_of_2_5_and_3_items(guide: Guide) -> None:
    assert [(policy.number, len(policy.actions), policy.measures) for policy in guide.policies] == [
        ("1", 2, ()),
        ("2", 5, ()),
        ("3", 3, ()),
    ]
    assert [action.number for action in guide.actions.values()] == [
        *("1-1", "1-2"),
        *("2-1", "2-2", "2-3", "2-4", "2-5"),
        *("3-1", "3-2", "3-3"),
    ]


def test_items_have_three_years_content_and_effect(guide: Guide) -> None:
    assert {id: tuple(action.schedule.values()) for id, action in guide.actions.items()} == SCHEDULES
    for action in guide.actions.values():
        assert list(action.schedule) == [2020, 2021, 2022]
        assert action.content is not None
        assert action.effect is not None
        assert action.purpose is None
        assert action.issues is None


def test_has_one_new_item_and_four_passages_of_the_comprehensive_plan(guide: Guide) -> None:
    assert [id for id, action in guide.actions.items() if action.status == "new"] == ["future-generation"]
    assert all(action.status for action in guide.actions.values())
    assert {id: len(action.passages) for id, action in guide.actions.items() if action.passages} == {
        "community-measures": 2,
        "model-project": 1,
        "training": 1,
    }
    mark = guide.actions["community-measures"].mark
    assert mark is not None
    assert mark.ja == "第2次からの継続"


def test_follows_a_guideline_and_two_programmes(guide: Guide) -> None:
    spans = {one.id: (one.kind, one.date, one.first, one.last) for one in guide.front.related}

    assert spans["guideline"] == ("parent", "2014-03", None, None)
    assert spans["first-programme"] == ("earlier", None, 2014, 2016)
    assert spans["second-programme"] == ("earlier", None, 2017, 2019)


def test_zones_forms_and_bands(guide: Guide) -> None:
    assert guide.zones is not None
    assert [(zone.mark, zone.collaboration, set(zone.forms)) for zone in guide.zones.zones] == [
        ("①", "yes", set()),
        ("②", "yes", {"endorsement", "subsidy"}),
        ("②", "yes", {"co-hosting"}),
        ("②", "yes", {"proposal", "collaborative-contract"}),
        (None, "no", set()),
    ]
    assert [len(band.zones) for band in guide.zones.spectrum.bands] == [1, 3, 1]
    assert {id: form.includes for id, form in guide.form.items() if form.includes} == {
        "co-hosting": ("executive-committee",),
        "collaborative-contract": ("designated-manager",),
    }
    assert all(form.summary and form.effect for form in guide.form.values())


def test_cases_goals_kinds_and_contact(guide: Guide) -> None:
    assert guide.cases is not None
    assert guide.front.sdgs is not None
    assert guide.definitions is not None
    contact = guide.front.contacts[0]

    assert [case.year for case in guide.cases.cases] == [2018, 2019]
    assert [goal.number for goal in guide.front.sdgs.goals] == [11, 17]
    assert len(guide.definitions.definitions[0].kinds) == 2
    assert guide.front.appeal is not None
    assert (contact.postal_code, contact.telephone, contact.fax, contact.email) == (
        "709-0898",
        "086-955-1114",
        "086-955-1353",
        "Kyodo@city.akaiwa.lg.jp",
    )
