"""What crosses records and files: sums, colours, circles (the messages stand in cases/bad)."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.guideline.checks import CHECKS, check, contrast_with_white
from macros.guideline.load import load
from macros.guideline.model import Guide, Library
from macros.guideline.problems import GuidelineError, hint, nearest


def test_the_make_believe_town_passes_every_check(mini: Library, midori: Guide) -> None:
    assert list(check(mini, midori)) == []


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.__name__)
def test_every_check_states_its_rule(one: object) -> None:
    assert one.__doc__
    assert one.__doc__.endswith(".")


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [("#ffffff", 1.0), ("#000000", 21.0), ("#767676", 4.54), ("#777777", 4.48), ("#1a6b4f", 6.44)],
)
def test_contrast_follows_wcag(colour: str, ratio: float) -> None:
    assert contrast_with_white(colour) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(
    ("shares", "notes", "fine"),
    [
        (["33.3", "33.3", "33.3"], "", True),
        (["50", "50.5"], "", True),
        (["50", "50.6"], "", False),
        (["50", "51"], "    notes: [{ja: 資料のとおりです。}]\n", True),
    ],
)
def test_shares_add_up_or_say_why_not(town: Path, shares: list[str], notes: str, fine: bool) -> None:
    answers = "".join(f"      - {{answer: {{ja: 答え}}, value: {share}}}\n" for share in shares)
    (town / "midori" / "surveys.yml").write_text(
        "surveys:\n  - id: a\n    source: {at: 1}\n    title: {ja: あ}\n    held: {ja: 夏}\n    date: 2008\n"
        f"    unit: {{ja: '%'}}\n    total: 100\n{notes}    answers:\n{answers}",
        encoding="utf-8",
    )

    if fine:
        assert load(town)
    else:
        with pytest.raises(GuidelineError, match="1 problem"):
            load(town)


def test_a_longer_circle_of_departments_is_told_once(town: Path) -> None:
    rows = [("a", "b"), ("b", "c"), ("c", "b"), ("promotion", "a"), ("community", "a")]
    written = "".join(f"  - {{id: {one}, name: {{ja: 課}}, reading: か, successor: {next_}}}\n" for one, next_ in rows)
    (town / "midori" / "departments.yml").write_text(f"departments:\n{written}", encoding="utf-8")

    with pytest.raises(GuidelineError) as error:
        load(town)

    assert [problem.values["chain"] for problem in error.value.problems] == ["b → c → b"]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("tilte", "title"),
        ("Title", "title"),
        ("ｔｉｔｌｅ", "title"),
        ("ti\u200btle", "title"),
        ("xyz", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_found_past_width_and_case(word: str, found: str | None) -> None:
    assert nearest(word, ["id", "title", "text"]) == found


def test_no_hint_is_given_where_nothing_is_near() -> None:
    assert hint("xyz", ["title"]) == {"ja": "", "en": ""}
