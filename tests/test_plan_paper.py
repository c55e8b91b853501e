"""A plan on paper: every word and sign of its tables is there."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Page

from tests.live import close, printed


def cells(page: Page) -> list[str]:
    """Give what the cells of the grid show, readings aside."""
    texts = page.locator(".k-plan th, .k-plan td").evaluate_all(
        "all => all.map(c => { const d = c.cloneNode(true);"
        " d.querySelectorAll('rt, rp, .k-sr, .k-year').forEach(x => x.remove()); return d.textContent })"
    )
    return [close(text) for text in texts]


@pytest.mark.parametrize("path", ["en/yamaguchi/plan/", "en/akaiwa/plan/", "en/yamaguchi/plan/for/residents/"])
def test_every_cell_is_on_the_printed_page_in_its_order(visit: Page, path: str) -> None:
    visit.goto(path)
    wanted = cells(visit)
    _, text = printed(visit)
    at = 0

    assert len(wanted) > 40
    for cell in wanted:
        found = text.find(cell, at)
        assert found >= 0, cell
        at = found + len(cell)


@pytest.mark.parametrize("path", ["yamaguchi/plan/", "akaiwa/plan/"])
def test_every_sign_of_every_cell_is_on_the_printed_page_in_japanese_too(visit: Page, path: str) -> None:
    """Words with readings are drawn apart from the others, so they are counted sign by sign."""
    visit.goto(path)
    wanted = Counter("".join(cells(visit)))
    _, text = printed(visit)

    assert wanted - Counter(text) == Counter()


def test_an_action_fits_one_side_of_a4(visit: Page) -> None:
    for path in ("yamaguchi/plan/environment/activity-bases/", "akaiwa/plan/support/consultation/"):
        visit.goto(path)
        assert printed(visit)[0] == 1, path


def test_a_table_that_was_narrowed_says_on_paper_what_was_chosen(visit: Page) -> None:
    visit.goto("en/yamaguchi/plan/?target=school")
    chosen = visit.locator("[name=target] option:checked").inner_text()
    told = visit.locator("[data-k-filter-status]").inner_text()
    _, narrowed = printed(visit)
    visit.goto("en/yamaguchi/plan/")
    _, whole = printed(visit)

    assert close(f"Filter For whom {chosen} {told}") in narrowed
    assert "Filter" not in whole
