"""The leaflet as it comes out of the printer: panels, folds, edges, words, standards, codes."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest

from macros.guideline.load import load
from macros.guideline.model import Library
from macros.guideline.problems import GuidelineError
from tests.paper import boxes, codes, faces_in, printed, signs, strokes, texts
from tests.site import ROOT, replaced

SITE = "https://www.example.lg.jp/kyodo/"
FOLDS = {0: (97, 197), 1: (100, 200)}
LANGUAGES = ("ja", "en")


@pytest.fixture(scope="module", name="pdfs")
def fixture_pdfs(mini: Library, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return printed(mini, tmp_path_factory.mktemp("paper"), site_url=SITE)


@pytest.fixture(name="pdf", params=LANGUAGES)
def fixture_pdf(request: pytest.FixtureRequest, pdfs: dict[str, bytes]) -> bytes:
    return pdfs[f"midori/leaflet-{request.param}"]


def where(pdf: bytes, page: int, words: str) -> float:
    """Give where (mm from the left) *words* begin, spaces aside."""
    found = [one for one in signs(pdf, page) if one.text.strip()]
    return found["".join(one.text for one in found).index(words.replace(" ", ""))].x0


def test_two_sides_of_a4_across(pdf: bytes) -> None:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages

    assert [
        (round(float(p.mediabox.width) / 72 * 25.4), round(float(p.mediabox.height) / 72 * 25.4)) for p in pages
    ] == [
        (297, 210),
        (297, 210),
    ]


def test_panels_lie_where_a_roll_fold_needs_them(pdfs: dict[str, bytes]) -> None:
    pdf = pdfs["midori/leaflet-ja"]

    assert (
        where(pdf, 0, "協働とは")
        < 97
        < where(pdf, 0, "相談・問い合わせ先")
        < 197
        < where(pdf, 0, "みんなで、まちをつくる")
    )
    assert where(pdf, 1, "協働の領域") < 100 < where(pdf, 1, "協働の約束") < 200 < where(pdf, 1, "それぞれの役割")


def test_flap_is_three_mm_narrower_and_folds_are_marked_outside_the_text(pdf: bytes) -> None:
    for page, folds in FOLDS.items():
        marks = [one for one in strokes(pdf, page) if one["x1"] - one["x0"] < 0.1 and one["bottom"] - one["top"] < 3.1]
        for fold in folds:
            spans = sorted((round(one["top"]), round(one["bottom"])) for one in marks if abs(one["x0"] - fold) < 0.05)
            assert spans == [(5, 8), (202, 205)]


def test_nothing_stands_near_an_edge_or_a_fold(pdf: bytes) -> None:
    for page, folds in FOLDS.items():
        for sign in signs(pdf, page):
            assert sign.x0 >= 5
            assert sign.x1 <= 292
            assert sign.top >= 5
            assert sign.bottom <= 205
            assert all(sign.x1 < fold - 2 or sign.x0 > fold + 2 for fold in folds), sign


def test_no_text_is_smaller_than_nine_points(pdf: bytes) -> None:
    assert min(sign.size for page in FOLDS for sign in signs(pdf, page)) >= 9


def test_counter_can_stamp_it(pdf: bytes) -> None:
    assert any((round(width), round(height)) == (40, 20) for width, height in boxes(pdf, 0))


def test_it_declares_what_it_is(pdfs: dict[str, bytes]) -> None:
    for language in LANGUAGES:
        reader = pypdf.PdfReader(io.BytesIO(pdfs[f"midori/leaflet-{language}"]))
        catalog = reader.root_object
        xmp = catalog["/Metadata"].get_object().get_data().decode()

        assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
        assert "<pdfaid:part>2</pdfaid:part>" in xmp
        assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp
        assert catalog["/MarkInfo"]["/Marked"]
        assert "/StructTreeRoot" in catalog
        assert catalog["/Lang"].startswith(language)
        assert reader.metadata is not None
        assert (
            reader.metadata.title
            == {"ja": "みどり町 みどり町協働の手引き", "en": "Midori Town Midori Town Guide to Collaboration"}[language]
        )
        assert reader.outline


def test_its_fonts_are_in_it(pdf: bytes) -> None:
    faces = list(faces_in(pdf))

    assert faces
    assert all(embedded for _, embedded in faces)


def test_words_are_whole_for_whoever_searches_it(pdfs: dict[str, bytes]) -> None:
    for text in texts(pdfs["midori/leaflet-ja"]).values():
        assert text.count("協働") >= 5
        assert "\ufffd" not in text


def test_code_leads_to_the_page_of_the_same_language(pdfs: dict[str, bytes]) -> None:
    assert codes(pdfs["midori/leaflet-ja"], 0) == [f"{SITE}midori/"]
    assert codes(pdfs["midori/leaflet-en"], 0) == [f"{SITE}en/midori/"]


def test_without_the_sites_address_its_path_is_printed(mini: Library, tmp_path: Path) -> None:
    pdf = printed(mini, tmp_path)["midori/leaflet-ja"]

    assert codes(pdf, 0) == []
    assert "/midori/" in texts(pdf)["pypdf"]


def test_every_side_carries_name_and_date(pdf: bytes) -> None:
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        text = page.extract_text()
        assert "2026" in text
        assert "みどり" in text or "Midori" in text


def test_it_is_the_same_bytes_twice(mini: Library, pdfs: dict[str, bytes], tmp_path: Path) -> None:
    assert printed(mini, tmp_path, site_url=SITE) == pdfs


@pytest.mark.parametrize("guide", ["akaiwa", "hanamaki", "ishioka", "iwakuni", "yamaguchi"])
def test_leaflets_of_the_five_guides_fit(guide: str, tmp_path: Path) -> None:
    done = printed(load(ROOT / "data", [guide]), tmp_path, guides=(guide,))

    assert set(done) == {f"{guide}/leaflet-ja", f"{guide}/leaflet-en"}


def test_what_does_not_fit_is_named_with_its_line_and_by_how_much(town: Path, tmp_path: Path) -> None:
    leaflet = town / "midori" / "leaflet.yml"
    long = "これはとても長い文です。" * 120
    replaced(leaflet, "何のためかを、まず話します。", long)

    with pytest.raises(GuidelineError) as raised:
        printed(load(town), tmp_path)

    said = raised.value.lines()[0]
    assert said.startswith("data/midori/leaflet.yml:16:")
    assert "midori/print/leaflet-ja.pdf の「協働の約束 / 気をつけること / 進めるしくみ」に" in said
    assert "mm 入りきりません(字は 9 pt まで小さくしました)" in said


def test_sign_that_no_face_has_is_named_with_its_line(town: Path, tmp_path: Path) -> None:
    leaflet = town / "midori" / "leaflet.yml"
    replaced(leaflet, "まず話します", "ሴまず話します")

    with pytest.raises(GuidelineError) as raised:
        printed(load(town), tmp_path)

    assert raised.value.lines() == [
        "data/midori/leaflet.yml:16:40: 「ሴ」(U+1234)は、紙面の書体 Noto Sans CJK JP にない字です。"
        "別の字に直してください。"
    ]
