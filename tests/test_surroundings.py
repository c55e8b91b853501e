"""What surrounds a command (variables, closed streams, Ctrl+C) is met with words, never with a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.web.build import build
from macros.web.progress import Progress
from tests.site import MINI, job, town

HERE = Path(__file__).parent


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


@pytest.mark.parametrize(
    "setting", ["EXPORT={to}", "ONLY=midori/forms/", "PART=none", "FOUND={to}", "UNITS={to}", "COMMON=x", "DATA={to}"]
)
def test_what_one_build_tells_its_processes_is_not_taken_from_elsewhere(
    setting: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, _, value = setting.format(to=tmp_path / "to").partition("=")
    without = job(tmp_path).variables()
    monkeypatch.setenv(f"KYODO_{name}", value)

    assert job(tmp_path).variables() == without


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize(
    "typed",
    [
        *("print --to {odd}", "overlap {odd} --guide midori", "check --data {odd}"),
        *("build --shard {odd}", "build --on {odd}", "furigana lock --guide midori {odd}=x"),
    ],
)
def test_names_that_are_no_text_are_no_reason_to_fail(typed: str, tmp_path: Path) -> None:
    words = typed.format(odd=os.fsdecode(os.fsencode(tmp_path) + b"/\x8a\xc2"))
    data = [] if "--data" in words else ["--data", str(town(tmp_path))]
    command = [sys.executable, "-m", "macros", *words.split(), *data]
    done = subprocess.run(command, cwd=HERE.parent, capture_output=True, check=False)

    assert b"Traceback" not in done.stderr, done.stderr.decode()
    assert done.stdout + done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_site_may_stand_where_a_name_is_no_text(tmp_path: Path) -> None:
    site = tmp_path / os.fsdecode(b"\x8a\xc2")

    assert build(replace(job(tmp_path), site=site, paper=False), Progress()).pages
    assert (site / "midori" / "index.html").is_file()


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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is played by a device of Linux")
@pytest.mark.parametrize("typed", ["check", "check --lang en", "missing", "missing --lang kids"])
def test_output_that_no_disk_takes_is_told(typed: str) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "macros", *typed.split(), "--data", str(MINI)]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=HERE.parent, check=False)

    told = ended.stderr.decode()
    assert ended.returncode == 1
    assert told.startswith("ディスクがいっぱいです。")
    assert told.count("\n") == 1


def test_text_in_another_encoding_is_refused_and_not_garbled() -> None:
    command = [sys.executable, "-m", "macros", "furigana", "--data", str(MINI)]
    ended = subprocess.run(command, input="協働".encode("cp932"), capture_output=True, cwd=HERE.parent, check=False)

    assert ended.returncode == 1
    assert ended.stdout == b""
    assert "UTF-8 として読めません" in ended.stderr.decode()
