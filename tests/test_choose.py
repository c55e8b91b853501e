"""The decision helper: every way proved, every page reachable, all of it without JavaScript."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pdfplumber
import pytest
from playwright.sync_api import Page, expect

from macros import addresses
from macros.guideline.choice import steps_to, ways
from macros.guideline.model import ChooseFile, Guide, Library
from macros.web.pages import guide_pages
from tests.live import spoken
from tests.site import ROOT

WITH_FORMS = sorted(path.parent.name for path in (ROOT / "data").glob("*/forms.yml"))


def test_ways_go_from_the_first_question_to_each_end_with_the_reasons_met(midori: Guide) -> None:
    found = [("/".join(answer.id for _, answer in way.steps), way.last.end) for way in ways(_choose(midori))]

    assert [(name, end.kind) for name, end in found if end] == [
        ("money/both", "forms"),
        ("money/nobody", "none"),
        ("word", "forms"),
        ("paper", "procedure"),
        ("unsure", "talk"),
    ]
    both = ways(_choose(midori))[0]
    assert [one.why.ja for _, one in both.reasons("co-hosting")] == ["費用を分け合えるからです。"]
    assert both.reasons("name-only") == ()


def test_a_question_knows_the_answers_before_it(midori: Guide) -> None:
    before = steps_to(_choose(midori))

    assert {id: [answer.id for _, answer in steps] for id, steps in before.items()} == {"need": [], "host": ["money"]}


@pytest.mark.parametrize("id", WITH_FORMS)
def test_every_guide_with_forms_has_a_helper_whose_ends_are_all_pages(real: Library, id: str) -> None:
    guide = real.guide(id)
    choose = _choose(guide)
    known = {page.address for page in guide_pages(real, guide)}
    kinds = {way.last.end.kind for way in ways(choose) if way.last.end}
    forms = {form for way in ways(choose) if way.last.end for form in way.last.end.forms}

    assert forms == set(guide.form)
    assert "talk" in kinds
    for way in ways(choose):
        question, answer = way.steps[-1]
        assert addresses.choose_page(guide.id, question.id, answer.id) in known


@pytest.fixture(name="plain")
def fixture_plain(plain: Page) -> Page:
    """A visitor without JavaScript, on a phone."""
    plain.set_viewport_size({"width": 390, "height": 800})
    return plain


def test_two_answers_lead_to_a_form_with_reasons_without_javascript(plain: Page) -> None:
    plain.goto("yamaguchi/choose/")
    plain.get_by_role("link", name=spoken("道や公園などを、きれいにする手立て")).click()
    plain.get_by_role("link", name=spoken("決まった場所を、自分たちで世話していきたい")).click()

    expect(plain.locator("h1")).to_have_text("「アドプト制度」が合いそうです", use_inner_text=True)
    expect(plain.locator(".k-suits")).to_contain_text("里親")
    plain.get_by_role("link", name=spoken("答え直す")).last.click()
    expect(plain.locator("h1")).to_have_text("どんなふうに、きれいにしたいですか。", use_inner_text=True)


def test_every_end_of_every_guide_offers_the_note_and_says_whom_to_ask(plain: Page, real: Library) -> None:
    for guide in map(real.guide, WITH_FORMS):
        question, answer = ways(_choose(guide))[-1].steps[-1]
        for language in ("ja", "en"):
            home = addresses.language_root(language)
            plain.goto(home + addresses.choose_page(guide.id, question.id, answer.id))
            assert plain.locator(".k-note textarea").count() == 5
            assert plain.locator(".k-note").get_by_role("listitem").or_(plain.locator(".k-note p")).count() > 2


def test_the_note_prints_on_one_page_with_what_was_typed(visit: Page, tmp_path: Path) -> None:
    visit.goto("en/yamaguchi/choose/name/organizer/")
    assert len(_printed(visit, tmp_path)) == 1
    visit.goto("yamaguchi/choose/name/organizer/")
    visit.get_by_label(spoken("いつまでに")).fill("来年の春")
    read = _printed(visit, tmp_path)

    assert len(read) == 1
    text = "".join(unicodedata.normalize("NFKC", read[0]).split())
    for words in ("相談のためのメモ", "困っていること", "来年の春", "協働推進課", "083-934-2965"):
        assert words in text
    assert "答え直す" not in text


def _choose(guide: Guide) -> ChooseFile:
    assert guide.choose is not None, guide.id
    return guide.choose


def _printed(page: Page, folder: Path) -> list[str]:
    """Print *page* on A4 and give the text of each sheet."""
    page.pdf(path=folder / "note.pdf", format="A4")
    with pdfplumber.open(folder / "note.pdf") as paper:
        return [sheet.extract_text() for sheet in paper.pages]
