"""The words of the interface: complete, and the same for the make-believe town."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.guideline.model import Library
from macros.web.files import DATA_FILES

ROOT = Path(__file__).resolve().parents[1]
OURS = ROOT / "data" / "labels.yml"
MINI = ROOT / "tests" / "towns" / "mini" / "data" / "labels.yml"
WORD = re.compile(r"""\b(?:t|word)\("(\w+)"\s*[,)]""")
SLOT = re.compile(r"\{(\w+)\}")
FAMILIES = (  # words whose names templates put together
    "a11y",
    "change",
    "choose",
    "compare",
    "data_group",
    "data_writing",
    "definition",
    "evaluation",
    "field",
    "file",
    "furigana",
    "indicator",
    "kids",
    "language",
    "moved",
    "official",
    "opendata",
    "organisation",
    "paper",
    "part",
    "plan",
    "progress",
    "related",
    "scene",
    "staff",
    "state",
    "status",
    "turn",
)
BY_NAME = re.compile(f"({'|'.join(FAMILIES)})_")


def test_make_believe_town_uses_the_same_words() -> None:
    """KYODO_ACCEPT=1 copies the words once more."""
    if os.environ.get("KYODO_ACCEPT"):
        shutil.copyfile(OURS, MINI)

    assert OURS.read_text(encoding="utf-8") == MINI.read_text(encoding="utf-8")


def test_both_languages_have_the_same_slots(real: Library) -> None:
    for name, label in real.labels.labels.items():
        assert label.en is not None, name
        assert set(SLOT.findall(label.ja)) == set(SLOT.findall(label.en)), name


@pytest.mark.parametrize("name", ["staff_lead", "terms", "paper_web"])
def test_a_word_that_somebody_has_deleted_is_told_and_nothing_is_published(
    town: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    file = town / "labels.yml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(f"  {name}: ")]
    assert len(kept) == len(lines) - 1
    file.write_text("".join(kept), encoding="utf-8")

    assert main(["build", "--data", str(town), "--site", str(tmp_path / "site")]) == 1
    said = "".join(capsys.readouterr())
    assert f"data/labels.yml:1:1: 画面のことば「{name}」がありません。" in said
    assert "Traceback" not in said
    assert not (tmp_path / "site").exists()


def test_every_word_a_template_uses_is_there_and_every_word_is_used(real: Library) -> None:
    used = {word for _, word in DATA_FILES}
    for path in [*ROOT.glob("overrides/**/*.html"), *ROOT.glob("macros/web/*.py")]:
        text = path.read_text(encoding="utf-8")
        used |= set(WORD.findall(text))
        used |= {name for pair in re.findall(r'labels\["(\w+)"\]|_Kind\("\w+", "(\w+)"', text) for name in pair if name}
    known = set(real.labels.labels)

    assert used - known == set()
    assert {name for name in known - used if not BY_NAME.match(name)} == {"baseline", "target", "actual"} - used
