"""A build keeps to its own ground: no odd place for the site, no way in from elsewhere, no code in Markdown."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.__main__ import main
from macros.web import fence, swap
from macros.web.build import build
from macros.web.errors import BuildError
from macros.web.progress import Progress
from macros.web.project import Job
from tests.site import ROOT, job, snapshot, town


@pytest.fixture(name="project")
def fixture_project(tmp_path: Path) -> Path:
    """A project of which only the folders are there that a build publishes from."""
    root = tmp_path / "project"
    for folder in ("docs/_frames", "overrides/scripts", "overrides/fragments", "data"):
        (root / folder).mkdir(parents=True)
    (root / "overrides/fragments/home.html").touch()
    (root / "docs/_frames/home.md").write_text('---\na: b\n---\n{{ heading() }}\n\n{{ part("home") }}\n')
    return root


def job_of(root: Path, site: str = "site") -> Job:
    return Job(data=root / "data", site=root / site, work=root / "build")


def test_the_project_itself_may_be_built() -> None:
    assert fence.objections(Job()) == []


@pytest.mark.parametrize("site", ["site", "public/site", "build/preview", "build/offline", "../elsewhere", "サイト 1"])
def test_a_site_may_stand_beside_its_sources(project: Path, site: str) -> None:
    assert fence.objections(job_of(project, site), project) == []


@pytest.mark.parametrize(
    "site",
    [
        *(".", "..", "/", "build", "build/units", "build/units/x", "build/shards"),
        *("data", "data/x", "docs", "docs/x", "overrides/x", "macros", "tests/x", ".git/x", "site/../docs/x"),
    ],
)
def test_a_site_among_its_sources_or_around_them_is_refused(project: Path, site: str) -> None:
    (said,) = fence.objections(job_of(project, site), project)

    assert "--site で指定してください" in said


@pytest.mark.parametrize("command", ["export", "print"])
@pytest.mark.parametrize("place", ["/", ".", "data", "docs/x", "macros"])
def test_an_export_and_papers_keep_to_their_own_ground_too(
    command: str, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "--to", str(ROOT / place)]) == 1
    assert "--to で指定してください" in capsys.readouterr().err
    assert not (ROOT / "docs/x").exists()


def test_a_site_that_a_link_leads_among_the_sources_is_refused(project: Path) -> None:
    (project / "public").symlink_to(project / "docs")

    assert len(fence.objections(job_of(project, "public/site"), project)) == 1


def test_nothing_is_made_where_a_site_is_refused(tmp_path: Path) -> None:
    data = town(tmp_path)
    before = snapshot(tmp_path)

    with pytest.raises(BuildError, match="公開中のサイトはそのまま"):
        build(replace(job(tmp_path, data), site=data / "new" / "site"), Progress())

    assert snapshot(tmp_path) == before
    assert not (data / "new").exists()


@pytest.mark.parametrize("folder", ["docs", "docs/_frames", "overrides", "overrides/scripts"])
@pytest.mark.parametrize("target", ["/etc/passwd", "/etc", "../../data", "nowhere/../../../..", "{root}/data"])
def test_a_link_that_leads_out_of_what_is_published_is_refused(project: Path, folder: str, target: str) -> None:
    (project / folder / "link").symlink_to(target.replace("{root}", str(project)))

    assert [one.partition(": ")[0] for one in fence.objections(job_of(project), project)] == [f"{folder}/link"]


@pytest.fixture(name="junctions")
def fixture_junctions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let links look as junctions of Windows do."""
    lstat = Path.lstat

    def of_windows(self: Path) -> Any:
        told = lstat(self)
        junction = SimpleNamespace(st_mode=stat.S_IFDIR | 0o755, st_reparse_tag=0xA0000003)
        return junction if stat.S_ISLNK(told.st_mode) else told

    monkeypatch.setattr(Path, "lstat", of_windows)


@pytest.mark.usefixtures("junctions")
def test_a_junction_that_leads_out_of_what_is_published_is_refused(project: Path) -> None:
    (project / "docs" / "link").symlink_to("/etc")

    assert not (project / "docs" / "link").is_symlink()
    assert [one.partition(": ")[0] for one in fence.objections(job_of(project), project)] == ["docs/link"]


@pytest.mark.usefixtures("junctions")
def test_a_site_that_is_a_junction_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(swap.NotOursError):
        swap.recover(tmp_path / "site")


def test_a_link_within_the_folder_is_a_file_like_others(project: Path) -> None:
    (project / "overrides/scripts/a.js").write_text("1")
    (project / "overrides/scripts/b.js").symlink_to("a.js")

    assert fence.objections(job_of(project), project) == []


def test_links_in_a_ring_are_no_way_to_stop_the_check(project: Path) -> None:
    (project / "docs/ring").symlink_to(project / "docs/ring")
    (project / "docs/round").symlink_to(project / "docs")

    fence.objections(job_of(project), project)


@pytest.mark.parametrize(
    "words",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{% for x in y %}",
        "{# note #}",
        "{{ part('home') }}",
        '{{ part("../home") }}',
        '{{ heading() }}{{ part("home") | safe }}',
        "{{heading()}}",
        '{% include "/etc/passwd" %}',
    ],
)
def test_a_frame_calls_its_two_macros_and_nothing_else(project: Path, words: str) -> None:
    (project / "docs/_frames/home.md").write_text(f"---\na: b\n---\n{{{{ heading() }}}}\n{words}\n", encoding="utf-8")

    assert [one.partition(": ")[0] for one in fence.objections(job_of(project), project)] == ["docs/_frames/home.md:5"]


@pytest.mark.parametrize("words", ["{{ 7*7 }}", "{% raw %}"])
def test_settings_of_a_frame_hold_no_template_either(project: Path, words: str) -> None:
    (project / "docs/_frames/home.md").write_text(f"---\ntitle: '{words}'\n---\n{{{{ heading() }}}}\n")

    assert [one.partition(": ")[0] for one in fence.objections(job_of(project), project)] == ["docs/_frames/home.md:2"]


@pytest.mark.parametrize(
    ("part", "said"), [("hame", "「home」のまちがいではありませんか"), ("zzz", "zzz.html がありません")]
)
def test_a_frame_names_a_part_that_there_is(project: Path, part: str, said: str) -> None:
    (project / "docs/_frames/home.md").write_text(f'---\na: b\n---\n\n{{{{ part("{part}") }}}}\n')

    [found] = fence.objections(job_of(project), project)
    assert found.startswith("docs/_frames/home.md:5: ")
    assert said in found


@pytest.mark.parametrize(
    ("head", "line"),
    [("a: b\nc: d: e", 3), ("a: [1", 3), ("- a", 2), ("a\n b", 2), ('a: "', 3), ("\ta: b", 2), ("a: \x07", 2)],
)
def test_settings_of_a_frame_that_cannot_be_read_are_told_with_their_line(project: Path, head: str, line: int) -> None:
    (project / "docs/_frames/home.md").write_text(f"---\n{head}\n---\n{{{{ heading() }}}}\n")

    [found] = fence.objections(job_of(project), project)
    assert found.startswith(f"docs/_frames/home.md:{line}: 枠の設定")


@pytest.mark.parametrize("name", ["evil.md", "en/evil.md", "_frames/deeper/x.md", "EVIL.MD", "x.markdown"])
def test_a_page_beside_the_data_is_refused(project: Path, name: str) -> None:
    (project / "docs" / name).parent.mkdir(exist_ok=True)
    (project / "docs" / name).write_text("---\nrender_macros: true\n---\n# x\n", encoding="utf-8")

    assert [one.partition(": ")[0] for one in fence.objections(job_of(project), project)] == [f"docs/{name}"]


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "utf-16"])
def test_a_frame_in_another_encoding_is_told_by_name(project: Path, encoding: str) -> None:
    (project / "docs/_frames/home.md").write_bytes("---\na: 協働\n---\n{{ heading() }}\n".encode(encoding))

    (said,) = fence.objections(job_of(project), project)
    assert said.startswith("docs/_frames/home.md: ")
    assert "UTF-8" in said


@pytest.mark.parametrize("name", ["old.html", "old/page.HTML", "own.css"])
def test_what_is_published_as_it_is_in_another_encoding_is_told_by_name(project: Path, name: str) -> None:
    path = project / "docs" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes("<title>日本</title>".encode("shift_jis"))

    (said,) = fence.objections(job_of(project), project)

    assert said.startswith(f"docs/{name}: UTF-8 として読めません。")


def test_a_disk_as_a_site_is_refused_before_anything_is_built(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "site").mkdir()
    monkeypatch.setattr(Path, "is_mount", lambda path: path.name == "site")

    (said,) = fence.objections(job_of(project), project)

    assert "そのものなので、入れかえられません。その中のフォルダーを --site で" in said
