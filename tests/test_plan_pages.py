"""Following a plan in a real browser: filters, addresses to share, no JavaScript, a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.everyone import Scheme, hindrances, looks
from tests.live import spoken, visiting


def field(page: Page, name: str) -> Locator:
    return page.locator(f"select[name={name}]")


def status(page: Page) -> str:
    return page.get_by_role("status").filter(has_text="件").inner_text()


def shown(page: Page) -> list[str]:
    """Give the ids of the actions whose rows are shown."""
    rows = page.locator("[data-k-row]:not([hidden])")
    return list(dict.fromkeys(rows.evaluate_all("rows => rows.map(row => row.dataset.action)")))


def test_a_filter_acts_at_once_and_the_count_is_announced(visit: Page) -> None:
    visit.goto("yamaguchi/plan/")
    assert status(visit) == "47件すべてを表示しています。"

    field(visit, "department").select_option("lifelong-learning")
    found = shown(visit)
    assert 0 < len(found) < 47
    assert status(visit) == f"47件のうち{len(found)}件を表示しています。"
    assert visit.locator("[data-k-row]:not([hidden])").evaluate_all(
        "rows => rows.every(row => row.dataset.department.split(' ').includes('lifelong-learning'))"
    )
    assert visit.evaluate("document.querySelector('[data-k-filter-status]').getAttribute('role')") == "status"


def test_filters_add_up_and_a_policy_without_a_match_is_not_shown(visit: Page) -> None:
    visit.goto("yamaguchi/plan/")
    field(visit, "target").select_option("school")
    of_schools = set(shown(visit))
    field(visit, "year").select_option("2009")
    field(visit, "step").select_option("implement")

    assert set(shown(visit)) < of_schools
    for band in visit.locator("[data-k-band]").all():
        own = visit.locator(f"[data-k-of='{band.get_attribute('data-k-band')}'] [data-k-row]:not([hidden])")
        assert band.is_visible() == (own.count() > 0)


def test_every_filter_by_itself_finds_something_and_never_what_does_not_fit(visit: Page) -> None:
    visit.goto("yamaguchi/plan/")
    for choice in visit.locator("[data-k-filter] select").all():
        for value in choice.locator("option").evaluate_all("all => all.map(one => one.value).filter(Boolean)"):
            choice.select_option(value)
            assert shown(visit), value
        choice.select_option("")


def test_an_address_holds_the_choice_and_brings_it_back_elsewhere(visit: Page, browser: Browser, address: str) -> None:
    visit.goto("yamaguchi/plan/")
    field(visit, "department").select_option("collaboration")
    field(visit, "year").select_option("2009")
    assert visit.url.endswith("/yamaguchi/plan/?department=collaboration&year=2009")
    found = shown(visit)

    with visiting(browser, address) as other:
        other.goto(visit.url)
        expect(field(other, "department")).to_have_value("collaboration")
        expect(field(other, "year")).to_have_value("2009")
        assert shown(other) == found
        other.goto(visit.url.replace("/yamaguchi/", "/en/yamaguchi/"))
        assert shown(other) == found


def test_an_address_that_names_what_is_not_there_shows_everything_and_is_mended(visit: Page) -> None:
    visit.goto("yamaguchi/plan/?department=moon&year=1600&utm=x")

    assert status(visit) == "47件すべてを表示しています。"
    assert visit.url.endswith("/yamaguchi/plan/?utm=x")


def test_what_an_address_names_rightly_stays_when_the_rest_is_mended(visit: Page) -> None:
    visit.goto("yamaguchi/plan/?department=moon&target=school")

    assert visit.url.endswith("/yamaguchi/plan/?target=school")
    assert 0 < len(shown(visit)) < 47


def test_clearing_shows_everything_and_cleans_the_address(visit: Page) -> None:
    visit.goto("yamaguchi/plan/?target=school&q2=kept")
    visit.get_by_role("button", name=spoken("しぼり込みをやめる")).press("Enter")

    assert len(shown(visit)) == 47
    assert visit.url.endswith("/yamaguchi/plan/?q2=kept")
    expect(field(visit, "department")).to_be_focused()


def test_nothing_found_says_what_to_try(visit: Page) -> None:
    visit.goto("yamaguchi/plan/?step=finish&year=2012")

    assert shown(visit) == []
    assert "条件を一つ減らして" in visit.locator("[data-k-filter-status]").inner_text()


def test_signs_are_silent_and_words_are_spoken(visit: Page) -> None:
    visit.goto("yamaguchi/plan/")
    cells = visit.locator("td.k-step")

    assert cells.evaluate_all("all => all.every(c => [...c.querySelectorAll('.k-sign')].every(s => s.ariaHidden))")
    words = cells.evaluate_all(
        "all => all.map(c => { const d = c.cloneNode(true);"
        " d.querySelectorAll('[aria-hidden=true], .k-year, rt, rp').forEach(x => x.remove());"
        " return d.textContent.trim() })"
    )
    assert all(words)
    assert "記載なし" in words
    assert not any(sign in "".join(words) for sign in "○●◐↻→◇■")


@pytest.mark.parametrize("path", ["yamaguchi/plan/", "akaiwa/plan/"])
def test_head_and_first_column_stay_in_sight(visit: Page, path: str) -> None:
    visit.goto(path)
    visit.locator(".k-plan tbody tr").nth(12).scroll_into_view_if_needed()
    visit.mouse.wheel(0, 500)
    visit.wait_for_timeout(200)
    head = visit.locator(".k-plan thead th").last.bounding_box()
    bar = visit.locator(".k-header").bounding_box()

    assert head
    assert bar
    assert -4 <= head["y"] - (bar["y"] + bar["height"]) <= 4


def test_in_a_narrow_window_the_first_column_stays_while_the_years_move(visit: Page) -> None:
    visit.set_viewport_size({"width": 800, "height": 700})
    visit.goto("en/yamaguchi/plan/")
    frame = visit.locator(".k-table--plan")
    frame.evaluate("frame => { frame.querySelector('table').style.minWidth = '90rem'; frame.scrollLeft = 300 }")
    first = visit.locator(".k-plan tbody th[scope=row]").first.bounding_box()
    edge = frame.bounding_box()

    assert first
    assert edge
    assert abs(first["x"] - edge["x"]) < 3


def test_without_javascript_the_whole_table_and_the_lists_for_each_group_serve(plain: Page) -> None:
    plain.goto("yamaguchi/plan/")
    assert plain.locator("[data-k-row]").count() == 52
    assert not plain.locator("[data-k-filter]").is_visible()

    plain.locator(".k-groups a").first.click()
    assert plain.url.endswith("/yamaguchi/plan/for/residents/")
    rows = plain.locator("[data-k-row]")
    assert rows.count() == 20
    assert all("residents" in (row.get_attribute("data-target") or "").split() for row in rows.all())


def test_a_policy_keeps_its_place_in_the_overview_and_each_action_in_its_policy(visit: Page) -> None:
    visit.goto("yamaguchi/plan/#people")
    expect(visit.locator("#people")).to_be_in_viewport()
    visit.goto("yamaguchi/plan/information/#school-reader")
    expect(visit.locator("#school-reader")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize("path", ["yamaguchi/plan/", "en/yamaguchi/plan/", "yamaguchi/plan/for/school/"])
def test_a_phone_shows_a_list_with_the_years_in_words(visit: Page, path: str, width: int) -> None:
    visit.set_viewport_size({"width": width, "height": 800})
    visit.goto(path)
    row = visit.locator("[data-k-row]").filter(has=visit.locator("td.k-step")).first
    name = row.locator("th").bounding_box()
    boxes = [cell.bounding_box() for cell in row.locator("td").all()]

    assert name
    assert all(boxes)
    assert all(box["y"] >= name["y"] + name["height"] - 1 for box in boxes if box)
    assert visit.evaluate("document.documentElement.scrollWidth") <= width
    assert "2008" in row.locator("td .k-year").first.inner_text()
    assert row.locator("td .k-year").first.is_visible()


REAL_PAGES = ("yamaguchi/plan/", "akaiwa/plan/support/", "akaiwa/plan/support/consultation/")


@looks
def test_axe_finds_nothing(browser: Browser, address: str, width: int, scheme: Scheme) -> None:
    assert hindrances(browser, address, REAL_PAGES, width, scheme) == []
