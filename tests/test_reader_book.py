"""The fourth-grade reader as it comes out of the printer: pages, order, readings, words, and what is not in it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from macros import paper
from macros.figures.scenes import COLOURED_IN, TAILS, grey, outlines, portrait, scene
from macros.guideline.book import passages
from macros.guideline.load import load
from macros.guideline.model import Library
from macros.guideline.model.reader import FigureOfPerson, SceneName
from macros.guideline.problems import GuidelineError
from macros.paper.said import Speaker, words_of
from macros.paper.wordlist import marked
from tests.paper import EPOCH, MM, codes, faces_in, signs, texts
from tests.site import ROOT, replaced

SITE = "https://www.example.lg.jp/kyodo/"
NAMES = ("reader", "reader-a4", "reader-booklet", "worksheet", "teacher")
CHILDS = ("reader", "reader-a4", "worksheet")


def printed(library: Library, cache: Path, *guides: str) -> dict[str, paper.Printed]:
    sheets = paper.sheets(library, guides, EPOCH, SITE, ["reader"])
    return {one.sheet.name: one for one in paper.Press(EPOCH, cache).print(sheets)}


@pytest.fixture(scope="module", name="books")
def fixture_books(mini: Library, tmp_path_factory: pytest.TempPathFactory) -> dict[str, paper.Printed]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("KYODO_FONTS", str(tmp_path_factory.mktemp("no-fonts")))
        return printed(mini, tmp_path_factory.mktemp("cache"))


def size(one: paper.Printed) -> tuple[int, int]:
    box = pypdf.PdfReader(io.BytesIO(one.pdf)).pages[0].mediabox
    return round(float(box.width) / MM), round(float(box.height) / MM)


def text_of(one: paper.Printed, page: int) -> str:
    return "".join(pypdf.PdfReader(io.BytesIO(one.pdf)).pages[page].extract_text().split())


def test_everything_is_printed_on_its_paper(books: dict[str, paper.Printed]) -> None:
    assert {name: size(one) for name, one in books.items()} == {
        "reader": (148, 210),
        "reader-a4": (210, 297),
        "reader-booklet": (297, 210),
        "worksheet": (364, 257),
        "teacher": (210, 297),
    }
    assert books["worksheet"].pages == 1


def test_book_makes_whole_sheets_and_a4_has_the_same_pages(books: dict[str, paper.Printed]) -> None:
    pages = books["reader"].pages

    assert pages >= 8
    assert pages % 4 == 0
    assert books["reader-a4"].pages == pages
    assert books["reader-booklet"].pages == pages // 2


def test_booklet_is_in_japanese_and_its_pages_have_words_in_their_place(books: dict[str, paper.Printed]) -> None:
    read = pypdf.PdfReader(io.BytesIO(books["reader-booklet"].pdf))
    told = [one for part in read.root_object["/StructTreeRoot"]["/K"] for one in alternatives(part.get_object())]

    assert read.root_object["/Lang"] == "ja-JP"
    assert told[:2] == [f"{books['reader'].pages}ページ", "1ページ"]
    assert sorted(told) == sorted(f"{number}ページ" for number in range(1, books["reader"].pages + 1))


def alternatives(part: Any) -> Iterator[str]:
    """Give the words in the place of each picture below a *part* of a document's structure."""
    if "/Alt" in part:
        yield str(part["/Alt"])
    below = part.get("/K", [])
    for one in below if isinstance(below, list) else [below]:
        if isinstance(found := one.get_object(), dict):
            yield from alternatives(found)


def test_booklet_is_in_saddle_order(books: dict[str, paper.Printed]) -> None:
    pages = books["reader"].pages
    sides = pypdf.PdfReader(io.BytesIO(books["reader-booklet"].pdf)).pages
    order = []
    for leaf in range(pages // 4):
        order += [(pages - 2 * leaf, 2 * leaf + 1), (2 * leaf + 2, pages - 2 * leaf - 1)]

    for side, (left, right) in zip(sides, order, strict=True):
        found = "".join(side.extract_text().split())
        at = [found.index(text_of(books["reader"], number - 1)[:12]) for number in (left, right)]
        assert at == sorted(at), (left, right)


def test_answers_of_the_quiz_are_not_in_the_childs_book(books: dict[str, paper.Printed], mini: Library) -> None:
    book = mini.guide("midori").reader
    assert book is not None
    for question in book.quiz:
        why = question.why.replace(" ", "")
        for name in CHILDS:
            assert why not in "".join(texts(books[name].pdf)["pypdf"].split())
        assert why in "".join(texts(books["teacher"].pdf)["pypdf"].split())


def test_words_are_listed_with_the_pages_on_which_they_stand(books: dict[str, paper.Printed], mini: Library) -> None:
    book = mini.guide("midori").reader
    assert book is not None
    listed = {one["word"]: one["pages"] for one in books["reader"].found if "word" in one}
    first_list = next(one["page"] for one in books["reader"].found if one.get("section") == "wordlist")
    seen = {
        number: [page + 1 for page in range(2, first_list - 1) if word.word in text_of(books["reader"], page)]
        for number, word in enumerate(book.words)
    }

    assert listed == seen


def test_every_text_is_there_and_can_be_taken_out_whole(books: dict[str, paper.Printed], mini: Library) -> None:
    raw = texts(books["reader"].pdf)
    for name, found in raw.items():
        assert "\ufffd" not in found
        assert "協働" in found, name
    plain = "".join(raw["pypdf"].split())
    book = mini.guide("midori").reader
    assert book is not None
    answers = {question.why for question in book.quiz}  # for the teacher only
    for passage in passages(mini.guide("midori")):
        if passage.words in answers:
            continue
        first = "".join(passage.words.split("\n")[0].split())
        assert first[:14] in plain, passage.words


def test_readings_are_for_kanji_not_learnt_yet_and_never_touch(books: dict[str, paper.Printed]) -> None:
    said = ""
    for page in range(books["reader"].pages):
        small = [one for one in signs(books["reader"].pdf, page) if one.size == 7 and "ぁ" <= one.text <= "ー"]
        said += "".join(one.text for one in small)
        rows: dict[int, list[tuple[float, float]]] = {}
        for one in small:
            rows.setdefault(round(one.bottom * 5), []).append((one.x0, one.x1))
        for row in rows.values():
            for left, right in pairwise(sorted(row)):
                assert left[1] <= right[0] + 0.05
        assert all(one.x0 > 0 and one.x1 < 148 and one.top > 0 for one in small)

    assert "きょうどう" in said  # 働 is of the fourth grade
    assert "がっこう" not in said  # 学校 is of the first


def test_known_grade_may_be_set(town: Path, tmp_path: Path) -> None:
    file = town / "midori" / "reader.yml"
    file.write_text("known_grade: 6\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    found = signs(printed(load(town), tmp_path)["reader"].pdf, 4)

    assert "きょうどう" not in "".join(one.text for one in found)


def test_type_is_big_enough_for_children(books: dict[str, paper.Printed]) -> None:
    chapter = next(one["page"] for one in books["reader"].found if one.get("chapter") == "problem")
    body = [one for one in signs(books["reader"].pdf, chapter - 1) if one.text in "公園"]

    assert max(one.size for one in body if one.size < 18) >= 14


def test_chapters_start_on_their_own_page(books: dict[str, paper.Printed]) -> None:
    starts = [one["page"] for one in books["reader"].found if "chapter" in one or "section" in one]

    assert starts == sorted(starts)
    assert len(set(starts[:-1])) == len(starts) - 1  # about the book stands below the page for adults


def test_every_page_says_what_it_is_and_the_last_leads_to_the_web(books: dict[str, paper.Printed]) -> None:
    last = books["reader"].pages - 1
    for page in range(books["reader"].pages):
        found = text_of(books["reader"], page)
        assert "みどり町の手引き" in found
        assert "2026-09-21" in found
        assert "midori/kids/" in found
    assert codes(books["reader"].pdf, last) == [f"{SITE}midori/kids/"]


@pytest.mark.parametrize("name", NAMES)
def test_it_declares_what_it_is(books: dict[str, paper.Printed], name: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(books[name].pdf))
    about = reader.metadata
    meta = reader.trailer["/Root"].get("/Metadata")
    written = meta.get_object().get_data().decode() if meta else ""

    assert about
    assert about.title
    if name != "reader-booklet":  # Typst embeds pages in no tagged mode
        assert all(embedded for _, embedded in faces_in(books[name].pdf))
        assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
        assert "<pdfuaid:part>1</pdfuaid:part>" in written
        assert "<pdfaid:part>2</pdfaid:part>" in written


def test_worksheet_is_grey(books: dict[str, paper.Printed]) -> None:
    for page in pypdf.PdfReader(io.BytesIO(books["worksheet"].pdf)).pages:
        drawing = page.get_contents().get_data().decode("latin-1")
        for found in re.findall(r"((?:[\d.]+ )+)(?:rg|RG|scn|SCN)\b", drawing):
            assert len(set(found.split())) == 1, found


def test_same_bytes_twice(mini: Library, tmp_path: Path) -> None:
    first, second = printed(mini, tmp_path / "a"), printed(mini, tmp_path / "b")

    assert {name: one.pdf for name, one in first.items()} == {name: one.pdf for name, one in second.items()}


def test_a_box_that_no_page_holds_is_named(town: Path, tmp_path: Path) -> None:
    file = town / "midori" / "reader.yml"
    long = "町に住む人や、働く人のことです。" * 60
    replaced(file, "町に住む人や、働く人のことです。", long)

    with pytest.raises(GuidelineError) as raised:
        printed(load(town), tmp_path)

    assert raised.value.lines()[0].startswith("data/midori/reader.yml:21:")
    assert "入りきりません" in raised.value.lines()[0]


def test_guide_without_a_reader_prints_none(town: Path, tmp_path: Path) -> None:
    (town / "midori" / "reader.yml").unlink()

    assert printed(load(town), tmp_path) == {}


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        ("協働です", ["協働"], [("協", -1), ("働です", 0)]),
        ("ことば", ["無い"], [("ことば", -1)]),
        ("市と市民", ["市民", "市"], [("市", -1), ("と市", 1), ("民", 0)]),
    ],
)
def test_words_are_marked_after_their_first_sign(text: str, words: list[str], pieces: list[tuple[str, int]]) -> None:
    found = marked(Speaker("ja", None)(text), words)

    assert [(words_of(one), one["word"]) for one in found] == pieces


class _Green:
    brand, accent = "#0b6b4f", "#b4530a"


@pytest.mark.parametrize("name", [*SceneName.__args__, *TAILS])
def test_scenes_are_whole_drawings_without_words_or_ids(name: str) -> None:
    drawn = scene(name, _Green)

    assert drawn.startswith("<svg ")
    assert "{{" not in drawn
    assert "<text" not in drawn
    assert " id=" not in drawn
    assert " style=" not in drawn
    assert len(drawn) < 60_000


@pytest.mark.parametrize("figure", FigureOfPerson.__args__)
def test_people_have_faces_in_every_mood(figure: str) -> None:
    assert len({portrait(figure, _Green, mood) for mood in ("smile", "worry", "talk")}) == 3


def test_drawings_turn_grey_and_into_outlines() -> None:
    for colour in set(re.findall("#[0-9a-f]{6}", grey(scene("festival", _Green)))):
        assert colour[1:3] == colour[3:5] == colour[5:7]
    for name in COLOURED_IN:
        assert _Green.brand not in outlines(scene(name, _Green))


@pytest.mark.parametrize(
    ("guide", "least", "most"),
    [("yamaguchi", 16, 32), ("iwakuni", 8, 32), ("akaiwa", 8, 32), ("hanamaki", 8, 32), ("ishioka", 8, 32)],
)
def test_real_books_have_as_many_pages_as_a_child_reads(
    guide: str, least: int, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KYODO_FONTS", str(tmp_path))
    books = printed(load(ROOT / "data", [guide]), tmp_path, guide)

    assert least <= books["reader"].pages <= most
    assert books["worksheet"].pages == 1
