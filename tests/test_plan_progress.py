"""Progress, reports and what is due, of a make-believe town whose plan is in force in November 2013."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.everyone import Scheme, hindrances, looks
from tests.live import printed, served, visiting
from tests.site import built, replaced, town


@pytest.fixture(scope="module", name="town_address")
def fixture_town_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The make-believe town, its plan in force and seen in November 2013."""
    folder = tmp_path_factory.mktemp("midori")
    data = town(folder)
    front = data / "midori" / "guide.yml"
    replaced(front, "now: ended", "now: in-force")
    with served(built(folder, data, KYODO_ON="2013-11-21")) as address:
        yield address


@pytest.fixture(name="in_town")
def fixture_in_town(browser: Browser, town_address: str) -> Iterator[Page]:
    with visiting(browser, town_address) as page:
        yield page


TOWN_PAGES = (
    "midori/plan/",
    "midori/plan/together/festival/",
    "midori/plan/report/2012/",
    "midori/indicators/",
    "en/midori/plan/report/2012/",
)


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
    assert in_town.request.get("midori/plan/report/2010/").status == 404


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


@looks
def test_axe_finds_nothing(browser: Browser, town_address: str, width: int, scheme: Scheme) -> None:
    assert hindrances(browser, town_address, TOWN_PAGES, width, scheme) == []
