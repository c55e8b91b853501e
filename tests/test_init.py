"""kyodo init: a make-believe town goes from nothing to a page, and nothing is ever overwritten or half-made."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.__main__ import main
from macros.guideline.load import RESERVED_NAMES, load
from macros.guideline.problems import GuidelineError
from macros.samples.answers import settled
from macros.samples.start import refuse_id, start
from macros.web.build import build
from macros.web.pages import pages
from macros.web.progress import Progress
from macros.web.project import Job
from tests.izayoi import GIVEN, OPTIONS, TODAY
from tests.site import MINI, ROOT, library


def started(town: Path, *more: str) -> int:
    return main(["init", "izayoi", "--data", str(town), *OPTIONS, *more])


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


@pytest.mark.parametrize(
    ("system", "found", "typed"),
    [
        ("nt", None, r".venv\Scripts\kyodo"),
        ("posix", None, ".venv/bin/kyodo"),
        ("posix", "bin/kyodo", "kyodo"),
    ],
)
def test_what_to_type_next_works_where_it_is_read(
    town: Path,
    system: str,
    found: str | None,
    typed: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("macros.usage.os", SimpleNamespace(name=system))
    monkeypatch.setattr("shutil.which", lambda _: found)

    assert started(town) == 0
    said = capsys.readouterr().out
    assert f"2. {typed} check で" in said
    assert f"3. {typed} serve --guide izayoi で" in said


def test_files_of_parts_that_a_document_lacks_can_be_deleted(begun: Path, tmp_path: Path) -> None:
    for path in (begun / "izayoi").rglob("*.yml"):
        if path.name not in ("guide.yml", "departments.yml"):
            path.unlink()
    site = build(Job(data=begun, site=tmp_path / "site", guides=("izayoi",), work=tmp_path / "work"), Progress()).site

    assert {path.parent.name for path in site.glob("izayoi/*/index.html")} >= {"about", "contact"}


def read(page: Path) -> str:
    """Give the words of a page without their readings."""
    return re.sub(r"<r[pt].*?</r[pt]>|<[^>]+>", "", page.read_text(encoding="utf-8"))


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


def test_an_id_that_commands_would_take_for_an_option_is_refused(town: Path) -> None:
    with pytest.raises(GuidelineError) as refused:
        refuse_id(town, "-x")

    assert [problem.code for problem in refused.value.problems] == ["hyphen-first"]


def test_pages_of_the_hub_stand_where_no_guide_can() -> None:
    tops = {page.address.partition("/")[0] for page in pages(library(MINI)) if not page.guide} - {""}

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
