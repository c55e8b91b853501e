"""Write approved readings into readings.lock.yml, one by one and in order."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from macros.furigana.audit import Occurrence, readings_of
from macros.furigana.furigana import Furigana
from macros.guideline.model import LockedReading, LockFile
from macros.guideline.problems import GuidelineError, Place, Problem

FILE = "readings.lock.yml"
_HEAD = """\
# 人が確かめて認めた読み(kyodo furigana lock が書きます)。機械の読みがここと違えば、--release の公開は止まります。
# 読みを変えるときは readings.yml に書きます。名前には、読みの根拠(basis)を書きます。
"""


def approved(engine: Furigana, file: Path, lock: LockFile | None, wanted: LockedReading) -> LockedReading:
    """Check that the reading *wanted* is what the engine gives the word, and give it as an entry of the *lock*.

    Its `at` names one occurrence (address, or address#2 for the second one in the text); it is needed where another
    reading of the word is locked already. Raises GuidelineError where the reading cannot be approved; messages name
    *file*.
    """
    word, reading, at = wanted.word, wanted.reading, wanted.at
    known = readings_of(engine, word)
    place = Place(file.as_posix())
    if not known:
        raise GuidelineError([Problem(place, "lock-unknown-word", {"word": word})])
    if reading not in known:
        ours = " / ".join(known)
        raise GuidelineError([Problem(place, "lock-other-reading", {"word": word, "reading": reading, "ours": ours})])
    if at is None:
        if any(
            one.word == word and one.at is None and one.reading != reading for one in (lock.readings if lock else ())
        ):
            where = " / ".join(map(_named, known[reading]))
            raise GuidelineError([Problem(place, "lock-two-readings", {"word": word, "where": where})])
        return wanted
    for one in known[reading]:
        if at in (_named(one), one.text.address) and (at == _named(one) or one.number == 1):
            return wanted.model_copy(update={"at": one.text.address, "occurrence": one.number})
    where = " / ".join(map(_named, known[reading]))
    raise GuidelineError([Problem(place, "lock-unknown-place", {"word": word, "at": at, "where": where})])


def added(lock: LockFile | None, entries: Iterable[LockedReading]) -> str:
    """Give the text of the lock file with *entries* added; one for the same word and place takes the other's stead."""
    by_key = {_key(one): one for one in (*(lock.readings if lock else ()), *entries)}
    return _HEAD + "readings:\n" + "".join(_line(by_key[key]) for key in sorted(by_key))


def _named(one: Occurrence) -> str:
    return one.text.address if one.number == 1 else f"{one.text.address}#{one.number}"


def _key(one: LockedReading) -> tuple[str, str, int]:
    return one.word, one.at or "", one.occurrence or 0


def _line(one: LockedReading) -> str:
    values = {"word": one.word, "reading": one.reading, "at": one.at, "occurrence": one.occurrence, "basis": one.basis}
    written = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value is not None)
    return f"  - {{{', '.join(written)}}}\n"
