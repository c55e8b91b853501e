"""The command line: plain words, right exit codes, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.__main__ import main
from tests.site import MINI, replaced, town

HERE = Path(__file__).parent


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "macros", *arguments], cwd=HERE.parent, capture_output=True, text=True, check=False
    )


def spoilt(folder: Path) -> Path:
    data = town(folder)
    forms = data / "midori" / "forms.yml"
    replaced(forms, "summary:", "summry:")
    return data


def test_check_says_in_one_line_that_nothing_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(MINI)]) == 0
    assert capsys.readouterr().out == "直すところはありません(1 件のガイド)。\n"


def test_check_speaks_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(MINI), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "Nothing to mend in 1 guide(s).\n"


def test_check_reports_a_mistake_at_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(spoilt(tmp_path))]) == 1
    assert "data/midori/forms.yml:" in capsys.readouterr().out


def test_build_of_bad_data_ends_without_a_traceback_and_without_a_site(tmp_path: Path) -> None:
    done = run("build", "--data", str(spoilt(tmp_path)), "--site", str(tmp_path / "site"))

    assert done.returncode == 1
    assert "summary" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert not (tmp_path / "site").exists()


def test_build_is_quiet_in_a_pipe_and_says_what_it_left_out(tmp_path: Path) -> None:
    done = run("build", "--data", str(MINI), "--site", str(tmp_path / "site"))

    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "KYODO_SITE_URL" in done.stdout
    assert "ページを作りました" in done.stdout


def test_unknown_guide_is_named_with_what_there_is(tmp_path: Path) -> None:
    done = run("build", "--data", str(MINI), "--guide", "midorii", "--site", str(tmp_path / "site"))

    assert done.returncode == 1
    assert "midori" in done.stdout


def test_missing_names_each_untranslated_text_and_counts_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["missing", "--data", str(MINI), "--lang", "en"]) == 0
    said = capsys.readouterr().out.splitlines()

    assert said[-1] == f"en のない文: {len(said) - 1}"
    assert len(said) > 1
    assert all("data/midori/" in line for line in said[:-1])


def test_overlap_reports_the_longest_shared_run_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "source.txt"
    source.write_text("むかし、いっしょに動くための方針です。と書いてありました。", encoding="utf-8")

    assert main(["overlap", str(source), "--data", str(MINI), "--guide", "midori"]) == 0
    assert "いっしょに動くための方針です" in capsys.readouterr().out.splitlines()[0]


def test_overlap_says_that_nothing_is_shared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "source.txt"
    source.write_text("むかしむかし", encoding="utf-8")

    assert main(["overlap", str(source), "--data", str(MINI), "--guide", "midori"]) == 0
    assert capsys.readouterr().out == "もとの資料と 6 文字以上同じ文字が続くところはありません。\n"


@pytest.mark.parametrize("command", ["init", "check", "build", "serve", "export", "missing", "overlap", "schema"])
def test_every_command_has_help_and_stands_in_the_readme(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])

    assert ended.value.code == 0
    assert "--data" in capsys.readouterr().out
    assert f"kyodo {command}" in (HERE.parent / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("bild", "kyodo: 命令に「bild」は書けません。「build」のことですか?"),
        ("qqq", "kyodo: 命令に「qqq」は書けません。書けるもの: init、check、build、"),
        ("build --sit x", "kyodo build: 「--sit」という指定はありません。「--site」のことですか?"),
        ("build here", "kyodo build: 「here」という指定はありません。町の名前なら、--guide here と"),
        ("check here", "kyodo check: 「here」という指定はありません。つづりを確かめてください。"),
        ("--guide midori serve", "kyodo: 「--guide」の前に、命令を書いてください。"),
        ("build --guide a --shard 1/2", "kyodo build: --shard と --guide は、いっしょに使えません。"),
        ("build --on", "kyodo build: --on の後に、値がありません。"),
        ("build --release=1", "kyodo build: --release には、= で値を付けられません。"),
        ("check --lang fr", "kyodo check: --lang に「fr」は書けません。書けるもの: ja、en"),
        ("overlap", "kyodo overlap: source、--guide が足りません。"),
        (
            "overlap a --guide b --most x",
            "kyodo overlap: --most の後には数を書いてください('x' は数として読めません)。",
        ),
        ("serve --port 99999", "kyodo serve: --port: 1 から 65535 までの数を、半角で書いてください(「99999」は"),
        ("furigana audi", "kyodo furigana: audit | lock に「audi」は書けません。「audit」のことですか?"),
        ("", "使い方: kyodo [-h] 命令 ..."),
    ],
)
def test_what_was_mistyped_is_told_in_japanese_and_nothing_is_run(
    typed: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(typed.split())
    except SystemExit as ended:
        code = int(str(ended.code))

    told = capsys.readouterr()
    assert code == 2
    assert told.out == ""
    assert told.err.startswith(said)
    assert not typed or "--help で見られます" in told.err


def test_every_word_of_the_help_is_japanese(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("", "build", "furigana"):
        with pytest.raises(SystemExit):
            main([command, "--help"] if command else ["--help"])

    told = capsys.readouterr().out
    assert [word for word in ("usage", "options", "positional", "show this") if word in told] == []


def test_help_of_build_says_all_that_a_release_refuses(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["build", "--help"])

    told = "".join(capsys.readouterr().out.split())
    assert "読みの決まっていないことばや、書きかえていない見本の文があれば、公開しません" in told


def test_build_works_from_any_folder_and_in_folders_of_any_name(tmp_path: Path) -> None:
    here = tmp_path / "共有 フォルダー #1"
    here.mkdir()
    town(here)
    done = subprocess.run(
        [sys.executable, "-m", "macros", "build", "--data", "data", "--site", "出力 先/サイト"],
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(HERE.parent)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert (here / "出力 先" / "サイト" / "midori" / "index.html").exists()
    assert sorted(path.name for path in here.iterdir()) == ["data", "出力 先"]


@pytest.mark.parametrize("encoding", ["cp932", "utf-16", None])
def test_overlap_says_what_is_wrong_with_the_source(
    tmp_path: Path, encoding: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "資料.txt"
    if encoding:
        source.write_text("協働のまちづくり", encoding=encoding)

    assert main(["overlap", str(source), "--data", str(MINI), "--guide", "midori"]) == 1
    assert ("UTF-8" if encoding else "ありません") in capsys.readouterr().out
