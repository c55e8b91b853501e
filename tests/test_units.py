"""What has not changed is used again, and nothing that has: an edited site is the same as one built from nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from macros.guideline.load import load
from macros.guideline.problems import GuidelineError
from macros.web import again, tasks, units
from macros.web.build import build
from macros.web.crew import Crew
from macros.web.progress import Progress
from macros.web.project import LANGUAGES, Job
from macros.web.units import CHECKED, FILES, MADE, PIECES, SHARED, Units
from tests.site import MINI, ROOT, job, snapshot, town
from tests.theme import built_by_mkdocs

EDITS = (
    ("labels.yml", r"ja: 協働ガイド, en", "ja: 協働の手引き, en"),
    ("vocabulary.yml", r"en: Co-hosting", "en: Hosting together"),
    ("midori/guide.yml", r"みどり町", "みどりの町"),
    ("midori/readings.yml", r"いざよいまち", "いざよいちょう"),
    ("midori/forms.yml", r"共催", "共同開催"),
    ("midori/rules.yml", r"対等", "同じ立場"),
    ("midori/definitions.yml", "力を合わせて働くこと", "手を取り合って働くこと"),
    ("midori/departments.yml", r"きょうどうすいしんか", "きょうどうすすめか"),
    ("midori/choose.yml", r"ja: ", "ja: さて、"),
    ("midori/reader.yml", r"町", "まち"),
    ("midori/roles.yml", r"en: ", "en: Now "),
)
"""A change in each kind of file that other pages than its own hang on: the file, what goes, what comes (once)"""


@pytest.fixture(scope="module", name="crew")
def fixture_crew() -> Iterator[Crew]:
    with Crew() as crew:
        yield crew


def without_paper(folder: Path, data: Path) -> Job:
    return replace(job(folder, data), paper=False)


def edit(data: Path, name: str, old: str, new: str) -> None:
    path = data / name
    text = path.read_text(encoding="utf-8")
    changed = re.sub(old, new, text, count=1)
    assert changed != text, name
    path.write_text(changed, encoding="utf-8")


def plan_of(data: Path) -> str:
    return next(path.relative_to(data).as_posix() for path in sorted((data / "midori" / "plan").glob("*.yml")))


def anew(folder: Path, data: Path, crew: Crew) -> dict[str, bytes]:
    return snapshot(build(without_paper(folder, data), Progress(), crew).site)


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def test_a_site_after_many_edits_is_the_same_as_one_built_from_nothing(tmp_path: Path, crew: Crew) -> None:
    data = town(tmp_path)
    anew(tmp_path, data, crew)
    plan = (plan_of(data), r"title: \{ja: ", "title: {ja: 新・")
    for at, (name, old, new) in enumerate((*EDITS, plan)):
        edit(data, name, old, new)
        if at % 3 == 2:
            edited = anew(tmp_path, data, crew)

    assert differing(edited, anew(tmp_path / "anew", data, crew)) == []


@pytest.mark.nightly
@pytest.mark.parametrize(("name", "old", "new"), EDITS, ids=[one[0] for one in EDITS])
def test_a_site_after_each_edit_is_the_same_as_one_built_from_nothing(
    tmp_path: Path, crew: Crew, name: str, old: str, new: str
) -> None:
    data = town(tmp_path)
    anew(tmp_path, data, crew)
    edit(data, name, old, new)

    assert differing(anew(tmp_path, data, crew), anew(tmp_path / "anew", data, crew)) == []


def test_pages_that_an_edit_does_not_reach_are_not_made_again(tmp_path: Path, crew: Crew) -> None:
    data = town(tmp_path)
    anew(tmp_path, data, crew)
    folder = tmp_path / "work" / "units" / "midori" / "ja"
    before = again.marks(folder)
    edit(data, "midori/rules.yml", "何のためかを", "何のためかを、先に")
    anew(tmp_path, data, crew)
    after = again.marks(folder)

    assert len(before) > 20
    changed = {address for address in before if before[address] != after[address]}
    assert "midori/rules/" in changed
    assert len(changed) < len(before) / 3


def test_a_page_that_was_spoilt_on_disk_is_made_again(tmp_path: Path, crew: Crew) -> None:
    data = town(tmp_path)
    good = anew(tmp_path, data, crew)
    tree = tmp_path / "work" / "units" / "midori" / "ja"
    page = tree / again.TREE / "midori" / "rules" / "index.html"
    page.write_text(page.read_text(encoding="utf-8")[:1000], encoding="utf-8")
    tree.with_name("ja.key").unlink()

    assert differing(anew(tmp_path, data, crew), good) == []


def test_nothing_is_built_where_nothing_has_changed(tmp_path: Path, crew: Crew) -> None:
    data = town(tmp_path)
    anew(tmp_path, data, crew)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "work" / "units").rglob("*.key")}
    anew(tmp_path, data, crew)

    shared = {CHECKED, *FILES} - {MADE}  # what only guides have
    assert len(before) == 2 * len(PIECES) - len(shared)
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_what_was_changed_in_the_published_site_is_made_anew(tmp_path: Path, crew: Crew) -> None:
    data = town(tmp_path)
    good = anew(tmp_path, data, crew)
    for name in ("midori/rules/index.html", "assets/guides/midori.css", "midori/data/rules.csv", "index.html"):
        with (tmp_path / "site" / name).open("a") as file:
            file.write("changed in its place, as by a program that makes files smaller")

    assert differing(anew(tmp_path, data, crew), good) == []


def test_a_site_on_a_disk_without_second_names_is_the_same(
    tmp_path: Path, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    data = town(tmp_path)
    good = anew(tmp_path, data, crew)
    monkeypatch.setattr(os, "link", refuse)

    assert differing(anew(tmp_path, data, crew), good) == []


def test_a_copy_for_offices_leaves_what_it_was_made_from_alone(tmp_path: Path, crew: Crew) -> None:
    data = town(tmp_path)
    good = anew(tmp_path, data, crew)
    copy = replace(without_paper(tmp_path, data), offline=True, site=tmp_path / "offline")
    build(copy, Progress(), crew)
    kept = Units.of(copy)

    assert [one for one in (SHARED, *kept.guides) if not kept.is_current(one, "ja")] == []
    assert differing(anew(tmp_path, data, crew), good) == []


def test_the_processes_of_a_crew_serve_many_builds(tmp_path: Path) -> None:
    data = town(tmp_path)
    with Crew(1) as one:
        anew(tmp_path, data, one)
        process = one.do(os.getpid).result()
        edit(data, "midori/rules.yml", "何のためかを", "何のためかを、先に")
        anew(tmp_path, data, one)

        assert one.do(os.getpid).result() == process


def test_keys_do_not_hang_on_where_a_project_stands(tmp_path: Path) -> None:
    here, there = (Units.of(without_paper(tmp_path / name, town(tmp_path / name))) for name in ("a", "別の b"))

    assert here.keys == there.keys
    assert set(here.keys) == {SHARED, "midori"}


@pytest.mark.parametrize("name", ["KYODO_SITE_URL", "KYODO_EDIT_BASE", "KYODO_ON", "SOURCE_DATE_EPOCH"])
def test_keys_change_with_every_setting(tmp_path: Path, name: str) -> None:
    value = {"SOURCE_DATE_EPOCH": "1", "KYODO_ON": "2026-11-21"}.get(name, "https://example.jp/")
    one, other = job(tmp_path, MINI), job(tmp_path, MINI, **{name: value})
    if name == "KYODO_ON":
        other = replace(one, on=value)

    assert Units.of(one).keys["midori"] != Units.of(other).keys["midori"]


def test_every_file_that_pages_are_made_from_is_in_the_keys() -> None:
    known = {ROOT / name for name in units._PROGRAM}
    ignored = {"tests", "bench", "data", "site", "build", ".git", ".venv", ".ci"}
    others = {path for path in ROOT.iterdir() if path.suffix in (".py", ".yml", ".toml") or path.is_dir()}

    assert known <= {*others, ROOT / "requirements.txt"}
    assert {path.name for path in others - known if path.name not in ignored and path.name[0] != "."} <= {
        "pyproject.toml",
        "kyodo_guide.egg-info",
    }


def test_pages_of_all_guides_are_the_same_from_outlines_and_from_whole_guides(real_site: Path, tmp_path: Path) -> None:
    made = str(real_site.parent / "work" / "units")
    for language in LANGUAGES:
        alone = built_by_mkdocs(tmp_path / language, language, KYODO_UNITS=made)
        root = real_site if language == "ja" else real_site / language
        shared = [path for path in alone.rglob("*.html") if path.relative_to(alone).parts[0] in ("compare", "staff")]

        assert len(shared) > 8
        for path in (*shared, alone / "index.html"):
            name = path.relative_to(alone)
            assert path.read_bytes() == (root / name).read_bytes(), name


def test_of_the_pages_before_only_those_that_are_the_same_stay(tmp_path: Path) -> None:
    tree, made = tmp_path / "tree", tmp_path / "made"
    for name in ("index.html", "rules/index.html", "plan/one/index.html", "plan/one/two/index.html", "plan.css"):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text("old", encoding="utf-8")
    os.link(tree / "index.html", tmp_path / "published.html")
    for name in ("index.html", "terms/a/index.html"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text("new", encoding="utf-8")
    again.renew(tree, made, ["rules/"])

    found = {path.relative_to(tree).as_posix(): path.read_text(encoding="utf-8") for path in tree.rglob("*.html")}
    assert found == {"index.html": "new", "rules/index.html": "old", "terms/a/index.html": "new"}
    assert sorted(path.name for path in tree.iterdir()) == ["index.html", "rules", "terms"], "no empty folder is left"
    assert (tmp_path / "published.html").read_text(encoding="utf-8") == "old", "the published site keeps its own"


def test_pages_that_are_touched_while_others_are_made_are_not_published(tmp_path: Path, crew: Crew) -> None:
    data = town(tmp_path)
    good = anew(tmp_path, data, crew)
    told = Units.of(without_paper(tmp_path, data))
    found, folder = tmp_path / "found", told.folder("midori", "ja")
    found.mkdir()
    (found / f"midori.{again.KEPT}").write_bytes((folder / again.KEPT).read_bytes())
    (tmp_path / "site" / "midori" / "rules" / "index.html").write_text("touched", encoding="utf-8")

    with pytest.raises(tasks.PagesError, match="もう一度ビルドしてください"):
        tasks._renew(told, "midori", "ja", tmp_path / "place", found)
    assert differing(anew(tmp_path, data, crew), good) == []


def test_an_edit_in_a_plan_folder_that_is_a_link_is_published(tmp_path: Path, crew: Crew) -> None:
    data = town(tmp_path)
    (data / "midori" / "plan").rename(tmp_path / "plan")
    (data / "midori" / "plan").symlink_to(tmp_path / "plan")
    anew(tmp_path, data, crew)
    edit(data, "midori/plan/2-talk.yml", "ja: 話し合う,", "ja: 語り合う,")

    assert "語り合う".encode() in anew(tmp_path, data, crew)["midori/plan/talk/index.html"]


def test_a_mistake_after_a_build_is_told_as_exactly_as_before_it(tmp_path: Path) -> None:
    data = town(tmp_path)
    edit(data, "midori/forms.yml", r"\{at: 第3章 2\}", "\n      at: 第3章 2\n      document: summary")
    with Crew(1) as one:
        anew(tmp_path, data, one)
        edit(data, "midori/guide.yml", "id: summary", "id: digest")
        with pytest.raises(GuidelineError) as told:
            anew(tmp_path, data, one)

    with pytest.raises(GuidelineError) as fresh:
        load(data)
    assert told.value.lines() == fresh.value.lines()


def test_a_link_to_a_folder_outside_the_project_is_refused_before_anything_is_walked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = town(tmp_path)
    (data / "evil").symlink_to("/usr")
    monkeypatch.setattr("macros.web.build.Units", None)

    with pytest.raises(GuidelineError) as refused:
        build(without_paper(tmp_path, data), Progress())

    assert [(one.code, one.place.file) for one in refused.value.problems] == [("link-outside", "data/evil")]


@pytest.mark.parametrize("name", ["~nosuchuser/x.ttf", "x" * 5000, "a\0b"])
def test_a_face_whose_file_can_be_nowhere_is_none_of_a_guides_files(tmp_path: Path, name: str) -> None:
    front = tmp_path / "guide.yml"
    front.write_text(f"faces:\n  - use: plain\n    file: {name}\n", encoding="utf-8")

    assert list(units._own_faces(front)) == []
