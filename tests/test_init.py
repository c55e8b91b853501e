"""kyodo init: a make-believe town goes from nothing to a page, and nothing is ever overwritten or half-made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from macros.__main__ import main
from macros.furigana import Furigana
from macros.guideline.book import passages
from macros.guideline.codes import has_right_check_digit
from macros.guideline.load import RESERVED_NAMES, load
from macros.guideline.missing import written
from macros.guideline.model import FILES, PLAN_FOLDER, Part, Policy, Text
from macros.guideline.model.records import Record, Source, Uncertain
from macros.guideline.parts import parts
from macros.guideline.problems import GuidelineError
from macros.guideline.unreplaced import unreplaced
from macros.samples import english
from macros.samples.answers import QUESTIONS, Answers, Question, settled
from macros.samples.prefectures import prefectures
from macros.samples.start import samples, start
from macros.web.build import build
from macros.web.pages import pages
from macros.web.progress import Progress
from macros.web.project import Job
from tests.site import MINI, ROOT

GIVEN = {"name": "十六夜市", "reading": "いざよいし", "prefecture": "山口県"}
OPTIONS = [word for name, answer in GIVEN.items() for word in (f"--{name}", answer)]
TODAY = "2026-11-21"
BY_COMMAND = {"changes.yml"}  # kyodo changes writes it, from what it finds in the history


@pytest.fixture
def begun(town: Path) -> Path:
    """The data folder of the make-believe town with a second guide, just started."""
    start(town, "izayoi", settled(GIVEN), TODAY)
    return town


def started(town: Path, *more: str) -> int:
    return main(["init", "izayoi", "--data", str(town), *OPTIONS, *more])


# --- from nothing to a page ------------------------------------------------------------------------------------


@pytest.mark.xdist_group("build")
def test_a_new_town_goes_from_init_to_a_page(town: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert started(town) == 0
    assert main(["check", "--data", str(town)]) == 0
    assert "見本の文が" in capsys.readouterr().out

    for name in ("readings.yml", "readings.lock.yml"):  # what people already know of the words of the interface
        (town / name).write_bytes((ROOT / "data" / name).read_bytes())
    site = tmp_path / "site"
    build(Job(data=town, site=site, guides=("izayoi",), work=tmp_path / "work", release=True), Progress())

    assert "十六夜市" in read(site / "izayoi" / "index.html")
    assert "十六夜市" in read(site / "index.html")
    assert "Izayoi City" in read(site / "en" / "izayoi" / "index.html")
    made = {path.parent.relative_to(site).as_posix() + "/" for path in site.glob("izayoi/**/index.html")}
    assert made == {page.address for page in pages(load(town, ["izayoi"])) if page.guide == "izayoi"}


@pytest.mark.xdist_group("build")
def test_files_of_parts_that_a_document_lacks_can_be_deleted(begun: Path, tmp_path: Path) -> None:
    for path in (begun / "izayoi").rglob("*.yml"):
        if path.name not in ("guide.yml", "departments.yml"):
            path.unlink()
    site = build(Job(data=begun, site=tmp_path / "site", guides=("izayoi",), work=tmp_path / "work"), Progress()).site

    assert {path.parent.name for path in site.glob("izayoi/*/index.html")} >= {"about", "contact"}


def read(page: Path) -> str:
    """Give the words of a page without their readings."""
    return re.sub(r"<r[pt].*?</r[pt]>|<[^>]+>", "", page.read_text(encoding="utf-8"))


def test_no_reading_of_a_sample_is_in_doubt(town: Path) -> None:
    start(town, "izayoi", settled(GIVEN), TODAY)
    for name in ("readings.yml", "readings.lock.yml"):
        (town / name).write_bytes((ROOT / "data" / name).read_bytes())
    library = load(town, ["izayoi"])
    engine = Furigana.of(library, library.guide("izayoi"))

    doubts = [(text.address, one.word) for text in engine.texts for one in engine.doubts(text.text)]
    assert [one for one in doubts if one[0].startswith("izayoi/")] == []


def test_the_finished_site_is_refused_while_samples_are_left(begun: Path, tmp_path: Path) -> None:
    job = Job(data=begun, site=tmp_path / "site", work=tmp_path / "work", release=True)

    with pytest.raises(GuidelineError) as refused:
        build(job, Progress())

    assert {problem.code for problem in refused.value.problems} == {"sample-text"}
    assert not job.site.exists()


# --- the samples ------------------------------------------------------------------------------------------------


def test_every_kind_of_file_has_a_sample() -> None:
    there = {path.name for path in samples() if path.parent.name != PLAN_FOLDER}

    assert there == set(FILES) - BY_COMMAND
    assert [path for path in samples() if path.parent.name == PLAN_FOLDER]


def test_every_field_of_the_model_is_shown_in_its_sample(begun: Path) -> None:
    """What any record may hold (notes, what is uncertain …) is explained once, in guide.yml."""
    kinds = [(name, model) for name, model in FILES.items() if name not in BY_COMMAND] + [
        (f"{PLAN_FOLDER}/1-example.yml", Policy)
    ]
    missing = []
    for name, model in kinds:
        sample = (begun / "izayoi" / name).read_text(encoding="utf-8")
        named = set(_fields(model, set() if name == "guide.yml" else {Record, Source, Uncertain}))
        missing += [f"{name}: {field}" for field in sorted(named) if not re.search(rf"\b{field}\b", sample)]

    assert not missing, missing


def _fields(kind: Any, seen: set[Any]) -> Iterator[str]:
    """Give each field of the models in *kind*; those every record has only where Record is not *seen* yet."""
    for model in _models(kind):
        if model not in seen and model is not Text:
            common = Record.model_fields if Record in seen and issubclass(model, Record) else {}
            seen.add(model)
            for name, field in model.model_fields.items():
                if name != "place" and (name in ("id", "source") or name not in common):
                    yield field.alias or name
                    yield from _fields(field.annotation, seen)


def _models(kind: Any) -> Iterator[type[Part]]:
    if isinstance(kind, type) and issubclass(kind, Part):
        yield kind
    for inner in get_args(kind):
        yield from _models(inner)


def test_every_sample_text_says_that_it_is_one(begun: Path) -> None:
    """So that nobody publishes an invented fact."""
    guide = load(begun, ["izayoi"]).guide("izayoi")
    ours = {answer for answer in settled(GIVEN).values() if answer} | {"協働のまちづくり指針"}
    texts = [(way, part) for way, part in parts(guide) if isinstance(part, Text)]

    assert [written(way) for way, text in texts if "【見本】" not in text.ja and text.ja not in ours] == []
    assert [passage.place for passage in passages(guide) if "【見本】" not in passage.words] == []
    assert [written(way) for way, text in texts if text.ja not in ours and "[Sample]" not in (text.en or "")] == []


def test_a_commented_line_is_yaml_once_its_sign_is_gone(begun: Path) -> None:
    """What staff get by deleting "# " can be read: every commented entry is one the model knows."""
    known = {field for model in [*FILES.values(), Policy] for field in _fields(model, set())} | {"ja", "en"}
    for path in sorted((begun / "izayoi").rglob("*.yml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            found = re.match(r" *# +(?:- )?\{?([a-z_]+): ", line)
            assert not found or found[1] in known, f"{path.name}: {line}"


def test_files_are_utf8_with_plain_line_feeds(begun: Path) -> None:
    for path in (begun / "izayoi").rglob("*.yml"):
        data = path.read_bytes()
        assert b"\r" not in data
        assert data.endswith(b"\n")
        assert "${" not in data.decode("utf-8")


# --- what is left to replace ------------------------------------------------------------------------------------


def test_one_notice_a_file_until_its_samples_are_gone(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {problem.place.file for problem in unreplaced(load(begun))}
    rules = begun / "izayoi" / "rules.yml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(re.sub(r"【見本】|【みほん】|\[Sample\] ", "", text), encoding="utf-8")
    after = {problem.place.file for problem in unreplaced(load(begun))}

    assert before - after == {"data/izayoi/rules.yml"}
    assert not [file for file in before if "/midori/" in file]
    assert main(["check", "--data", str(begun), "--release", "--lang", "en"]) == 1
    assert "sample texts are left" in capsys.readouterr().out


# --- answers ----------------------------------------------------------------------------------------------------


def test_three_answers_are_enough() -> None:
    answers = settled(GIVEN)

    assert answers["title"] == "十六夜市協働のまちづくり指針"
    assert answers["title_reading"] == "いざよいしきょうどうのまちづくりししん"
    assert answers["name_en"] == "Izayoi City"
    assert answers["code"] == ""


@pytest.mark.parametrize(
    ("given", "option", "words"),
    [
        ({"reading": "イザヨイ市"}, "--reading", "ひらがな"),
        ({"name": "Izayoi"}, "--name", "日本語の名前ではありません"),
        ({"name": '十六夜"市'}, "--name", "使えません"),
        ({"prefecture": "山口"}, "--prefecture", "「山口県」のことですか"),
        ({"code": "352038"}, "--code", "検査数字"),
        ({"code": "12"}, "--code", "6けた"),
        ({"code": "082058"}, "--prefecture", "山口県の市町村のものではありません"),
        ({"brand": "#ffee00"}, "--brand", "読みにくく"),
        ({"brand": "青"}, "--brand", "色として読めません"),
        ({"title": "十六夜市の約束"}, "--title-reading", "資料の名前の読み"),
    ],
)
def test_a_wrong_answer_is_named_with_its_option(given: Answers, option: str, words: str) -> None:
    with pytest.raises(GuidelineError) as refused:
        settled({**GIVEN, **given})

    (line,) = refused.value.lines()
    assert line.startswith(f"{option}: ")
    assert words in line


def test_missing_answers_are_named_all_at_once(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "izayoi", "--data", str(town)]) == 1
    said = capsys.readouterr().out

    assert [line.split(":")[0] for line in said.splitlines()] == ["--name", "--prefecture", "--reading"]
    assert not (town / "izayoi").exists()


def test_full_width_digits_and_capitals_are_understood() -> None:
    answers = settled({**GIVEN, "code": "３５２０３９", "brand": "1F5F7A"})

    assert (answers["code"], answers["brand"]) == ("352039", "#1f5f7a")


def test_the_code_says_the_prefecture() -> None:
    given = {"name": "石岡市", "reading": "いしおかし", "code": "082058"}

    assert settled(given)["prefecture"] == "茨城県"


def test_at_a_terminal_a_wrong_answer_is_asked_again(capsys: pytest.CaptureFixture[str]) -> None:
    typed = iter(["", "十六夜市", "いざよい市", "いざよいし", "", "", "山口県", *[""] * 5])
    asked: list[str] = []

    def ask(question: Question, _: str | None) -> str:
        asked.append(question.name)
        return next(typed)

    answers = settled({}, ask)

    assert answers == settled(GIVEN)
    assert asked[:4] == ["name", "name", "reading", "reading"]
    assert set(asked) == {question.name for question in QUESTIONS}
    assert "読みに使えません" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "reading", "english_name"),
    [
        ("山口市", "やまぐちし", "Yamaguchi City"),
        ("石岡市", "いしおかし", "Ishioka City"),
        ("東温市", "とうおんし", "Toon City"),
        ("京都市", "きょうとし", "Kyoto City"),
        ("岩内町", "いわないちょう", "Iwanai Town"),
        ("大町町", "おおまちちょう", "Omachi Town"),
        ("日高川町", "ひだかがわちょう", "Hidakagawa Town"),
        ("白川村", "しらかわむら", "Shirakawa Village"),
        ("港区", "みなとく", "Minato City"),
    ],
)
def test_english_names_are_proposed_from_readings(name: str, reading: str, english_name: str) -> None:
    assert english.town(name, reading) == english_name


@pytest.mark.parametrize(
    ("code", "right"),
    [
        *((code, True) for code in ("352039", "352080", "332135", "032051", "082058", "131016")),
        *((code, False) for code in ("352038", "352093", "253039")),
    ],
)
def test_check_digits_of_codes(code: str, right: bool) -> None:
    assert has_right_check_digit(code) is right


def test_there_are_47_prefectures_in_order() -> None:
    assert [one.number for one in prefectures()] == [f"{number:02}" for number in range(1, 48)]
    assert len({one.reading for one in prefectures()}) == 47


# --- never over anything ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("there", ["folder", "empty folder", "file"])
def test_what_is_there_stays_as_it_is(town: Path, there: str, capsys: pytest.CaptureFixture[str]) -> None:
    target = town / "izayoi"
    if there == "file":
        target.write_text("mine", encoding="utf-8")
    else:
        target.mkdir()
    if there == "folder":
        (target / "mine.txt").write_text("mine", encoding="utf-8")
    before = [path.as_posix() for path in town.rglob("*")]

    assert started(town) == 1
    assert "もうあります" in capsys.readouterr().out
    assert [path.as_posix() for path in town.rglob("*")] == before


@pytest.mark.parametrize(
    "id", ["Izayoi", "十六夜", "a b", "../x", "", "a" * 65, "con", "com1", *sorted(RESERVED_NAMES)]
)
def test_ids_that_cannot_be_are_refused(id: str, town: Path) -> None:
    before = sorted(town.iterdir())

    assert main(["init", id, "--data", str(town), *OPTIONS]) == 1
    assert sorted(town.iterdir()) == before


def test_pages_of_the_hub_stand_where_no_guide_can() -> None:
    tops = {page.address.partition("/")[0] for page in pages(load(MINI)) if not page.guide} - {""}

    assert tops <= RESERVED_NAMES


def test_a_disk_that_fills_up_leaves_nothing_half_made(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write, count = Path.write_text, iter(range(100))

    def full(self: Path, *arguments: Any, **options: Any) -> int:
        if next(count) == 5:
            raise OSError(28, "No space left on device")
        return write(self, *arguments, **options)

    before = sorted(town.rglob("*"))
    monkeypatch.setattr(Path, "write_text", full)

    with pytest.raises(OSError, match="No space"):
        start(town, "izayoi", settled(GIVEN), TODAY)
    assert sorted(town.rglob("*")) == before


def test_a_leftover_of_a_killed_start_is_no_hindrance(town: Path) -> None:
    (town / ".izayoi.new" / "plan").mkdir(parents=True)
    start(town, "izayoi", settled(GIVEN), TODAY)

    assert not (town / ".izayoi.new").exists()
    assert load(town, ["izayoi"])
