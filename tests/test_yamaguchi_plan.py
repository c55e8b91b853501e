"""The real plan, counted against the printed one (山口市協働推進プラン, 第2編): its sheets, schedules, targets."""

from __future__ import annotations

import pytest

from macros.guideline.model import Action, Guide, Library, Repeat
from macros.guideline.schedule import cells

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


def test_the_plan_runs_from_2009_to_2017_and_has_ended(guide: Guide) -> None:
    assert (guide.front.periods[0].first, guide.front.periods[0].last) == (2009, 2017)
    assert guide.front.state.now == "ended"


def test_the_copied_action_is_kept_and_noted(guide: Guide) -> None:
    action = guide.actions["participation-opportunities"]

    assert isinstance(action, Action)
    assert any("Ⅰ-(2)-①" in note.ja for note in action.notes)


def test_items_numbered_differently_in_the_list_keep_both_numbers(guide: Guide) -> None:
    for id, printed in (("community-insurance", "⑤"), ("exchange-subsidy", "④")):
        numbers = [one.printed for one in guide.actions[id].variants if one.field == "number"]

        assert any(printed in number for number in numbers)
