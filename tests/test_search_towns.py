"""Search over two make-believe towns, one of which has hostile text in it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.live import served, visiting
from tests.panel import hits, opened, status
from tests.site import built, town

HOSTILE = "<img src=x onerror=window.bad=1> & <script>window.bad=1</script>"


@pytest.fixture(scope="module", name="towns")
def fixture_towns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Two towns with the same guide, one of which has hostile text in it."""
    folder = tmp_path_factory.mktemp("towns")
    data = town(folder)
    shutil.copytree(data / "midori", data / "aoba")
    front = (data / "aoba" / "guide.yml").read_text(encoding="utf-8")
    front = (
        front.replace("id: midori", "id: aoba", 1).replace("みどり町", "あおば市").replace("Midori Town", "Aoba City")
    )
    (data / "aoba" / "guide.yml").write_text(front.replace("code: 999997", "code: 999989"), encoding="utf-8")
    forms = (data / "midori" / "forms.yml").read_text(encoding="utf-8")
    forms = forms.replace("ja: 補助金, en", f"ja: '{HOSTILE} 補助金', en").replace(
        "町がお金を出します。", f"'{HOSTILE} あぶない'"
    )
    (data / "midori" / "forms.yml").write_text(forms, encoding="utf-8")
    with served(built(folder, data)) as address:
        yield address


@pytest.fixture(name="visit_towns")
def fixture_visit_towns(browser: Browser, towns: str) -> Iterator[Page]:
    with visiting(browser, towns) as page:
        yield page


def test_hub_says_which_guide_each_hit_is_from(visit_towns: Page) -> None:
    visit_towns.goto("")
    opened(visit_towns).fill("共催")
    expect(hits(visit_towns).first).to_be_visible()
    where = visit_towns.locator(".k-hit__where").all_inner_texts()
    assert {one.split(" › ")[0] for one in where} == {"みどり町 協働ガイド", "あおば市 協働ガイド"}


def test_town_and_word_together_find_that_towns_section_on_the_hub(visit_towns: Page) -> None:
    visit_towns.goto("")
    opened(visit_towns).fill("あおば市 共催")
    expect(hits(visit_towns).first.locator(".k-hit__where")).to_contain_text("あおば市 協働ガイド")
    for where in visit_towns.locator(".k-hit__where").all_inner_texts():
        assert where.startswith("あおば市")


@pytest.mark.parametrize(("guide", "other"), [("midori", "aoba"), ("aoba", "midori")])
def test_in_a_guide_its_own_sections_come_first_and_others_are_named(visit_towns: Page, guide: str, other: str) -> None:
    visit_towns.goto(f"{guide}/")
    opened(visit_towns).fill("共催")
    expect(hits(visit_towns).first).to_be_visible()
    towns = [re.search("/(midori|aoba)/", one.get_attribute("href") or "") for one in hits(visit_towns).all()]
    order = [found[1] for found in towns if found]
    assert order == sorted(order, key=lambda one: one == other)
    assert set(order) == {guide, other}
    name = {"midori": "みどり町", "aoba": "あおば市"}
    labels = visit_towns.locator(".k-hit__where").all_inner_texts()
    assert not any(label.startswith(f"{name[guide]} 協働ガイド") for label in labels)
    assert any(label.startswith(f"{name[other]} 協働ガイド") for label in labels)


def test_hostile_text_is_text(visit_towns: Page) -> None:
    visit_towns.goto("midori/")
    box = opened(visit_towns)
    for words in ("あぶない", "img", "script", "onerror"):
        box.fill(words)
        expect(visit_towns.locator("[data-k-hits]")).to_contain_text("<script>window.bad=1</script>")
    box.fill('<b onclick="bad()">ひこうき')
    expect(status(visit_towns)).to_have_text('「<b onclick="bad()">ひこうき」は見つかりませんでした。')
    assert visit_towns.locator(".md-search img, .md-search script, .md-search b").count() == 0
    assert visit_towns.evaluate("window.bad") is None
