"""The finished Markdown as files: whole or not at all, and never in the place of what is not ours."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.guideline.problems import GuidelineError
from macros.web import swap
from macros.web.errors import BuildError
from macros.web.export import export
from macros.web.progress import Progress
from tests.site import ROOT, job, replaced, snapshot, town

KILLED_EXPORT = """
import os, sys
from pathlib import Path
from macros.web import export
from tests.site import job
folder = Path(sys.argv[1])
export.build = lambda *_: os._exit(9)
export.export(job(folder), folder / "markdown", None)
"""


def test_export_writes_finished_markdown_of_both_languages(tmp_path: Path) -> None:
    count = export(job(tmp_path), tmp_path / "markdown", Progress())
    written = (tmp_path / "markdown" / "en" / "midori" / "forms" / "index.md").read_text(encoding="utf-8")

    assert count == len(list((tmp_path / "markdown").rglob("*.md"))) > 20
    assert "{{ part(" not in written
    assert "\n## " in written


def test_export_replaces_what_it_wrote_before_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "to" / "markdown"
    export(job(tmp_path), target, Progress())
    gone = target / "ja" / "gone.md"
    gone.write_text("前のページ", encoding="utf-8")

    export(job(tmp_path), target, Progress())

    assert not gone.exists()
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("name", ["ja/覚え書き.md", "ja/手紙.docx", "覚え書き.md"])
def test_export_leaves_a_folder_alone_that_holds_anything_of_others(tmp_path: Path, name: str) -> None:
    own = tmp_path / "mine" / name
    own.parent.mkdir(parents=True)
    own.write_text("大切", encoding="utf-8")

    with pytest.raises(BuildError, match=r"mine には、.*--to で別のフォルダー"):
        export(job(tmp_path), tmp_path / "mine", Progress())

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [own]
    assert own.read_text(encoding="utf-8") == "大切"


def test_an_export_leaves_nothing_that_grows_when_it_is_killed(tmp_path: Path) -> None:
    temporary, left = tmp_path / "temporary", tmp_path / "work" / ".export"
    temporary.mkdir()
    for _ in range(2):
        subprocess.run(
            [sys.executable, "-c", KILLED_EXPORT, str(tmp_path)],
            cwd=ROOT,
            env={**os.environ, "TMPDIR": str(temporary)},
            check=False,
        )
        assert [one.name for one in temporary.iterdir() if one.suffix != ".lock"] == []
        assert list(left.iterdir()) == []
        (left / "half a page").touch()
    export(job(tmp_path), tmp_path / "markdown", Progress())

    assert not left.exists()


@pytest.mark.nightly
def test_export_that_comes_to_nothing_leaves_the_last_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, target = town(tmp_path), tmp_path / "markdown"
    publish = swap.publish

    def full(site: Path) -> None:
        if site == target:
            raise OSError(errno.ENOSPC, "No space left on device")
        publish(site)

    export(job(tmp_path, data), target, Progress())
    before = snapshot(target)
    monkeypatch.setattr(swap, "publish", full)
    with pytest.raises(OSError, match="No space"):
        export(job(tmp_path, data), target, Progress())
    replaced(data / "midori" / "forms.yml", "summary:", "summry:")
    with pytest.raises(GuidelineError):
        export(job(tmp_path, data), target, Progress())

    assert snapshot(target) == before
    assert not swap.staging(target).exists()
