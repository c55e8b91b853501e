"""The real data, counted against the printed plan (山口市協働推進プラン)."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.guideline.missing import missing
from macros.guideline.model import Action, Guide, Library, Repeat
from macros.guideline.schedule import cells

DATA = Path(__file__).resolve().parents[1] / "data"

# Sheets of chapter 2 (第2編) by policy and measure, counted in the list of items (推進項目一覧表).
SHEETS = {
    "Ⅰ": (2, 8, 3, 3),
    "Ⅱ": (2, 6, 5, 2),
    "Ⅲ": (2, 3),
    "Ⅳ": (3, 3, 2),
    "Ⅴ": (4, 3, 1),
}
REPEATS = {
    "Ⅲ-(2)-②": "people-database",
    "Ⅳ-(2)-①": "exchange-subsidy",
    "Ⅳ-(2)-③": "round-table",
    "Ⅴ-(1)-②": "consultation-desk",
    "Ⅴ-(2)-②": "casual-lectures",
}
MARKS = "①②③④⑤⑥⑦⑧"
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
UNCERTAIN_SCHEDULES = {
    "funding-research",
    "exchange-center-functions",
    "civic-group-survey",
    "residents-survey",
    "collaboration-reporters",
    "case-collection",
    "report-meetings",
    "community-information",
    "people-database",
    "round-table",
    "community-leaders",
    "coordinators",
    "people-dispatch",
    "committee-database",
    "participation-opportunities",
    "proposal-projects",
    "evaluation-methods",
    "committee-evaluation",
    "promotion-meetings",
}


@pytest.fixture(name="guide")
def fixture_guide(real: Library) -> Guide:
    return real.guide("yamaguchi")


def test_there_are_5_policies_and_16_measures(guide: Guide) -> None:
    assert [policy.number for policy in guide.policies] == list(SHEETS)
    assert len(list(guide.measures())) == 16


def test_each_measure_has_as_many_sheets_as_the_printed_list(guide: Guide) -> None:
    counted = {policy.number: tuple(len(measure.actions) for measure in policy.measures) for policy in guide.policies}

    assert counted == SHEETS


def test_52_sheets_are_47_actions_and_5_repeats(guide: Guide) -> None:
    repeats = [sheet for _, _, sheet in guide.sheets if isinstance(sheet, Repeat)]

    assert len(guide.sheets) == 52
    assert len(guide.actions) == 47
    assert {repeat.number: repeat.repeats for repeat in repeats} == REPEATS


def test_sheets_are_numbered_in_order(guide: Guide) -> None:
    for policy in guide.policies:
        for place, measure in enumerate(policy.measures, start=1):
            numbers = [sheet.number for sheet in measure.actions]

            assert numbers == [f"{policy.number}-({place})-{MARKS[i]}" for i in range(len(numbers))]


def test_every_action_says_who_for_whom_why_what_and_until_when(guide: Guide) -> None:
    for action in guide.actions.values():
        assert action.departments
        assert action.implementers
        assert action.targets
        assert action.done_when is not None
        assert action.schedule
        assert ("other" in action.targets) == (action.target_note is not None)


def test_schedules_lie_between_2008_and_2012(guide: Guide) -> None:
    assert guide.years == (2008, 2009, 2010, 2011, 2012)


def test_every_schedule_the_source_cannot_decide_is_marked_with_its_readings(guide: Guide) -> None:
    marked = {
        action.id
        for action in guide.actions.values()
        if any(one.field == "schedule" and len(one.readings) >= 2 for one in action.uncertain)
    }

    assert marked == UNCERTAIN_SCHEDULES


def test_a_schedule_that_is_sure_has_no_uncertain_year(real: Library, guide: Guide) -> None:
    for action in guide.actions.values():
        doubtful = [cell for cell in cells(action, guide.years, real.vocabulary) if cell.uncertain]

        assert bool(doubtful) == (action.id in UNCERTAIN_SCHEDULES)


@pytest.mark.parametrize(
    ("action", "schedule"),
    [
        ("exchange-centers", {2008: "検討", 2009: "実施・完了予定"}),
        ("activity-bases", {2008: "検討", 2009: "→", 2010: "一部実施", 2011: "実施", 2012: "→"}),
        ("school-reader", {2008: "検討", 2009: "実施", 2010: "→", 2011: "→", 2012: "→"}),
        ("subsidy-review", {2008: "検討", 2009: "検討・周知", 2010: "実施", 2011: "→", 2012: "→"}),
        ("staff-handbook", {2008: "検討", 2009: "実施", 2010: "→", 2011: "→", 2012: "見直し・実施"}),
        ("public-comment", {2008: "実施", 2009: "→", 2010: "見直し・実施", 2011: "実施", 2012: "→"}),
    ],
)
def test_five_years_are_rebuilt_from_the_torn_tables(guide: Guide, action: str, schedule: dict[int, str]) -> None:
    assert guide.actions[action].schedule == schedule


@pytest.mark.parametrize(
    ("action", "targets"),
    [
        ("exchange-centers", {"residents", "community", "civic-group"}),
        ("consultation-desk", {"community", "civic-group", "business", "school", "government"}),
        ("school-reader", {"other"}),
        ("people-database", {"residents", "community", "civic-group", "business", "school"}),
        ("proposal-projects", {"civic-group"}),
        ("support-center-functions", {"civic-group", "other"}),
        ("promotion-meetings", {"government"}),
    ],
)
def test_target_boxes_are_those_of_the_sheet(guide: Guide, action: str, targets: set[str]) -> None:
    assert set(guide.actions[action].targets) == targets


def test_5_indicators_have_baselines_and_targets(guide: Guide) -> None:
    assert guide.indicators is not None
    values = [
        (one.baseline.year, one.baseline.value, [(target.year, target.value) for target in one.targets])
        for one in guide.indicators.indicators
    ]

    assert values == [
        (2006, 37.5, [(2012, 45.0), (2017, 50.0)]),
        (2006, 10.8, [(2012, 13.0), (2017, 15.0)]),
        (2006, 18.8, [(2012, 23.0), (2017, 30.0)]),
        (2006, 26.0, [(2012, 30.0), (2017, 35.0)]),
        (2006, 26.0, [(2012, 100.0), (2017, 100.0)]),
    ]


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


def test_the_plan_runs_from_2009_to_2017_and_has_ended(guide: Guide) -> None:
    assert (guide.front.periods[0].first, guide.front.periods[0].last) == (2009, 2017)
    assert guide.front.state.now == "ended"


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


def test_the_copied_action_is_kept_and_noted(guide: Guide) -> None:
    action = guide.actions["participation-opportunities"]

    assert isinstance(action, Action)
    assert any("Ⅰ-(2)-①" in note.ja for note in action.notes)


def test_items_numbered_differently_in_the_list_keep_both_numbers(guide: Guide) -> None:
    for id, printed in (("community-insurance", "⑤"), ("exchange-subsidy", "④")):
        numbers = [one.printed for one in guide.actions[id].variants if one.field == "number"]

        assert any(printed in number for number in numbers)
