"""Following a plan in a real browser: filters, addresses to share, no JavaScript, a phone, paper, and axe."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.access import fresh
from tests.axe import violations
from tests.live import browsing, served, spoken
from tests.site import built, town

_DOUBLES = str.maketrans("⺠‧", "民・")

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module", name="address")
def fixture_address(real_site: Path) -> Iterator[str]:
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="module", name="town_address")
def fixture_town_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The make-believe town, its plan in force and seen in November 2013."""
    folder = tmp_path_factory.mktemp("midori")
    data = town(folder)
    front = data / "midori" / "guide.yml"
    front.write_text(front.read_text(encoding="utf-8").replace("now: ended", "now: in-force"), encoding="utf-8")
    with served(built(folder, data, KYODO_ON="2013-11-21")) as address:
        yield address


@pytest.fixture(scope="module", name="browser")
def fixture_browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


def visiting(browser: Browser, address: str, **settings: Any) -> Iterator[Page]:
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "base_url": address, **settings})
    page = context.new_page()
    page.set_default_timeout(8000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


@pytest.fixture(name="visit")
def fixture_visit(browser: Browser, address: str) -> Iterator[Page]:
    yield from visiting(browser, address)


@pytest.fixture(name="plain")
def fixture_plain(browser: Browser, address: str) -> Iterator[Page]:
    """A visitor without JavaScript."""
    yield from visiting(browser, address, java_script_enabled=False)


@pytest.fixture(name="in_town")
def fixture_in_town(browser: Browser, town_address: str) -> Iterator[Page]:
    yield from visiting(browser, town_address)


def field(page: Page, name: str) -> Locator:
    return page.locator(f"select[name={name}]")


def status(page: Page) -> str:
    return page.get_by_role("status").filter(has_text="件").inner_text()


def shown(page: Page) -> list[str]:
    """Give the ids of the actions whose rows are shown."""
    rows = page.locator("[data-k-row]:not([hidden])")
    return list(dict.fromkeys(rows.evaluate_all("rows => rows.map(row => row.dataset.action)")))


# ---- Filters ----
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

    for other in visiting(browser, address):
        other.goto(visit.url)
        expect(field(other, "department")).to_have_value("collaboration")
        expect(field(other, "year")).to_have_value("2009")
        assert shown(other) == found
        other.goto(visit.url.replace("/yamaguchi/", "/en/yamaguchi/"))
        assert shown(other) == found


def test_an_address_that_names_what_is_not_there_shows_everything(visit: Page) -> None:
    visit.goto("yamaguchi/plan/?department=moon&year=1600&utm=x")

    assert status(visit) == "47件すべてを表示しています。"


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


# ---- The grid ----
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


# ---- Paper ----
def printed(page: Page) -> tuple[int, str]:
    """Print the page on A4; give how many sheets it takes and its text without spaces."""
    read = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return len(read.pages), _close("".join(sheet.extract_text() for sheet in read.pages))


def _close(text: str) -> str:
    """Leave out spaces, and write signs for which fonts keep a double (⼀, ⺠, ‧) as they are typed."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_DOUBLES).split())


def cells(page: Page) -> list[str]:
    """Give what the cells of the grid show, readings aside."""
    texts = page.locator(".k-plan th, .k-plan td").evaluate_all(
        "all => all.map(c => { const d = c.cloneNode(true);"
        " d.querySelectorAll('rt, rp, .k-sr, .k-year').forEach(x => x.remove()); return d.textContent })"
    )
    return [_close(text) for text in texts]


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


def test_the_report_fits_a4_with_all_its_columns(in_town: Page) -> None:
    in_town.goto("midori/plan/report/2012/")
    sheets, text = printed(in_town)

    assert sheets == 1
    for words in (
        "予定",
        "状態",
        "前との違い",
        "記録の日付",
        "会場の工事が終わりませんでした",
        "2013年5月10日",
        "平成23年度",
    ):
        assert Counter(words) - Counter(text) == Counter(), words


# ---- Progress, reports, what is due ----
def test_an_entry_tells_plan_do_and_see(in_town: Page) -> None:
    in_town.goto("midori/plan/together/festival/")
    entry = in_town.locator(".k-entry").last

    assert entry.locator("dt").all_inner_texts() == [
        "計画(予定)",
        "実行(したこと)",
        "評価",
        "自己評価",
        "相互評価",
        "第三者評価",
    ]
    expect(entry.locator("time")).to_have_text("2011年8月15日に記録", use_inner_text=True)
    expect(entry.get_by_role("link")).to_have_attribute("href", "https://example.jp/festival?year=2011&page=1")


def test_an_action_links_to_what_it_touches(in_town: Page) -> None:
    in_town.goto("midori/plan/together/festival/")
    links = in_town.locator("article a").evaluate_all("all => all.map(a => a.getAttribute('href'))")

    for target in (
        "../../../forms/#co-hosting",
        "../../../rules/#purpose",
        "../../../roles/#residents",
        "../../../programmes/#seed-money",
        "../../../cases/#puppets",
        "../../talk/#again_festival",
    ):
        assert target in links


def test_a_year_without_entries_has_no_report(in_town: Page) -> None:
    assert in_town.goto("midori/plan/report/2012/").status == 200  # type: ignore[union-attr]  # a page that is there
    assert in_town.goto("midori/plan/report/2010/").status == 404  # type: ignore[union-attr]


def test_the_report_says_state_change_reason_and_date_of_each_action(in_town: Page) -> None:
    in_town.goto("midori/plan/report/2012/")
    rows = {
        row.locator("th a").inner_text(): [cell.inner_text() for cell in row.locator("td").all()]
        for row in in_town.locator(".k-report tbody tr:has(td)").all()
    }

    assert set(rows) == {"夏祭りの共催", "花の道", "便り", "町民会議"}
    assert "遅れ" in rows["夏祭りの共催"][1]
    assert "「予定どおり」(平成23年度(2011年度))から変わりました" in rows["夏祭りの共催"][2]
    assert "会場の工事" in rows["夏祭りの共催"][3]
    assert "2013年5月10日" in rows["夏祭りの共催"][4]
    assert "終わっています" in rows["花の道"][2]


def test_a_day_given_to_the_build_says_what_is_due(in_town: Page) -> None:
    in_town.goto("midori/plan/")
    expect(in_town.locator("#sec_due ~ p").first).to_have_text("2013年11月21日の時点です。", use_inner_text=True)
    assert in_town.locator("#sec_due-next ~ ul").first.get_by_role("link").all_inner_texts() == ["夏祭りの共催"]


def test_without_a_day_nothing_is_called_due(visit: Page) -> None:
    for path in ("yamaguchi/plan/", "akaiwa/plan/", "iwakuni/plan/"):
        visit.goto(path)
        assert visit.locator("#sec_due").count() == 0


# ---- For everyone ----
TOWN_PAGES = (
    "midori/plan/",
    "midori/plan/together/festival/",
    "midori/plan/report/2012/",
    "midori/indicators/",
    "en/midori/plan/report/2012/",
)
"""What the real plans do not have: progress, and reports of it; for the rest see test_access"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(browser: Browser, town_address: str, width: int, scheme: str) -> None:
    for path in TOWN_PAGES:
        with fresh(browser, town_address, path, width, scheme) as page:
            assert violations(page) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
