"""The summary of Iwakuni's plan, counted against the printed document."""

from __future__ import annotations

import pytest

from macros.guideline.model import Guide, Library, Text
from macros.guideline.parts import parts


@pytest.fixture(name="guide")
def fixture_guide(real: Library) -> Guide:
    return real.guide("iwakuni")


def test_five_goals_six_requirements_and_services(guide: Guide) -> None:
    assert guide.definitions is not None
    assert guide.organisations is not None
    goals = guide.front.goals[1].items

    assert [item.number for item in goals] == ["(1)", "(2)", "(3)", "(4)", "(5)"]
    assert len(guide.definitions.requirements[0].items) == 6
    assert [(one.kind, one.since, len(one.services)) for one in guide.organisations.organisations] == [
        ("body", "2015-10", 0),
        ("officer", "2015-10", 5),
        ("centre", "2000-10", 6),
    ]


def test_names_forms_and_rules_without_explaining_them(guide: Guide) -> None:
    assert guide.forms is not None
    assert guide.rules is not None
    assert [form.title.ja for form in guide.forms.forms] == ["委託", "事業協力", "情報提供交換", "実行委員会方式"]
    assert [rule.title.ja for rule in guide.rules.rules] == [
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
    assert all(form.summary is None for form in guide.forms.forms)
    assert all(rule.text is None for rule in guide.rules.rules)


def test_strands_run_from_2015_to_2022(guide: Guide) -> None:
    assert guide.strands is not None
    years = {
        strand.id: [(stretch.first, stretch.last) for stretch in strand.stretches] for strand in guide.strands.strands
    }

    assert (guide.strands.first, guide.strands.last) == (2015, 2022)
    assert years == {
        "system-design": [(2015, None), (2019, 2019)],
        "officers": [(2015, 2015), (2015, 2015), (2016, None)],
        "theme-groups": [(2015, 2018), (2016, None)],
        "local-groups": [(2015, 2018), (2016, None)],
    }
    assert len(guide.strands.strands[0].undated) == 2


def test_says_where_the_full_version_is_and_how_the_city_is_read(guide: Guide) -> None:
    assert guide.front.full_version is not None
    assert len(guide.front.full_version.places) == 7
    assert any("岩国市《まち》" in part.ja for _, part in parts(guide) if isinstance(part, Text))
