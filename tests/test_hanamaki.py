"""Hanamaki's guideline, counted against the printed document."""

from __future__ import annotations

import pytest

from macros.guideline.model import Guide, Library


@pytest.fixture(name="guide")
def fixture_guide(real: Library) -> Guide:
    return real.guide("hanamaki")


def test_has_its_own_definition_and_that_of_the_ordinance(guide: Guide) -> None:
    assert guide.definitions is not None
    assert [one.kind for one in guide.definitions.definitions] == ["own", "ordinance"]
    assert [one.id for one in guide.front.related if one.basis == "yes"] == ["ordinance"]


def test_zones_have_letters_and_forms(guide: Guide) -> None:
    assert guide.zones is not None
    assert [(zone.mark, zone.collaboration, set(zone.forms)) for zone in guide.zones.zones] == [
        (None, "no", set()),
        ("A", "yes", {"project-cooperation", "endorsement", "subsidy"}),
        ("B", "yes", {"co-hosting", "executive-committee", "project-cooperation"}),
        ("C", "yes", {"project-cooperation", "endorsement", "collaborative-contract"}),
        (None, "no", set()),
    ]
    assert all(form.summary and form.effect for form in guide.form.values())


def test_roles_have_their_17_efforts(guide: Guide) -> None:
    assert guide.roles is not None
    *residents, city = guide.roles.roles

    assert [role.title.ja for role in residents] == ["個人", "地域団体", "市民活動団体", "事業者", "学校"]
    assert [len(role.efforts) for role in residents] == [2, 2, 2, 2, 2]
    assert {role.group.ja for role in residents if role.group} == {"市民"}
    assert [(group.number, len(group.efforts)) for group in city.effort_groups] == [("①", 3), ("②", 2), ("③", 2)]


def test_contact_is_that_of_the_last_page(guide: Guide) -> None:
    contact = guide.front.contacts[0]

    assert guide.department[contact.department].name.ja == "地域づくり課"
    assert (contact.telephone, contact.fax, contact.email) == (
        "0198-24-2111",
        "0198-22-6995",
        "kyodo-danjo@city.hanamaki.iwate.jp",
    )
