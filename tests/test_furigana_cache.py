"""Sentences are analysed once, and the cache never decides whether something works."""

from __future__ import annotations

import multiprocessing
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from macros.furigana import Furigana, Ruby
from macros.furigana.audit import audit
from macros.furigana.cache import Cache
from macros.furigana.lexicon import Lexicon
from macros.furigana.published import Published
from macros.furigana.words import Word, words_of
from macros.guideline.problems import Place


def ruby(engine: Furigana, text: str) -> list[tuple[str, str]]:
    return [(one.base, one.reading) for one in engine.segments(text) if isinstance(one, Ruby)]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    analysed: list[str] = []

    def counting(written: str, given: object, lexicon: Lexicon) -> tuple[Word, ...]:
        analysed.append(written)
        return words_of(written, given, lexicon)  # type: ignore[arg-type]

    monkeypatch.setattr("macros.furigana.analysis.words_of", counting)
    return analysed


def test_an_unchanged_sentence_is_analysed_once(tmp_path: Path, counted: list[str]) -> None:
    first = Furigana(cache=tmp_path)
    said = first.segments("会議は20日に開く。次は明日。")
    first.save()
    second = Furigana(cache=tmp_path)

    assert second.segments("会議は20日に開く。次は明日。") == said
    assert second.segments("会議は20日に開く。次は今日。") != said
    assert counted == ["会議は20日に開く。", "次は明日。", "次は今日。"]


def test_a_sentence_is_analysed_again_only_where_it_holds_a_word_with_another_reading(
    tmp_path: Path, counted: list[str]
) -> None:
    first = Furigana(cache=tmp_path)
    first.segments("八郷です。会議です。10 月です。")
    first.save()
    counted.clear()
    second = Furigana([("八郷", "やさと"), ("10月", "かんなづき")], cache=tmp_path)

    read = ruby(second, "八郷です。会議です。10 月です。")
    assert read == [("八郷", "やさと"), ("会議", "かいぎ"), ("10 月", "かんなづき")]
    assert counted == ["八郷です。", "10 月です。"]


def test_a_sentence_with_a_written_reading_is_analysed_once(tmp_path: Path, counted: list[str]) -> None:
    for text in ("この{方|ほう}へ行く。", "この{方|かた}へ行く。", "この{方|ほう}へ行く。"):
        engine = Furigana(cache=tmp_path)
        assert ruby(engine, text)[0] == ("方", text[5:7])
        engine.save()

    assert counted.count("この方へ行く。") == 3  # both readings, and what stands there without one


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


@pytest.mark.parametrize("broken", ["{", "[1]", "7", '[[["a"]], null]'])
def test_a_broken_value_is_analysed_again(tmp_path: Path, broken: str) -> None:
    first = Furigana(cache=tmp_path)
    first.segments("会議です。")
    first.save()
    (file,) = tmp_path.glob("*.sqlite")
    with sqlite3.connect(file) as disk:
        disk.execute("UPDATE found SET value = ?", (broken,))
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


def test_a_write_that_fails_in_the_middle_leaves_the_disk_to_others(tmp_path: Path) -> None:
    one, other = Cache(tmp_path, "test"), Cache(tmp_path, "test")
    (file,) = tmp_path.glob("*.sqlite")
    with sqlite3.connect(file) as disk:
        disk.execute("CREATE TRIGGER no BEFORE INSERT ON found WHEN new.value='[1]' BEGIN SELECT RAISE(ABORT, ''); END")
    disk.close()
    one.put("words", "文0", [0])
    one.put("words", "文1", [1])
    one.save()
    other.put("words", "文2", [2])
    other.save()

    assert Cache(tmp_path, "test").get("words", "文2") == [2]


def test_many_sentences_are_read_from_the_disk_at_once(tmp_path: Path) -> None:
    _fill(str(tmp_path), 0)
    cache = Cache(tmp_path, "test")
    cache.fetch([("words", f"文{number}") for number in range(3000)])
    (file,) = tmp_path.glob("*.sqlite")
    with sqlite3.connect(file) as disk:
        disk.execute("DELETE FROM found")
    disk.close()

    assert [cache.get("words", f"文{number}") for number in (0, 1999, 2000)] == [[0], [1999], None]


def unsettled(folder: Path, texts: Sequence[str], *entries: tuple[str, str]) -> list[str]:
    """Read what is unsettled of *texts* and give it; settle what holds nothing in doubt."""
    published = [Published(f"town/{text}", text, Place("town.yml")) for text in texts]
    engine = Furigana(entries, (), lambda _: published, cache=folder)
    looked_at = engine.unsettled
    found = audit(engine, looked_at).disagreements
    engine.settle(one.text.text for doubt in found for one in doubt.occurrences)
    engine.save()
    return [text.text for text in looked_at]


def test_a_text_is_looked_at_again_only_where_something_in_it_was_in_doubt(tmp_path: Path) -> None:
    clear, in_doubt, new = "会議を開く。", "彅㐂の会議。", "次の会議。"

    assert unsettled(tmp_path, [clear, in_doubt]) == [clear, in_doubt]
    assert unsettled(tmp_path, [clear, in_doubt, new]) == [in_doubt, new]


def test_every_text_is_looked_at_again_when_other_readings_are_approved(tmp_path: Path) -> None:
    text = "彅㐂の会議。"
    unsettled(tmp_path, [text], ("彅㐂", "なぎき"))

    assert unsettled(tmp_path, [text], ("彅㐂", "なぎき")) == []
    assert unsettled(tmp_path, [text]) == [text]
    assert unsettled(tmp_path, [text], ("彅㐂", "なぎよし")) == [text]


def test_only_the_newest_caches_are_kept(tmp_path: Path) -> None:
    for number in range(12):
        Cache(tmp_path, str(number))

    assert len(list(tmp_path.glob("*.sqlite"))) == 8
