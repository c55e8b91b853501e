"""How a plan stands, what is due, and what its rows are sought by."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.figures import chart
from macros.guideline.due import due
from macros.guideline.load import load
from macros.guideline.model import Guide, Library, Text
from macros.guideline.model.plan import STATES
from macros.guideline.outcome import figures, reckonings
from macros.guideline.schedule import cells
from macros.guideline.standing import entries, recorded_years, standing, tally
from macros.guideline.years import fiscal_year_of
from macros.web import plan
from tests.site import replaced

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    ("date", "year"),
    [("2011-04-01", 2011), ("2012-03-31", 2011), ("2012-01", 2011), ("2012-12", 2012), ("2012", 2012)],
)
def test_a_fiscal_year_starts_in_april(date: str, year: int) -> None:
    assert fiscal_year_of(date) == year


def test_the_make_believe_town_records_every_state(midori: Guide) -> None:
    assert {entry.state for action in midori.actions.values() for entry in action.progress} == set(STATES)


def test_real_guides_ship_without_invented_entries(real: Library) -> None:
    for guide in real.guides:
        assert recorded_years(guide) == ()


def test_an_entry_may_be_written_after_the_year_it_is_about(midori: Guide) -> None:
    late = next(one for one in midori.actions["festival"].progress if one.state == "late")

    assert (late.date, late.fiscal_year) == ("2013-05-10", 2012)
    assert [entry.fiscal_year for entry in entries(midori.actions["festival"])] == [2011, 2012, 2013]


@pytest.mark.parametrize(
    ("action", "year", "state", "turn"),
    [
        ("festival", 2010, "none", "none"),
        ("festival", 2011, "as-planned", "first"),
        ("festival", 2012, "late", "other"),
        ("garden", 2011, "done", "first"),
        ("garden", 2012, "done", "closed"),
        ("meeting", 2011, "none", "none"),
        ("meeting", 2012, "merged", "first"),
    ],
)
def test_an_action_stands_as_its_entries_say(midori: Guide, action: str, year: int, state: str, turn: str) -> None:
    one = standing(midori.actions[action], year)

    assert (one.state, one.turn) == (state, turn)


@pytest.mark.parametrize(
    ("evidence", "has_page"),
    [
        ("https://example.jp/festival?year=2011&page=1", True),
        ("http://example.jp/報告", True),
        ("広報みどり 10月号", False),
        ("https://[広報/", False),
        ("https://example.jp／aiueo/", False),
        ("https:///report", False),
        ("https://example.jp:99999999/", False),
        (None, False),
    ],
)
def test_only_evidence_that_can_be_followed_becomes_a_link(midori: Guide, evidence: str | None, has_page: bool) -> None:
    entry = next(entry for action in midori.actions.values() for entry in action.progress)

    assert entry.model_copy(update={"evidence": evidence}).has_page is has_page


def test_a_report_counts_each_action_once(midori: Guide) -> None:
    assert dict(tally(midori, 2012)) == {"late": 1, "stopped": 1, "merged": 1, "done": 1}
    assert list(tally(midori, 2011)) == ["as-planned", "done", "none"]


def in_force(town: Path, *changes: tuple[str, str]) -> Library:
    """Load the make-believe town as if its plan were in force, with *changes* to the plan's first file."""
    front, first = town / "midori" / "guide.yml", town / "midori" / "plan" / "1-together.yml"
    replaced(front, "now: ended", "now: in-force")
    text = first.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    first.write_text(text, encoding="utf-8")
    return load(town)


def test_an_ended_plan_has_nothing_due(mini: Library, midori: Guide) -> None:
    assert due(midori, mini.vocabulary, "2012-06-01") is None


def test_a_plan_whose_period_is_over_has_nothing_due_even_if_nobody_wrote_that_it_ended(town: Path) -> None:
    library = in_force(town)

    assert due(library.guide("midori"), library.vocabulary, "2015-04-01") is None
    assert due(library.guide("midori"), library.vocabulary, "2015-03-31") is not None


def test_this_year_and_the_next_list_what_is_planned_and_not_closed(town: Path) -> None:
    library = in_force(town)
    found = due(library.guide("midori"), library.vocabulary, "2011-11-21")

    assert found is not None
    assert found.year == 2011
    assert [(action.id, cell.printed) for action, cell in found.this] == [("festival", "実施")]
    assert [(action.id, cell.printed) for action, cell in found.next] == [("festival", "→")]


LATE_OVER = "state: changed", "state: late"
UNRECORDED = (
    "        progress:\n          - date: 2012-03-31\n            state: done\n"
    "            text: {ja: 花を植え終えました。, en: All flowers are planted.}\n",
    "",
)


@pytest.mark.parametrize(
    ("change", "overdue"),
    [
        (("state: done", "state: as-planned"), []),
        (UNRECORDED, [("garden", 2010)]),
        (LATE_OVER, [("festival", None)]),
    ],
)
def test_overdue_is_what_is_recorded_as_late_or_not_recorded_since(
    town: Path, change: tuple[str, str], overdue: list[tuple[str, int | None]]
) -> None:
    library = in_force(town, change)
    found = due(library.guide("midori"), library.vocabulary, "2014-11-21")

    assert found is not None
    assert [(one.action.id, one.cell.year if one.cell else None) for one in found.overdue] == overdue


def test_without_any_entry_nothing_is_called_overdue(town: Path) -> None:
    for path in (town / "midori" / "plan").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        kept, dropping = [], None
        for line in text.splitlines():
            indent = len(line) - len(line.lstrip())
            if line.strip() == "progress:":
                dropping = indent
            elif dropping is not None and (indent < dropping or (indent == dropping and not line.startswith("-"))):
                dropping = None
            if dropping is None:
                kept.append(line)
        path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    library = in_force(town)
    found = due(library.guide("midori"), library.vocabulary, "2014-11-21")

    assert found is not None
    assert not found.recorded
    assert found.overdue == ()


def test_a_year_that_continues_is_found_by_the_step_it_continues(mini: Library, midori: Guide) -> None:
    action = midori.actions["festival"]
    row = plan.row(action, cells(action, midori.years, mini.vocabulary))

    assert row["steps"] == (
        "2010:consider 2010:partial 2010:uncertain 2011:implement 2011:uncertain "
        "2012:continue 2012:implement 2014:continue 2014:uncertain"
    )
    assert (row["department"], row["implementer"], row["target"]) == ("promotion", "government residents", "residents")


def test_a_target_is_reached_missed_or_not_yet_known(midori: Guide) -> None:
    assert midori.indicators is not None
    outcomes = {one.id: [held.outcome for held in reckonings(one)] for one in midori.indicators.indicators}

    assert outcomes == {
        "groups": ["unknown"],
        "visits": ["reached", "missed", "unknown"],
        "complaints": ["reached"],
    }


def test_the_table_of_an_indicator_runs_by_year(midori: Guide) -> None:
    assert midori.indicators is not None
    rows = [(value.year, kind) for value, kind, _ in figures(midori.indicators.indicators[1])]

    assert rows == [
        (2009, "baseline"),
        (2011, "actual"),
        (2012, "target"),
        (2012, "actual"),
        (2013, "target"),
        (2013, "actual"),
        (2014, "target"),
    ]


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [(26.0, "%", "26.0"), (100, "%", "100"), (75, "団体", "75"), (1300.5, "団体", "1300.5"), (40, "件", "40")],
)
def test_counts_are_written_whole_and_shares_with_their_decimal(value: float, unit: str, written: str) -> None:
    assert chart.number(value, Text(ja=unit)) == written
