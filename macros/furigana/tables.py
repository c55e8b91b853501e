"""Read the tables that the engine knows Japanese by: readings of kanji, words read as a whole, school grades."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from macros.furigana.kana import KANJI_RUN

FOLDER = Path(__file__).parent / "tables"
GRADES_FILE = Path(__file__).resolve().parents[2] / "data" / "kanji.yml"

Stems = Mapping[str, Mapping[str, int]]


def rows(name: str) -> Iterator[list[str]]:
    """Give the rows of the table *name*, without its notes (lines that start with #) and the names of its columns."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    yield from (line.split("\t") for line in [line for line in lines if line and not line.startswith("#")][1:])


@cache
def kanji_readings() -> Mapping[str, tuple[str, ...]]:
    """Give the readings of each kanji: katakana for on, hiragana for kun with its okurigana."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in ("joyo.tsv", "supplement.tsv"):
        for kanji, reading in rows(name):
            found[kanji].append(reading)
    return {kanji: tuple(readings) for kanji, readings in found.items()}


@cache
def whole_words() -> Mapping[str, tuple[str, ...]]:
    """Give the words of 付表, whose kanji cannot be read one by one, with their readings.

    Kana at the end are left out with what is read as them (手伝う → 手伝 てつだ), so that inflected words are found.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for word, reading in rows("fuhyo.tsv"):
        last = [run.end() for run in KANJI_RUN.finditer(word)][-1]
        kana = len(word) - last
        found[word[:last]].append(reading[: len(reading) - kana])
    return {word: tuple(readings) for word, readings in found.items()}


@cache
def grades() -> Mapping[str, int]:
    """Give the school grade in which each kanji is taught. Raises GuidelineError where the file says it wrongly."""
    return {kanji: grade for grade, all_kanji in _table().items() for kanji in "".join(all_kanji.split())}


def _table() -> Mapping[int, str]:
    """Read the table plainly, and where it is not as it should be, with what finds its mistakes."""
    try:
        read = yaml.load(GRADES_FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
        table: Mapping[int, str] = read["grades"]
        if all(grade in range(1, 7) and isinstance(kanji, str) for grade, kanji in table.items()):
            return table
    except (OSError, ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError):
        pass
    from macros.furigana.gradesfile import checked  # loads the model, which reading a text can do without

    return checked(GRADES_FILE)
