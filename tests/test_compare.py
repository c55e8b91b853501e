"""Towns side by side: what is aligned and why, what a silent cell says, the figures, the CSV."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

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
from tests.site import built, job, page_of, snapshot

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


def _said(table: Matrix) -> dict[str, list[str]]:
    """Write each row as what its cells say: relation, own words and ground, or how they are silent."""
    return {
        row.idea.id: [
            "; ".join(f"{fit.relation} {fit.own.ja} ({fit.ground})" for fit in cell.fits) or f"- {cell.silence}"
            for cell in row.cells
        ]
        for row in table.rows
    }


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


def test_figures_that_compare_towns_have_their_readings_in_lines_of_their_own(real: Library) -> None:
    guides, places = compared(real), real.vocabulary.zones
    read = "しみんのはんい".__add__
    spectra = scale.drawing(guides, places, lambda text: text.ja, read)
    silent = scale.drawing(guides, places, lambda text: text.ja)
    spans = periods(real)
    line = timeline.drawing(spans, lambda one: one.title.ja, read)

    for drawn, plain in ((spectra.wide, silent.wide), (spectra.tall, silent.tall)):
        boxes = [box for strip in drawn.strips for box in strip.boxes]
        said = (*(box.words for box in boxes), *(strip.name for strip in drawn.strips))
        assert all(one.reading and one.reading[0][0] > one.lines[-1][0] for one in said)
        assert all(box.words.reading[-1][0] < box.y + box.height for box in boxes)
        assert drawn.height > plain.height
        assert not any(box.words.reading for strip in plain.strips for box in strip.boxes)
    for bar in (*line.wide.bars, *line.tall.bars):
        heights = [y for y, _ in (*bar.reading, *bar.lines)]
        assert heights == sorted(set(heights))
        assert heights[-1] < bar.y


def test_one_town_alone_has_nothing_to_compare(mini: Library, two: Library) -> None:
    assert not [page for page in pages(mini) if page.frame == "compare"]
    assert [page.address for page in pages(two) if page.frame == "compare"] == [f"compare/{part}" for part in PARTS]


def test_a_preview_of_one_town_compares_what_was_read_and_leaves_its_pages_as_they_are(
    towns: Path, tmp_path: Path
) -> None:
    whole = built(tmp_path / "whole", towns)
    some = build(replace(job(tmp_path / "some", towns), guides=("midori",)), Progress()).site
    heads = page_of(some, "compare/forms").css("thead .k-town")

    assert [head.attributes["class"] for head in heads] == ["k-town k-town--midori"]
    assert snapshot(some / "midori") == snapshot(whole / "midori")


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
