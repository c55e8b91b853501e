"""Which readings are trusted: both engines, people's own readings, the lock; the audit, the command, the cache."""

from __future__ import annotations

import json
import multiprocessing
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.furigana import Furigana, Ruby
from macros.furigana.approval import spot_in
from macros.furigana.audit import audit
from macros.furigana.cache import Cache
from macros.furigana.lexicon import Lexicon
from macros.furigana.opinion import opinions
from macros.furigana.words import Word, words_of
from macros.guideline.load import load
from macros.guideline.model import Library, LockedReading

PROJECT = Path(__file__).resolve().parents[1]
REAL = PROJECT / "data"


def ruby(engine: Furigana, text: str) -> list[tuple[str, str]]:
    return [(one.base, one.reading) for one in engine.segments(text) if isinstance(one, Ruby)]


@pytest.fixture(scope="module")
def plain_engine() -> Furigana:
    return Furigana(cache=None)


@pytest.fixture(scope="module")
def town_engine(mini: Library) -> Furigana:
    return Furigana.of(mini, mini.guide("midori"), cache=None)


def test_a_word_on_which_the_engines_disagree_stays_plain(plain_engine: Furigana) -> None:
    assert ruby(plain_engine, "会議は20日です。") == [("会議", "かいぎ")]
    (doubt,) = plain_engine.doubts("会議は20日です。")
    assert (doubt.word, doubt.reading, doubt.second, doubt.start, doubt.end) == ("20日", "はつか", "20にち", 3, 6)


@pytest.mark.parametrize(
    "engine",
    [
        Furigana([("20日", "はつか")], cache=None),
        Furigana(locked=[LockedReading(word="20日", reading="はつか")], cache=None),
    ],
    ids=["lexicon", "lock"],
)
def test_a_reading_a_person_approved_is_shown(engine: Furigana) -> None:
    assert ruby(engine, "会議は20日です。") == [("会議", "かいぎ"), ("20日", "はつか")]
    assert engine.doubts("会議は20日です。") == ()


def test_a_reading_in_the_text_is_trusted(plain_engine: Furigana) -> None:
    assert ruby(plain_engine, "この{方|ほう}") == [("方", "ほう")]
    assert plain_engine.doubts("この{方|ほう}") == ()


def test_a_locked_reading_that_has_changed_is_in_doubt_even_if_both_engines_agree() -> None:
    engine = Furigana(locked=[LockedReading(word="会議", reading="かいき")], cache=None)

    (doubt,) = engine.doubts("会議です。")
    assert (doubt.reading, doubt.second, doubt.locked) == ("かいぎ", None, ("かいき",))
    assert ruby(engine, "会議です。") == []


def test_a_word_nobody_can_read_is_in_doubt(plain_engine: Furigana) -> None:
    (doubt,) = plain_engine.doubts("彅㐂。")

    assert doubt.reading == ""
    assert ruby(plain_engine, "彅㐂。") == []


def test_names_of_records_are_read_as_they_say(mini: Library, town_engine: Furigana) -> None:
    front = mini.guide("midori").front
    said = "".join(one if isinstance(one, str) else one.reading for one in town_engine.segments(front.title.ja))

    assert said == front.reading
    assert ruby(town_engine, "十六夜町です。") == [("十六夜", "いざよい"), ("町", "まち")]


def test_a_doubt_names_file_and_line_of_the_text(mini: Library) -> None:
    engine = Furigana.of(mini, mini.guide("midori"), cache=None)
    doubts = [doubt for text in engine.texts for doubt in engine.doubts(text.text)]

    assert doubts
    assert all(doubt.place and doubt.place.file.startswith("data/") and doubt.place.line > 0 for doubt in doubts)


def test_the_audit_lists_each_disagreement_once_with_its_count(town_engine: Furigana) -> None:
    found = audit(town_engine)

    keys = [(one.word, one.reading) for one in found.disagreements]
    assert len(keys) == len(set(keys))
    assert found.words > len(keys) > 0
    assert all(one.word in one.context for one in found.disagreements)
    assert "等" not in [word for word, _ in keys]  # locked in the town


def test_the_published_readings_of_the_real_guides_are_all_decided() -> None:
    library = load(REAL)
    for guide in (None, *library.guides):
        assert audit(Furigana.of(library, guide, cache=None)).disagreements == ()


def test_proper_names_carry_the_basis_of_their_reading() -> None:
    library = load(REAL)
    for guide in library.guides:
        assert all(one.basis for one in (guide.readings.readings if guide.readings else ()))


def test_an_occurrence_is_found_in_its_sentence() -> None:
    assert spot_in("方と方。この方です。", "方", 3) == ("この方です。", "方", 0)
    assert spot_in("方と方。", "方", 2) == ("方と方。", "方", 1)
    assert spot_in("方と方。", "方", 3) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("市民と会議", [None, None]),
        ("20日に会議", ["20にち", None]),
        ("𠮷野家と会議", ["", "", None]),
        ("平成 27 年度", [None, None]),
        ("３階", ["3かい"]),
    ],
)
def test_the_second_opinion_is_word_by_word(sentence: str, expected: list[str | None]) -> None:
    words: tuple[Word, ...] = words_of(sentence, (), Lexicon())

    assert (
        list(opinions(sentence, words))[-len(expected) :] == expected or opinions(sentence, words)[-1] == expected[-1]
    )


# --- the lock ---------------------------------------------------------------------------------------------------


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
    assert said in capsys.readouterr().out
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


def test_the_lock_names_words_one_by_one(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        lock(town)
    with pytest.raises(SystemExit):
        lock(town, "方")
    assert "ことば=よみ" in capsys.readouterr().err


# --- the command ------------------------------------------------------------------------------------------------


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


# --- the cache --------------------------------------------------------------------------------------------------


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    analysed: list[str] = []

    def counting(written: str, given: object, lexicon: Lexicon) -> tuple[Word, ...]:
        analysed.append(written)
        return words_of(written, given, lexicon)  # type: ignore[arg-type]

    monkeypatch.setattr("macros.furigana.furigana.words_of", counting)
    return analysed


def test_an_unchanged_sentence_is_analysed_once(tmp_path: Path, counted: list[str]) -> None:
    first = Furigana(cache=tmp_path)
    said = first.segments("会議は20日に開く。次は明日。")
    first.save()
    second = Furigana(cache=tmp_path)

    assert second.segments("会議は20日に開く。次は明日。") == said
    assert second.segments("会議は20日に開く。次は今日。") != said
    assert counted == ["会議は20日に開く。", "次は明日。", "次は今日。"]


def test_other_readings_make_another_cache(tmp_path: Path) -> None:
    first = Furigana(cache=tmp_path)
    first.segments("八郷です。")
    first.save()

    assert ruby(Furigana([("八郷", "やさと")], cache=tmp_path), "八郷です。") == [("八郷", "やさと")]


def test_a_spoilt_cache_is_thrown_away(tmp_path: Path) -> None:
    Furigana(cache=tmp_path).save()
    (file,) = tmp_path.glob("*.sqlite")
    file.write_bytes(b"not a database" * 1000)

    engine = Furigana(cache=tmp_path)
    assert ruby(engine, "会議です。") == [("会議", "かいぎ")]
    engine.save()
    assert sqlite3.connect(file).execute("SELECT count(*) FROM found").fetchone()[0] > 0


def test_without_a_place_to_write_there_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    assert ruby(Furigana(cache=tmp_path / "file"), "会議です。") == [("会議", "かいぎ")]


def test_a_broken_value_is_analysed_again(tmp_path: Path) -> None:
    first = Furigana(cache=tmp_path)
    first.segments("会議です。")
    first.save()
    (file,) = tmp_path.glob("*.sqlite")
    with sqlite3.connect(file) as disk:
        disk.execute("UPDATE found SET value = '{'")
    disk.close()

    assert ruby(Furigana(cache=tmp_path), "会議です。") == [("会議", "かいぎ")]


def _fill(folder: str, start: int) -> None:
    cache = Cache(Path(folder), "test")
    for number in range(start, start + 2000):
        cache.put("words", f"文{number}", [number])
    cache.save()


def test_two_processes_may_write_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_fill, args=(str(tmp_path), start)) for start in (0, 1000, 2000)]
    for one in writers:
        one.start()
    for one in writers:
        one.join(60)

    cache = Cache(tmp_path, "test")
    assert [one.exitcode for one in writers] == [0, 0, 0]
    assert all(cache.get("words", f"文{number}") == [number] for number in range(4000))


def test_only_the_newest_caches_are_kept(tmp_path: Path) -> None:
    for number in range(12):
        Cache(tmp_path, str(number))

    assert len(list(tmp_path.glob("*.sqlite"))) == 8
