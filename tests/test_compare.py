"""Towns side by side: what is aligned and why, what a silent cell says, the CSV, and the pages in a browser."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.figures import scale, timeline
from macros.guideline.alignment import KINDS, Matrix, aligned, compared, groundless, matrix
from macros.guideline.load import load
from macros.guideline.model import Library
from macros.web.build import build
from macros.web.compare import definitions, periods
from macros.web.comparison import HEADER, lines
from macros.web.hub import looked_for_by, prefectures
from macros.web.pages import COMPARED, pages
from macros.web.progress import Progress
from tests.access import fresh
from tests.axe import violations
from tests.live import browsing, served
from tests.site import ROOT, built, job, snapshot

DATA = ROOT / "data"
PARTS = ("", *(f"{part}/" for part in COMPARED))

MORI_FORMS = """\
source: {at: 2}
forms:
  - id: grants
    source: {at: 2}
    title: {ja: 助成, en: Grants}
    reading: じょせい
    same_as: subsidy
  - id: hosting
    source: {at: 2}
    title: {ja: いっしょに開く, en: Opening together}
    reading: いっしょにひらく
    same_as: co-hosting
"""
MORI_MENTIONS = """\
mentions:
  - kind: rules
    idea: shared-purpose
    page: forms
    section: grants
    source: {at: 2}
    text: {ja: 助成の説明に、目的があります, en: Grants are explained by their purpose}
"""


@pytest.fixture(name="towns")
def fixture_towns(town: Path) -> Path:
    """The make-believe town, and another one farther north whose document is a summary with a lost figure."""
    mori = town / "mori"
    mori.mkdir()
    for name in ("definitions.yml", "departments.yml"):
        shutil.copyfile(town / "midori" / name, mori / name)
    front = (town / "midori" / "guide.yml").read_text(encoding="utf-8")
    for old, new in (
        ("id: midori", "id: mori"),
        ("みどり町", "もり町"),
        ("みどりちょう", "もりちょう"),
        ("Midori", "Mori"),
        ("999997", "011002"),
        ("kind: guideline", "kind: summary"),
        ("    page: definitions", "    page: definitions\n    holds: zones"),
    ):
        assert old in front
        front = front.replace(old, new)
    (mori / "guide.yml").write_text(front, encoding="utf-8")
    (mori / "forms.yml").write_text(MORI_FORMS, encoding="utf-8")
    (mori / "mentions.yml").write_text(MORI_MENTIONS, encoding="utf-8")
    return town


@pytest.fixture(name="two")
def fixture_two(towns: Path) -> Library:
    return load(towns)


@pytest.fixture(name="real", scope="module")
def fixture_real() -> Library:
    return load(DATA)


def _said(table: Matrix) -> dict[str, list[str]]:
    """Write each row as what its cells say: relation, own words and ground, or how they are silent."""
    return {
        row.idea.id: [
            "; ".join(f"{fit.relation} {fit.own.ja} ({fit.ground})" for fit in cell.fits) or f"- {cell.silence}"
            for cell in row.cells
        ]
        for row in table.rows
    }


# ---- what is aligned, and what a silent cell says

TABLES = {
    "forms": {
        "co-hosting": ["same いっしょに開く (none)", "same 共催 (name)"],
        "endorsement": ["- summary", "part 補助金 (written)"],
        "subsidy": ["same 助成 (alias)", "same 補助金 (written)"],
    },
    "rules": {
        "shared-purpose": ["mentioned 助成の説明に、目的があります (written)", "same 目的の共有 (name)"],
        "equal-relationship": ["- summary", "same 対等 (none)"],
    },
    "zones": {
        "residents": ["- lost", "same 町民だけ (written)"],
        "both": ["- lost", "same いっしょに (lead)"],
    },
    "roles": {"residents": ["- summary", "same 町民 (alias)"], "government": ["- summary", "same 町役場 (alias)"]},
    "effects": {"trust": ["- summary", "same つながりが生まれます (none)"]},
}


@pytest.mark.parametrize("kind", TABLES)
def test_each_idea_says_what_every_town_has_and_why(two: Library, kind: str) -> None:
    table = matrix(two, kind)

    assert [guide.id for guide in table.guides] == ["mori", "midori"]  # from north to south
    assert _said(table) == TABLES[kind]


def test_a_document_that_is_no_summary_is_silent_as_a_document(two: Library) -> None:
    plain = replace(
        two,
        guides=tuple(
            replace(guide, front=guide.front.model_copy(update={"kind": "plan", "lost": ()})) for guide in two.guides
        ),
    )

    assert _said(matrix(plain, "zones"))["both"] == ["- document", "same いっしょに (lead)"]


def test_what_is_aligned_with_nothing_is_listed_by_town(two: Library) -> None:
    assert [[one.id for one in records] for records in matrix(two, "forms").own] == [[], ["name-only"]]


def test_a_town_that_was_not_read_in_full_is_not_called_silent(towns: Path) -> None:
    assert [guide.id for guide in compared(load(towns, ["midori"]))] == ["midori"]


@pytest.mark.parametrize("kind", KINDS)
def test_real_records_are_all_there_and_say_why(real: Library, kind: str) -> None:
    table = matrix(real, kind)
    for at, guide in enumerate(table.guides):
        shown = {fit.record.id for row in table.rows for fit in row.cells[at].fits if fit.record}
        own = {one.id for one in table.own[at]}

        assert shown | own == {one.id for one in KINDS[kind].records(guide)}
        assert not shown & own
        assert list(groundless(real, guide)) == []


def test_no_town_is_said_to_mention_elsewhere_what_its_list_holds(real: Library) -> None:
    for guide in real.guides:
        for one in guide.mentions.mentions if guide.mentions else ():
            held = {idea for record in KINDS[one.kind].records(guide) for idea in aligned(record)}
            assert one.idea not in held, (guide.id, one.kind, one.idea)


EXPECTED = {
    # what was decided after reading the documents once more
    ("rules", "mutual-understanding", "ishioka"): "part 協力関係 (written)",
    ("rules", "transparency", "yamaguchi"): "part 情報公開・情報共有 (written)",
    ("rules", "confidentiality", "yamaguchi"): "- document",
    ("rules", "fairness", "iwakuni"): "- summary",
    ("forms", "executive-committee", "akaiwa"): "part 共催・実行委員会 (written)",
    ("forms", "co-hosting", "iwakuni"): "- summary",
    ("zones", "both", "iwakuni"): "- lost",
    ("effects", "self-government", "yamaguchi"): "part 住民自治の振興、地域力の向上 (written)",
    ("effects", "better-services", "yamaguchi"): "same きめ細やかな対応と市民の満足度の向上 (written)",
    ("effects", "trust", "yamaguchi"): "same 市民との信頼関係の構築 (written)",
    ("effects", "government-review", "yamaguchi"): "same 行政機能の見直し (written)",
}


@pytest.mark.parametrize("case", EXPECTED, ids="/".join)
def test_real_cells(real: Library, case: tuple[str, str, str]) -> None:
    kind, idea, town = case
    table = matrix(real, kind)

    assert _said(table)[idea][[guide.id for guide in table.guides].index(town)] == EXPECTED[case]


def test_definitions_stand_side_by_side_with_the_two_of_hanamaki(real: Library) -> None:
    assert [(guide.id, one.id) for guide, one in definitions(real)] == [
        ("hanamaki", "collaboration"),
        ("hanamaki", "ordinance"),
        ("ishioka", "collaboration"),
        ("akaiwa", "collaboration"),
        ("yamaguchi", "collaboration"),
        ("iwakuni", "collaboration"),
    ]


# ---- figures


def test_periods_stand_on_one_time_line(real: Library) -> None:
    spans = periods(real)

    assert [(one.guide.id, one.first, one.last, one.kind) for one in spans] == [
        ("akaiwa", 2014, 2016, "other"),
        ("akaiwa", 2017, 2019, "other"),
        ("akaiwa", 2020, 2022, "own"),
        ("yamaguchi", 2009, 2017, "own"),
        ("yamaguchi", 2009, 2012, "own"),
        ("iwakuni", 2015, 2022, "own"),
    ]
    for drawn in (timeline.drawing(spans, lambda one: one.title.ja).wide, timeline.drawing(spans, lambda _: "").tall):
        year = drawn.width / 14
        assert [round(bar.x / year) + 2009 for bar in drawn.bars] == [one.first for one in spans]
        assert [round((bar.x + bar.width) / year) + 2008 for bar in drawn.bars] == [one.last for one in spans]
        assert len({bar.y for bar in drawn.bars}) == len(spans)


def test_spectra_stand_on_one_scale(real: Library, two: Library) -> None:
    drawn = scale.drawing(compared(real), real.vocabulary.zones, lambda text: text.ja).wide
    columns = [
        {box.x for strip in drawn.strips for box in strip.boxes if box.zone.lead == zone.id}
        for zone in real.vocabulary.zones
    ]

    assert all(len(column) == 1 for column in columns)
    assert [strip.guide.id for strip in drawn.strips if not strip.boxes] == ["iwakuni"]
    few = scale.drawing(compared(two), real.vocabulary.zones, lambda text: text.ja).wide.strips[1]
    assert [box.x for box in few.boxes] == [next(iter(columns[0])), next(iter(columns[2]))]  # gaps stay gaps


# ---- pages


def test_one_town_alone_has_nothing_to_compare(mini: Library, two: Library) -> None:
    assert not [page for page in pages(mini) if page.frame == "compare"]
    assert [page.address for page in pages(two) if page.frame == "compare"] == [f"compare/{part}" for part in PARTS]


def test_a_preview_of_one_town_compares_what_was_read_and_leaves_its_pages_as_they_are(
    towns: Path, tmp_path: Path
) -> None:
    whole = built(tmp_path / "whole", towns)
    some = build(replace(job(tmp_path / "some", towns), guides=("midori",)), Progress()).site
    heads = LexborHTMLParser((some / "compare/forms/index.html").read_text(encoding="utf-8")).css("thead .k-town")

    assert [head.attributes["class"] for head in heads] == ["k-town k-town--midori"]
    assert snapshot(some / "midori") == snapshot(whole / "midori")


def _tree(site: Path, address: str) -> LexborHTMLParser:
    tree = LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))
    for reading in tree.css("rt, rp"):
        reading.decompose()
    return tree


def _words(node: LexborNode) -> str:
    return "".join(node.text().split())


def test_the_csv_says_what_the_pages_say(real_site: Path) -> None:
    with (real_site / "compare/compare.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *rows = list(csv.reader(file))
    names = dict.fromkeys(row[4] for row in rows)
    assert tuple(header) == HEADER
    assert (real_site / "compare/compare.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    for kind in KINDS:
        read: dict[tuple[str, str], str] = {}
        for row in rows:
            record = dict(zip(header, row, strict=True))
            if record["kind"] == kind and record["idea"]:
                key = (record["idea"], record["guide"])
                read[key] = read.get(key, "") + (record["words_ja"] or record["reason_ja"])
        shown = {}
        tree = _tree(real_site, f"compare/{kind}")
        for tag in tree.css(".k-matrix .k-tag, .k-matrix .k-cell__town"):
            tag.decompose()
        for row in tree.css(".k-matrix tbody tr:not(.k-own)"):
            idea = str(row.css_first(".k-why").attributes["href"]).removeprefix("#why_")
            for town, cell in zip(names, row.css("td"), strict=True):
                shown[idea, town] = _words(cell)
        for key, words in read.items():
            said = "".join(words.split())
            assert said == shown[key] or (kind == "zones" and shown[key].endswith(said)), (kind, key)
        assert read.keys() == shown.keys()


def test_a_line_of_the_csv_leads_to_the_section_it_is_from(real: Library) -> None:
    line = next(
        line
        for line in lines(real, "https://example.jp/k/")
        if line[1] == "executive-committee" and line[4] == "akaiwa"
    )

    assert dict(zip(HEADER, line, strict=True)) == {
        "kind": "forms",
        "idea": "executive-committee",
        "idea_ja": "実行委員会",
        "idea_en": "Executive committee",
        "guide": "akaiwa",
        "municipality": "赤磐市",
        "relation": "part",
        "words_ja": "共催・実行委員会",
        "words_en": "Co-hosting and executive committee",
        "reason_ja": "市民と行政が共に主催する形と、実行委員会などを作る形を、一つにまとめているためです。",
        "reason_en": line[10],
        "address": "https://example.jp/k/akaiwa/forms/#co-hosting",
    }


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("part", PARTS[1:])
def test_every_table_has_a_caption_and_heads_that_name_kind_date_and_state(
    real_site: Path, part: str, language: str
) -> None:
    tree = _tree(real_site, f"{language}compare/{part}")
    table = tree.css_first("table")
    heads = " ".join(head.text() for head in table.css("thead th, .k-head__facts"))

    assert table.css_first("caption").text().strip()
    assert all(head.attributes.get("scope") for head in table.css("th"))
    assert ("案" if not language else "Draft") in heads or part == "plans/"
    assert tree.css_first("a.k-silent") or "zones" not in part


def test_silence_is_in_words(real_site: Path) -> None:
    ja, en = _tree(real_site, "compare/rules").text(), _tree(real_site, "en/compare/rules").text()

    for words in ("この資料には書かれていない", "概要版には書かれていない"):
        assert words in ja
    for words in ("Not stated in this document", "Not stated in the summary"):
        assert words in en


def test_towns_compared_are_found_by_everyone_but_not_in_one_towns_index(real_site: Path) -> None:
    assert '"compare/rules/"' in (real_site / "search/all.json").read_text(encoding="utf-8")
    assert '"compare/rules/"' not in (real_site / "search/guides/akaiwa.json").read_text(encoding="utf-8")


# ---- the hub


def test_towns_are_grouped_by_prefecture_from_north_to_south(real: Library) -> None:
    assert [(one.named.name.ja, [guide.id for guide in one.guides]) for one in prefectures(real)] == [
        ("岩手県", ["hanamaki"]),
        ("茨城県", ["ishioka"]),
        ("岡山県", ["akaiwa"]),
        ("山口県", ["yamaguchi", "iwakuni"]),
    ]
    assert looked_for_by(real.guide("iwakuni")).split() == [
        *("岩国市", "いわくにし", "Iwakuni", "City", "山口県", "やまぐちけん", "Yamaguchi", "Prefecture"),
    ]


# ---- in a browser

browser_test = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module", name="address")
def fixture_address(real_site: Path) -> Iterator[str]:
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="module", name="browser")
def fixture_browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@pytest.fixture(name="visit")
def fixture_visit(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    yield context.new_page()
    context.close()


@browser_test
@pytest.mark.parametrize("width", [320, 390, 900, 1280])
@pytest.mark.parametrize("language", ["", "en/"])
def test_nothing_scrolls_sideways(visit: Page, language: str, width: int) -> None:
    visit.set_viewport_size({"width": width, "height": 800})
    for part in (*(f"compare/{part}" for part in PARTS), ""):
        visit.goto(f"{language}{part}")
        wide = visit.evaluate(
            """() => [document.documentElement, ...document.querySelectorAll(".k-table")]
            .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.className || one.tagName)"""
        )
        assert wide == [], (part, width)


@browser_test
def test_on_a_phone_each_idea_is_a_card_that_names_the_towns(visit: Page) -> None:
    visit.set_viewport_size({"width": 390, "height": 800})
    visit.goto("compare/forms/")
    card = visit.locator(".k-matrix tbody tr").first

    expect(card.locator(".k-cell__town")).to_have_count(5)
    expect(card.locator(".k-cell__town").first).to_be_visible()
    expect(visit.locator(".k-matrix thead .k-head__facts").first).to_be_visible()


@browser_test
def test_by_keyboard_from_a_word_to_its_section_and_to_the_reason(visit: Page) -> None:
    visit.goto("compare/forms/")
    visit.locator(".k-matrix").evaluate("table => table.parentElement.focus()")
    for place in ("thead a", "tbody th a"):
        link = visit.locator(f".k-matrix {place}").first
        for _ in range(9):
            if link.evaluate("one => one === document.activeElement"):
                break
            visit.keyboard.press("Tab")
        expect(link).to_be_focused()
    visit.keyboard.press("Enter")
    visit.wait_for_url("**/compare/forms/#why_*")
    visit.goto("compare/forms/")
    visit.locator(".k-matrix td a").first.focus()
    visit.keyboard.press("Enter")
    visit.wait_for_url("**/hanamaki/forms/#co-hosting")


@browser_test
def test_a_screen_reader_hears_a_table_with_its_caption_and_heads(visit: Page) -> None:
    for width in (1280, 390):
        visit.set_viewport_size({"width": width, "height": 800})
        visit.goto("compare/rules/")
        tree = visit.context.new_cdp_session(visit).send("Accessibility.getFullAXTree")
        roles = [one.get("role", {}).get("value") for one in tree["nodes"] if not one.get("ignored")]

        assert roles.count("table") == 1
        assert roles.count("rowheader") == 12
        assert "caption" in roles


@browser_test
@pytest.mark.parametrize(
    ("asked", "towns"),
    [
        ("山口市", ["yamaguchi"]),
        ("いわくに", ["iwakuni"]),
        ("イワテ", ["hanamaki"]),
        ("山口県", ["yamaguchi", "iwakuni"]),
        ("ｉｓｈｉｏｋａ", ["ishioka"]),
        ("okayama akaiwa", ["akaiwa"]),
        ("さっぽろ", []),
        ("", ["hanamaki", "ishioka", "akaiwa", "yamaguchi", "iwakuni"]),
    ],
)
def test_the_list_of_towns_is_narrowed_by_name_reading_and_prefecture(
    visit: Page, asked: str, towns: list[str]
) -> None:
    visit.goto("")
    visit.locator("[data-k-towns] input").fill(asked)
    shown = visit.locator("[data-k-town]:visible a").evaluate_all(
        "all => all.map(one => one.getAttribute('href').replace('/', ''))"
    )

    assert shown == towns
    status = visit.locator("[data-k-towns] [role=status]").inner_text()
    assert bool(status) == bool(asked)
    assert visit.locator("[data-k-prefecture]:visible").count() == len(
        {"yamaguchi" if one == "iwakuni" else one for one in towns}
    )


@browser_test
def test_without_javascript_every_town_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto("")

    expect(page.locator("[data-k-town] a")).to_have_count(5)
    expect(page.locator("[data-k-towns]")).to_be_hidden()
    context.close()


@browser_test
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(browser: Browser, address: str, width: int, scheme: str) -> None:
    for part in ("en/compare/zones/", *(f"compare/{part}" for part in PARTS)):
        with fresh(browser, address, part, width, scheme) as page:
            assert violations(page) == [], part


@browser_test
def test_on_paper_the_whole_table_is_there(visit: Page) -> None:
    visit.emulate_media(media="print")
    visit.set_viewport_size({"width": 720, "height": 1000})
    visit.goto("compare/rules/")

    assert visit.locator(".k-matrix").evaluate("one => getComputedStyle(one).display") == "table"
    expect(visit.locator(".k-matrix thead th").last).to_be_visible()
    assert visit.evaluate("document.querySelector('.k-matrix').scrollWidth <= 720")
