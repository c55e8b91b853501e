"""Records are kept from one reading to the next, in memory and on disk, as long as nothing they hang on has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.guideline import known as room
from macros.guideline.known import Known
from macros.guideline.load import load
from macros.guideline.model import LabelsFile, Part
from macros.guideline.model.guide import Front
from macros.guideline.outline import forget_places
from macros.web.project import ROOT
from tests.site import MINI, library

FILE, TEXT = "data/midori/guide.yml", b"a"
RECORD = library(MINI).guides[0].front


def test_a_program_that_begins_anew_finds_the_records(tmp_path: Path) -> None:
    Known(tmp_path).put(FILE, TEXT, RECORD)

    found = Known(tmp_path).get(FILE, TEXT, Front)

    assert found == RECORD
    assert found is not None
    assert found.place_of("title") == RECORD.place_of("title")


@pytest.mark.parametrize(
    ("file", "text", "model"),
    [
        pytest.param(FILE, b"b", Front, id="the file holds something else"),
        pytest.param("data/other/guide.yml", TEXT, Front, id="another file holds the same"),
        pytest.param(FILE, TEXT, LabelsFile, id="the file is read as something else"),
    ],
)
def test_what_is_not_the_same_is_not_known(tmp_path: Path, file: str, text: bytes, model: type[Part]) -> None:
    known = Known(tmp_path)
    known.put(FILE, TEXT, RECORD)

    assert known.get(file, text, model) is None
    assert Known(tmp_path).get(file, text, model) is None


def test_other_code_knows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Known(tmp_path).put(FILE, TEXT, RECORD)
    monkeypatch.setattr(room, "_version", lambda: "another")

    assert Known(tmp_path).get(FILE, TEXT, Front) is None


@pytest.mark.parametrize("spoilt", [b"", b"x", b"x" * 200, None])
def test_what_was_spoilt_on_disk_is_not_read(tmp_path: Path, spoilt: bytes | None) -> None:
    Known(tmp_path).put(FILE, TEXT, RECORD)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1] if spoilt is None else spoilt)

    assert Known(tmp_path).get(FILE, TEXT, Front) is None


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.write_text("a file, not a folder", encoding="utf-8")
    known = Known(folder)
    known.put(FILE, TEXT, RECORD)

    assert known.get(FILE, TEXT, Front) == RECORD


def test_who_keeps_nothing_in_memory_still_finds_what_is_on_disk(tmp_path: Path) -> None:
    passing = Known(tmp_path, in_memory=False)
    passing.put(FILE, TEXT, RECORD)

    assert passing.get(FILE, TEXT, Front) == RECORD
    assert passing.get(FILE, TEXT, Front) is not passing.get(FILE, TEXT, Front)


def test_a_library_read_from_what_is_kept_is_the_same(tmp_path: Path) -> None:
    first = load(MINI, known=Known(tmp_path / "kept"))
    again = load(MINI, known=Known(tmp_path / "kept"))

    assert again == first


def test_what_other_guides_say_of_themselves_is_read_once_and_takes_little_memory() -> None:
    known, others = Known(), Known(lightened=forget_places)
    first, second = (load(ROOT / "data", (one,), known=known, others=others) for one in ("akaiwa", "iwakuni"))

    assert second.guide("ishioka").front is first.guide("ishioka").front
    for id, exact in (("ishioka", False), ("akaiwa", False), ("iwakuni", True)):
        front = second.guide(id).front
        assert (front.place_of("title") != front.place) is exact, id


def test_what_is_lightened_in_memory_is_whole_on_disk(tmp_path: Path) -> None:
    light = Known(tmp_path, lightened=forget_places)
    light.put(FILE, TEXT, load(MINI).guides[0].front)

    for known, exact in ((light, False), (Known(tmp_path), True), (Known(tmp_path, lightened=forget_places), False)):
        found = known.get(FILE, TEXT, Front)
        assert found is not None
        assert (found.place_of("title") != found.place) is exact
