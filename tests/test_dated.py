"""What is made bears the date of the last commit; where nobody knows it, none is claimed."""

from __future__ import annotations

import re
from pathlib import Path

import pypdf
import pytest

from macros import dated
from macros.web import command, project
from macros.web.build import Report
from tests.site import built, job

UNKNOWN = str(dated.UNKNOWN)


@pytest.fixture(scope="module", name="undated")
def fixture_undated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The make-believe town, built where nobody knows the date of the last commit."""
    folder = tmp_path_factory.mktemp("undated")
    return built(folder, SOURCE_DATE_EPOCH=UNKNOWN, KYODO_SITE_URL="https://guide.example.jp/")


def answering(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give the date that is found where Git is a *script*."""
    git = folder / "git"
    git.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    git.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return project._commit_date.__wrapped__()


def test_the_date_is_that_of_the_last_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert answering(tmp_path, "echo 1760000000", monkeypatch) == "1760000000"


@pytest.mark.parametrize("words", [r"\202\240 dubious ownership", r"\377"])
def test_words_of_git_in_any_encoding_are_no_date(tmp_path: Path, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    script = f"printf '{words}'; printf '{words}' >&2; exit 128"

    assert answering(tmp_path, script, monkeypatch) == UNKNOWN


def test_without_git_the_date_is_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert project._commit_date.__wrapped__() == UNKNOWN


def test_an_unknown_date_is_on_no_page_and_no_paper(undated: Path) -> None:
    for page in undated.rglob("print/index.html"):
        assert not re.search("1980|Made on", page.read_text(encoding="utf-8")), page
    for pdf in undated.rglob("*.pdf"):
        assert "1980" not in "".join(one.extract_text() for one in pypdf.PdfReader(pdf).pages), pdf
    assert "lastmod" not in (undated / "sitemap.xml").read_text(encoding="utf-8")


def test_who_builds_is_told_that_the_date_is_unknown_and_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command._told(job(tmp_path, SOURCE_DATE_EPOCH=UNKNOWN), Report(1, 0.1, tmp_path / "site", ())) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if "日付を Git から読めない" in line]

    assert len(told) == 1
    assert "SOURCE_DATE_EPOCH" in told[0]
    assert "safe.directory" in told[0]
