"""Records are kept from one reading to the next, in memory and on disk, as long as nothing they hang on has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.guideline import known as room
from macros.guideline.known import Known
from macros.guideline.load import load
from macros.guideline.model import LabelsFile
from macros.guideline.model.guide import Front
from tests.site import MINI


def front(text: str, folder: Path) -> tuple[Path, Front]:
    path = folder / "guide.yml"
    path.write_text(text, encoding="utf-8")
    return path, load(MINI).guides[0].front


def remembered(path: Path, record: Front, known: Known) -> None:
    """Let *known* remember the *record* of *path* as a loader does: it asks, reads, and tells."""
    known.get(path, path.parent, Front)
    known.put(path, path.parent, record)


def test_a_program_that_begins_anew_finds_the_records(tmp_path: Path) -> None:
    path, record = front("a", tmp_path)
    remembered(path, record, Known(tmp_path / "kept"))

    found = Known(tmp_path / "kept").get(path, path.parent, Front)

    assert found == record
    assert found is not None
    assert found.place_of("title") == record.place_of("title")


def test_a_project_that_was_moved_finds_the_records(tmp_path: Path) -> None:
    path, record = front("a", tmp_path)
    remembered(path, record, Known(tmp_path / "kept"))
    moved = tmp_path / "elsewhere" / path.name
    moved.parent.mkdir()
    path.rename(moved)

    assert Known(tmp_path / "kept").get(moved, moved.parent, Front) == record


def test_a_file_that_has_changed_is_not_known(tmp_path: Path) -> None:
    path, record = front("a", tmp_path)
    known = Known(tmp_path / "kept")
    remembered(path, record, known)
    path.write_text("b", encoding="utf-8")

    assert known.get(path, path.parent, Front) is None
    assert Known(tmp_path / "kept").get(path, path.parent, Front) is None


def test_a_file_that_is_saved_while_it_is_read_is_not_remembered(tmp_path: Path) -> None:
    path, record = front("a", tmp_path)
    known = Known(tmp_path / "kept")
    known.get(path, path.parent, Front)
    path.write_text("b", encoding="utf-8")
    known.put(path, path.parent, record)

    assert known.get(path, path.parent, Front) is None
    assert list(tmp_path.rglob("*.record")) == []


def test_a_file_that_is_read_as_something_else_is_not_known(tmp_path: Path) -> None:
    path, record = front("a", tmp_path)
    known = Known(tmp_path / "kept")
    remembered(path, record, known)

    assert known.get(path, path.parent, LabelsFile) is None


def test_other_code_knows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, record = front("a", tmp_path)
    remembered(path, record, Known(tmp_path / "kept"))
    monkeypatch.setattr(room, "_version", lambda: "another")

    assert Known(tmp_path / "kept").get(path, path.parent, Front) is None


@pytest.mark.parametrize("spoilt", [b"", b"x", b"x" * 200, None])
def test_what_was_spoilt_on_disk_is_not_read(tmp_path: Path, spoilt: bytes | None) -> None:
    path, record = front("a", tmp_path)
    remembered(path, record, Known(tmp_path / "kept"))
    (kept,) = (tmp_path / "kept").iterdir()
    kept.write_bytes(kept.read_bytes()[:-1] if spoilt is None else spoilt)

    assert Known(tmp_path / "kept").get(path, path.parent, Front) is None


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    path, record = front("a", tmp_path)
    (tmp_path / "kept").write_text("a file, not a folder", encoding="utf-8")
    known = Known(tmp_path / "kept")
    remembered(path, record, known)

    assert known.get(path, path.parent, Front) == record


def test_who_keeps_nothing_in_memory_still_finds_what_is_on_disk(tmp_path: Path) -> None:
    path, record = front("a", tmp_path)
    passing = Known(tmp_path / "kept", in_memory=False)
    remembered(path, record, passing)

    assert passing.get(path, path.parent, Front) == record
    assert passing.get(path, path.parent, Front) is not passing.get(path, path.parent, Front)


def test_a_library_read_from_what_is_kept_is_the_same(tmp_path: Path) -> None:
    first = load(MINI, known=Known(tmp_path / "kept"))
    again = load(MINI, known=Known(tmp_path / "kept"))

    assert again == first
