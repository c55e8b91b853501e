"""Runs of words taken over from the printed document are found, past line ends and width."""

from __future__ import annotations

from macros.guideline.model import Guide
from macros.guideline.overlap import longest_shared_runs, squeezed

SOURCE = "第1章\n町民が自分\nたちで　行います。ＡＢＣ みどり町協働の手引き\n話し合いの時間を十分に取る"


def test_the_longest_run_comes_first_with_its_place(midori: Guide) -> None:
    runs = longest_shared_runs(midori, SOURCE)

    assert [(length, run, str(place)) for length, run, place in runs] == [
        (13, "町民が自分たちで行います。", "data/midori/zones.yml:15:16"),
        (11, "話し合いの時間を十分に", "data/midori/cautions.yml:6:16"),
        (6, "協働の手引き", "data/midori/guide.yml:21:7"),
    ]


def test_titles_and_names_may_repeat_the_document(midori: Guide) -> None:
    assert longest_shared_runs(midori, "登録団体の数 みどり交流センター はじめの一歩補助金") == []


def test_short_runs_are_everyday_words(midori: Guide) -> None:
    assert longest_shared_runs(midori, "力を合わせ") == []


def test_width_and_white_space_do_not_count() -> None:
    assert squeezed("Ａ　Ｂ\n ｶﾞ①") == "ABガ1"
