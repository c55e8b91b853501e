"""A data folder becomes a library, and problems of all files are told at once."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.guideline.folders import guide_folders
from macros.guideline.known import Known
from macros.guideline.load import load
from macros.guideline.model import FILES, Action, Guide, Library, Repeat, field_of
from macros.guideline.problems import GuidelineError, Place
from tests.site import HERE, replaced

REAL = HERE.parent / "data"


def _codes(error: pytest.ExceptionInfo[GuidelineError]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def test_the_real_data_has_no_problem(real: Library) -> None:
    assert real.guides


def test_the_make_believe_town_has_every_file(midori: Guide) -> None:
    parts = [field_of(name) for name in FILES]

    assert [part for part in parts if getattr(midori, part) is None] == []


def test_odd_words_arrive_unchanged(midori: Guide) -> None:
    assert midori.background is not None
    title = midori.background.items[0].title

    assert title.ja == "𠮷田さんと﨑山さんと髙木㈱ <script>alert(1)</script>"
    assert "{{ 7*7 }} と {% raw %} と |表| と *印* と _線_" in midori.background.items[0].text.ja


def test_paragraphs_survive_the_way_through_the_model(midori: Guide) -> None:
    text = midori.front.purposes[0].text

    assert text.written_in("ja") == "一つ目の段落です。行を分けて書いています。\n二つ目の段落です。"
    assert text.written_in("en") == "The first paragraph, written on two lines.\nThe second paragraph."


def test_a_further_language_needs_no_change_of_the_model(midori: Guide) -> None:
    assert midori.cautions is not None
    text = midori.cautions.items[0].text

    assert text.written_in("ja-easy") == "ゆっくり はなします。"
    assert text.written_in("vi") is None


def test_a_sheet_is_a_repeat_where_it_says_so(midori: Guide) -> None:
    assert [type(sheet) for _, _, sheet in midori.sheets] == [Action, Action, Action, Repeat, Action]


def test_policies_stand_in_the_order_of_their_files(midori: Guide) -> None:
    assert [policy.id for policy in midori.policies] == ["together", "talk"]


def test_records_know_where_they_stand(midori: Guide) -> None:
    action = midori.actions["festival"]

    assert action.place == Place("data/midori/plan/1-together.yml", 13, 9)
    assert action.place_of("implementers", 1).line == 18
    assert action.place_of("schedule", 2011) == Place("data/midori/plan/1-together.yml", 23, 41)
    assert action.uncertain[0].place_of("readings", 1, 2010).line == 30


def test_records_cannot_be_changed(midori: Guide) -> None:
    with pytest.raises(ValueError, match="frozen"):
        midori.front.title.ja = "x"  # type: ignore[misc]


def test_only_reads_other_guides_fronts(town: Path) -> None:
    shutil.copytree(town / "midori", town / "aoba")
    front = town / "aoba" / "guide.yml"
    replaced(front, "id: midori", "id: aoba")
    (town / "aoba" / "forms.yml").write_text("broken", encoding="utf-8")

    library = load(town, ["midori"])

    assert [(guide.id, guide.forms is None) for guide in library.guides] == [("aoba", True), ("midori", False)]


def test_only_with_an_unknown_name_says_the_nearest(town: Path) -> None:
    with pytest.raises(GuidelineError) as error:
        load(town, ["midory"])

    assert "「midori」のことですか" in error.value.lines()[0]


@pytest.mark.parametrize("name", ["kanji.yml", ".DS_Store", "schema/guide.json", "memo.txt"])
def test_files_of_other_rooms_are_left_alone(town: Path, name: str) -> None:
    (town / name).parent.mkdir(exist_ok=True)
    (town / name).write_text("x: y", encoding="utf-8")

    assert load(town).guides


@pytest.mark.parametrize("name", ["_drafts", ".cache", "schema"])
def test_hidden_folders_are_no_guides(town: Path, name: str) -> None:
    (town / name).mkdir()

    assert [guide.id for guide in load(town).guides] == ["midori"]


def test_only_passes_over_a_folder_still_without_front(town: Path) -> None:
    (town / "aoba").mkdir()
    (town / "aoba" / "forms.yml").write_text("x: y", encoding="utf-8")

    assert [guide.id for guide in load(town, ["midori"]).guides] == ["midori"]
    with pytest.raises(GuidelineError) as error:
        load(town)
    assert "missing-file" in _codes(error)


def test_no_folder_and_no_guide_are_problems(tmp_path: Path, town: Path) -> None:
    with pytest.raises(GuidelineError) as missing:
        load(tmp_path / "nothing")
    shutil.rmtree(town / "midori")
    with pytest.raises(GuidelineError) as empty:
        load(town)

    assert (_codes(missing), _codes(empty)) == (["no-data-folder"], ["no-guide"])


def test_two_problems_at_one_place_are_both_told(town: Path) -> None:
    (town / "midori" / "rules.yml").write_text("rules:\n  - id: a\n", encoding="utf-8")

    with pytest.raises(GuidelineError) as error:
        load(town)

    assert _codes(error) == ["missing-key"] * 3


def test_a_library_gives_its_guides_by_id(mini: Library) -> None:
    assert mini.guide("midori") is mini.guides[0]
    with pytest.raises(KeyError):
        mini.guide("nowhere")


def test_references_are_checked_beside_broken_files_but_not_into_them(town: Path) -> None:
    forms, plan = town / "midori" / "forms.yml", town / "midori" / "plan" / "1-together.yml"
    replaced(forms, "summary:", "summry:")
    replaced(plan, "[promotion]", "[promotoin]")

    with pytest.raises(GuidelineError) as caught:
        load(town)

    said = {(problem.place.file, problem.code) for problem in caught.value.problems}
    assert ("data/midori/plan/1-together.yml", "unknown-reference") in said
    assert {file for file, _ in said} == {"data/midori/forms.yml", "data/midori/plan/1-together.yml"}


@pytest.mark.parametrize("guide", sorted(folder.name for folder in guide_folders(REAL)))
def test_a_file_that_cannot_be_read_makes_no_mistakes_in_others(tmp_path: Path, guide: str) -> None:
    data, known = Path(shutil.copytree(REAL, tmp_path / "data")), Known()
    for path in sorted((data / guide).rglob("*.yml")):
        whole = path.read_text(encoding="utf-8")
        path.write_text(f"{whole}\nnobody-knows-this: 1\n", encoding="utf-8")
        with pytest.raises(GuidelineError) as caught:
            load(data, (guide,), known=known)
        path.write_text(whole, encoding="utf-8")

        assert {one.place.file for one in caught.value.problems} == {path.relative_to(tmp_path).as_posix()}


@pytest.mark.parametrize("name", ["evil", "midori/evil"])
def test_a_link_to_a_folder_outside_the_project_is_told_and_not_looked_into(
    town: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "guide.yml").write_text("id: evil\n", encoding="utf-8")
    (town / name).symlink_to(outside)
    poison(monkeypatch, town / name)

    with pytest.raises(GuidelineError) as refused:
        load(town)

    assert ("link-outside", f"data/{name}") in [(one.code, one.place.file) for one in refused.value.problems]
    assert "evil/" not in "".join(refused.value.lines())


def test_a_plan_folder_elsewhere_in_the_project_is_read(town: Path) -> None:
    (town / "midori/plan").rename(town.parent / "plan")
    (town / "midori/plan").symlink_to(town.parent / "plan")

    assert load(town).guide("midori").policies


def poison(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let nobody list what is in *folder*."""
    listed, scanned = Path.iterdir, os.scandir

    def iterdir(self: Path) -> Iterator[Path]:
        assert folder not in (self, *self.parents), self
        return listed(self)

    def scandir(path: Any) -> Any:
        assert folder not in (Path(path), *Path(path).parents), path
        return scanned(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    monkeypatch.setattr(os, "scandir", scandir)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("name", [b"1-\x8a\xc2\x8b\xab.yml", b"1-\nb.yml"])
def test_a_plan_file_whose_name_no_page_could_show_is_told(town: Path, name: bytes) -> None:
    plan = town / "midori" / "plan"
    file = sorted(plan.glob("*.yml"))[0]
    file.rename(plan / os.fsdecode(name))

    with pytest.raises(GuidelineError) as refused:
        load(town)

    assert [problem.code for problem in refused.value.problems] == ["unreadable-name"]
    assert all(line.isprintable() for line in refused.value.lines())
