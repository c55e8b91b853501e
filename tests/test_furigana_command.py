"""kyodo furigana: the lock of readings that people approved, readings line by line, and the audit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.furigana import Furigana
from macros.furigana.audit import audit
from macros.furigana.command import _shared_readings
from macros.guideline.load import load

PROJECT = Path(__file__).resolve().parents[1]


def lock(data: Path, *words: str) -> int:
    return main(["furigana", "lock", "--data", str(data), "--guide", "midori", *words])


def test_locked_readings_are_written_in_order_and_read_again(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = load(town)
    disagreements = audit(Furigana.of(library, library.guide("midori"))).disagreements
    one, other = disagreements[-1], disagreements[0]

    assert lock(town, f"{one.word}={one.reading}", f"{other.word}={other.reading}", "--basis", "架空") == 0
    text = (town / "midori" / "readings.lock.yml").read_text(encoding="utf-8")
    entries = [line for line in text.splitlines() if line.startswith("  - ")]
    assert entries == sorted(entries)
    assert 'basis: "架空"' in text
    again = load(town)
    left = audit(Furigana.of(again, again.guide("midori"))).disagreements
    assert {one.word, other.word}.isdisjoint(left_one.word for left_one in left)
    assert lock(town, f"{one.word}={one.reading}") == 0
    assert (town / "midori" / "readings.lock.yml").read_text(encoding="utf-8").count(f'"{one.word}"') == 1
    capsys.readouterr()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["宇宙船=うちゅうせん"], "一つのことばとして出てきません"),
        (["協働=きょうとう"], "「きょうとう」ではありません"),
        (["協働=きょうどう", "--at", "midori/nowhere"], "midori/nowhere はありません"),
    ],
)
def test_lock_refuses_what_is_not_published(
    words: list[str], said: str, town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (town / "midori" / "readings.lock.yml").read_bytes()

    assert lock(town, *words) == 1
    told = capsys.readouterr().out
    assert said in told
    assert told.startswith(f"{town.name}/midori/readings.lock.yml:")
    assert (town / "midori" / "readings.lock.yml").read_bytes() == before


def test_a_word_with_two_readings_is_locked_place_by_place(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cautions = town / "midori" / "cautions.yml"
    first = "高齢の方も来ます。山の方から風が吹きます。"
    whole = cautions.read_text(encoding="utf-8")
    cautions.write_text(f"intro: {{ja: {first}}}\n{whole[whole.index('items:') :]}", encoding="utf-8")

    assert lock(town, "方=かた") == 0
    assert lock(town, "方=ほう") == 1
    assert "midori/cautions/intro#2" in capsys.readouterr().out
    assert lock(town, "方=ほう", "--at", "midori/cautions/intro#2") == 0
    library = load(town)
    engine = Furigana.of(library, library.guide("midori"), cache=None)
    assert [doubt.word for doubt in engine.doubts(first) if doubt.word == "方"] == []
    assert [doubt.word for doubt in engine.doubts("川の方から。")] == ["方"]


def test_two_readings_of_a_word_at_once_are_refused(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (town / "midori" / "readings.lock.yml").read_bytes()

    assert lock(town, "印=しるし", "印=いん") == 1
    assert "「印」に、違う読みが一度に書かれています(しるし / いん)。" in capsys.readouterr().out
    assert (town / "midori" / "readings.lock.yml").read_bytes() == before


def test_the_lock_names_words_one_by_one(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        lock(town)
    with pytest.raises(SystemExit):
        lock(town, "方")
    assert "ことば=よみ" in capsys.readouterr().err


def run(*arguments: str, lines: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "macros", "furigana", *arguments],
        cwd=PROJECT,
        input=lines,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], '[["会議", "かいぎ"], "は", ["20日", "はつか"], "に", ["開", "ひら"], "く<b>"]\n[]\n'),
        (["--grade", "3"], '[["会議", "かいぎ"], "は", ["20日", "はつか"], "に開く<b>"]\n[]\n'),
        (
            ["--split", "kanji"],
            '[["会", "かい"], ["議", "ぎ"], "は", ["20日", "はつか"], "に", ["開", "ひら"], "く<b>"]\n[]\n',
        ),
        (
            ["--html", "--grade", "3"],
            "<ruby>会議<rp>(</rp><rt>かいぎ</rt><rp>)</rp></ruby>は<ruby>20日<rp>(</rp><rt>はつか</rt><rp>)</rp></ruby>"
            "に開く&lt;b&gt;\n\n",
        ),
    ],
)
def test_lines_come_back_with_their_readings(options: list[str], expected: str) -> None:
    done = run(*options, lines="会議は20日に開く<b>\n\n")

    assert (done.returncode, done.stdout, done.stderr) == (0, expected, "")


def test_the_command_loads_neither_mkdocs_nor_the_model() -> None:
    code = (
        "import sys, io; from macros.__main__ import main; sys.stdin = io.StringIO('会議は20日に開く\\n');"
        "main(['furigana']);"
        "print([name for name in ('mkdocs', 'pydantic', 'pykakasi', 'jinja2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"


def test_a_guide_reads_its_own_names(capsys: pytest.CaptureFixture[str], town: Path) -> None:
    done = run("--data", str(town), "--guide", "midori", lines="十六夜町\n")

    assert json.loads(done.stdout) == [["十六夜", "いざよい"], ["町", "まち"]]
    assert main(["furigana", "audit", "--data", str(town), "--guide", "nowhere"]) == 1
    assert "midori" in capsys.readouterr().out


def test_the_audit_says_what_is_left(capsys: pytest.CaptureFixture[str], town: Path) -> None:
    assert main(["furigana", "audit", "--data", str(town), "--guide", "midori"]) == 1
    *lines, last = capsys.readouterr().out.splitlines()

    assert last.endswith(f"決まっていない食いちがい: {len(lines)}")
    assert all(len(line.split("\t")) == 7 for line in lines)


def test_a_spoilt_file_of_readings_is_explained(capsys: pytest.CaptureFixture[str], town: Path) -> None:
    (town / "readings.yml").write_text("readings: 市民\n", encoding="utf-8")

    assert main(["furigana", "--data", str(town)]) == 1
    assert "readings.yml:1" in capsys.readouterr().out


@pytest.mark.parametrize(
    "readings",
    [
        "readings: [{word: [[x]], reading: x}]",
        "a: &a [x, x]\nb: &b [*a, *a]\nreadings: [{word: *b, reading: x}]",
        "readings: " + "[" * 3000,
        None,
    ],
)
def test_shared_readings_that_are_no_plain_words_are_left_to_the_loader(tmp_path: Path, readings: str | None) -> None:
    file = tmp_path / "readings.yml"
    if readings is None and hasattr(os, "mkfifo"):
        os.mkfifo(file)  # which nobody writes into, so that reading it would never end
    else:
        file.write_text(readings or "", encoding="utf-8")

    assert _shared_readings(file) is None
