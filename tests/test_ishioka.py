"""The draft of Ishioka's guideline, counted against the document."""

from __future__ import annotations

import pytest

from macros.guideline.model import Guide, Library


@pytest.fixture(name="guide")
def fixture_guide(real: Library) -> Guide:
    return real.guide("ishioka")


def test_describes_collaboration_without_defining_it(guide: Guide) -> None:
    assert guide.definitions is not None
    assert [one.kind for one in guide.definitions.definitions] == ["described"]


def test_zones_have_the_letters_printed_and_no_others(guide: Guide) -> None:
    assert guide.zones is not None
    assert [(zone.mark, zone.collaboration) for zone in guide.zones.zones] == [
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
def test_roles_got_their_own_torn_bodies(guide: Guide, role: str, words: tuple[str, ...]) -> None:
    assert guide.roles is not None
    one = next(one for one in guide.roles.roles if one.id == role)

    assert one.who is not None
    for word in words:
        assert word in one.who.ja
    assert one.inferred is not None or role == "civic-group"


def test_methods_hold_four_ways_to_train_people(guide: Guide) -> None:
    assert guide.methods is not None
    assert [len(method.items) for method in guide.methods.items] == [4, 0, 0]
