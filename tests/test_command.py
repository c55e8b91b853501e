"""The command line: plain words, right exit codes, never a traceback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.web.crew import Crew
from macros.web.serve import Preview
from tests.site import MINI, job, replaced, town

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


@pytest.mark.parametrize("seconds", ["abc", "-5", "99999999999999", "1.5", "１７６０"])
@pytest.mark.parametrize("command", ["build --site", "print --to", "export --to"])
def test_a_date_that_is_no_number_of_seconds_is_told_by_the_name_of_its_variable(
    command: str, seconds: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)

    assert main([*command.split(), str(tmp_path / "to"), "--data", str(MINI)]) == 1
    assert f"環境変数 SOURCE_DATE_EPOCH の「{seconds}」は" in capsys.readouterr().err
    assert not (tmp_path / "to").exists()


def test_an_empty_date_counts_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    without = job(tmp_path).variables()["SOURCE_DATE_EPOCH"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")

    assert job(tmp_path).variables()["SOURCE_DATE_EPOCH"] == without != ""


def test_a_day_of_the_environment_that_is_none_is_told_by_print(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KYODO_ON", "abc")

    assert main(["print", "--data", str(MINI), "--to", str(tmp_path / "to")]) == 1
    assert capsys.readouterr().err.startswith("「abc」は日付として読めません。")


@pytest.mark.skipif(os.name != "posix", reason="streams are closed by a POSIX shell")
@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("init sakura --data {data} <&-", 1, "市町村の名前"),
        ("furigana --data {data} <&-", 0, ""),
        ("check --data {data} >&-", 0, ""),
    ],
)
def test_a_closed_stream_is_no_reason_to_fail(typed: str, code: int, said: str, tmp_path: Path) -> None:
    words = f"{sys.executable} -m macros {typed.format(data=town(tmp_path))}"
    done = subprocess.run(["sh", "-c", words], cwd=HERE.parent, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (code, "")
    assert said in done.stdout


def test_what_takes_time_is_imported_where_an_interruption_is_answered_in_words() -> None:
    script = "import sys; before = set(sys.modules); import macros.__main__; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", script], cwd=HERE.parent, capture_output=True, text=True, check=True)

    assert [name for name in done.stdout.split() if name.startswith(("macros.", "yaml", "argparse"))] == [
        "macros.__main__"
    ]


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
        ("build here", "kyodo build: 「here」という指定はありません。つづりを確かめてください。"),
        ("build --guide a --shard 1/2", "kyodo build: --shard と --guide は、いっしょに使えません。"),
        ("build --on", "kyodo build: --on の後に、値がありません。"),
        ("build --release=1", "kyodo build: --release には、= で値を付けられません。"),
        ("check --lang fr", "kyodo check: --lang に「fr」は書けません。書けるもの: ja、en"),
        ("overlap", "kyodo overlap: source、--guide が足りません。"),
        (
            "overlap a --guide b --most x",
            "kyodo overlap: --most の後には数を書いてください('x' は数として読めません)。",
        ),
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


def test_serve_without_data_says_so_before_it_watches(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["serve", "--data", str(tmp_path / "nowhere"), "--port", "1"]) == 1
    assert capsys.readouterr().out == "nowhere:1:1: データのフォルダーが見つかりません。場所を確かめてください。\n"


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=120) as answer:
        return str(answer.read().decode())


def waits_for(words: str, address: str) -> bool:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if words in read(address):
            return True
        time.sleep(0.3)
    return False


def test_preview_shows_an_edit_a_mistake_and_the_mended_page(tmp_path: Path) -> None:
    data = town(tmp_path)
    with Crew() as crew:
        shows_an_edit_a_mistake_and_the_mended_page(data, Preview(job(tmp_path, data), "127.0.0.1", 0, print, crew))


def shows_an_edit_a_mistake_and_the_mended_page(data: Path, preview: Preview) -> None:
    title = data / "midori" / "rules.yml"
    whole = title.read_text(encoding="utf-8")
    preview.rebuild()
    preview.watch(str(data))
    server = threading.Thread(target=preview.serve, daemon=True)
    server.start()
    while not getattr(preview, "server_port", 0):
        time.sleep(0.05)
    address = f"http://127.0.0.1:{preview.server_port}/midori/rules/"
    try:
        assert waits_for("<h1", address)
        title.write_text(whole + "    remark: {ja: あたらしいほそくです。, en: An edited remark.}\n", encoding="utf-8")
        assert waits_for("あたらしいほそくです。", address)
        title.write_text(whole + "    remrk: {ja: まちがい}\n", encoding="utf-8")
        assert waits_for("直すところがあります", address)
        assert "rules.yml" in read(address)
        title.write_text(whole, encoding="utf-8")
        assert waits_for("<h1 id=", address)
    finally:
        preview.shutdown()
        server.join(timeout=10)


@pytest.mark.parametrize("command", [["check"], ["missing"], ["build", "--site", "{folder}/site"]])
def test_a_reader_that_has_seen_enough_ends_the_command_quietly(tmp_path: Path, command: list[str]) -> None:
    words = [word.replace("{folder}", str(tmp_path)) for word in command]
    running = subprocess.Popen(
        [sys.executable, "-m", "macros", *words, "--data", str(MINI)],
        cwd=HERE.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    said = running.stderr.read()

    assert (running.wait(), said) == (141, "")


def test_a_command_that_is_interrupted_says_so_in_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("macros.__main__._check", interrupted)

    assert main(["check"]) == 130
    assert capsys.readouterr().err == "\nやめました。\n"


def test_serve_says_that_a_port_is_taken_before_it_builds(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert main(["serve", "--data", str(MINI), "--port", str(port)]) == 1

    assert f"{port} 番は、ほかのプログラムが使っています" in capsys.readouterr().out


def test_serve_says_that_there_is_no_such_address(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--data", str(MINI), "--host", "no-such-host.invalid"]) == 1
    assert "--host を確かめてください" in capsys.readouterr().out


@pytest.mark.parametrize("port", ["0", "-1", "99999", "八千"])
def test_serve_refuses_what_is_no_port(port: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", f"--port={port}"])

    assert ended.value.code == 2


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
