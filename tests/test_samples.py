"""The samples of kyodo init: every file and field has one, each says that it is one, and a release waits for none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from macros.__main__ import main
from macros.furigana import Furigana
from macros.guideline.book import passages
from macros.guideline.load import load
from macros.guideline.missing import written
from macros.guideline.model import FILES, PLAN_FOLDER, Part, Policy, Text
from macros.guideline.model.records import Record, Source, Uncertain
from macros.guideline.parts import parts
from macros.guideline.problems import GuidelineError
from macros.guideline.unreplaced import unreplaced
from macros.samples.answers import settled
from macros.samples.start import samples, start
from macros.web.build import build
from macros.web.progress import Progress
from macros.web.project import Job
from tests.izayoi import GIVEN, TODAY
from tests.site import ROOT

BY_COMMAND = {"changes.yml"}  # kyodo changes writes it, from what it finds in the history


def test_no_reading_of_a_sample_is_in_doubt(town: Path) -> None:
    start(town, "izayoi", settled(GIVEN), TODAY)
    for name in ("readings.yml", "readings.lock.yml"):
        (town / name).write_bytes((ROOT / "data" / name).read_bytes())
    library = load(town, ["izayoi"])
    engine = Furigana.of(library, library.guide("izayoi"))

    doubts = [(text.address, one.word) for text in engine.texts for one in engine.doubts(text.text)]
    assert [one for one in doubts if one[0].startswith("izayoi/")] == []


def test_the_finished_site_is_refused_while_samples_are_left(begun: Path, tmp_path: Path) -> None:
    job = Job(data=begun, site=tmp_path / "site", work=tmp_path / "work", release=True)

    with pytest.raises(GuidelineError) as refused:
        build(job, Progress())

    assert {problem.code for problem in refused.value.problems} == {"sample-text"}
    assert not job.site.exists()


def test_every_kind_of_file_has_a_sample() -> None:
    there = {path.name for path in samples() if path.parent.name != PLAN_FOLDER}

    assert there == set(FILES) - BY_COMMAND
    assert [path for path in samples() if path.parent.name == PLAN_FOLDER]


def test_every_field_of_the_model_is_shown_in_its_sample(begun: Path) -> None:
    """What any record may hold (notes, what is uncertain …) is explained once, in guide.yml."""
    kinds = [(name, model) for name, model in FILES.items() if name not in BY_COMMAND] + [
        (f"{PLAN_FOLDER}/1-example.yml", Policy)
    ]
    missing = []
    for name, model in kinds:
        sample = (begun / "izayoi" / name).read_text(encoding="utf-8")
        named = set(_fields(model, set() if name == "guide.yml" else {Record, Source, Uncertain}))
        missing += [f"{name}: {field}" for field in sorted(named) if not re.search(rf"\b{field}\b", sample)]

    assert not missing, missing


def _fields(kind: Any, seen: set[Any]) -> Iterator[str]:
    """Give each field of the models in *kind*; those every record has only where Record is not *seen* yet."""
    for model in _models(kind):
        if model not in seen and model is not Text:
            common = Record.model_fields if Record in seen and issubclass(model, Record) else {}
            seen.add(model)
            for name, field in model.model_fields.items():
                if name != "place" and (name in ("id", "source") or name not in common):
                    yield field.alias or name
                    yield from _fields(field.annotation, seen)


def _models(kind: Any) -> Iterator[type[Part]]:
    if isinstance(kind, type) and issubclass(kind, Part):
        yield kind
    for inner in get_args(kind):
        yield from _models(inner)


def test_every_sample_text_says_that_it_is_one(begun: Path) -> None:
    """So that nobody publishes an invented fact."""
    guide = load(begun, ["izayoi"]).guide("izayoi")
    ours = {answer for answer in settled(GIVEN).values() if answer} | {"協働のまちづくり指針"}
    texts = [(way, part) for way, part in parts(guide) if isinstance(part, Text)]

    assert [written(way) for way, text in texts if "【見本】" not in text.ja and text.ja not in ours] == []
    assert [passage.place for passage in passages(guide) if "【見本】" not in passage.words] == []
    assert [written(way) for way, text in texts if text.ja not in ours and "[Sample]" not in (text.en or "")] == []


def test_a_commented_line_is_yaml_once_its_sign_is_gone(begun: Path) -> None:
    """What staff get by deleting "# " can be read: every commented entry is one the model knows."""
    known = {field for model in [*FILES.values(), Policy] for field in _fields(model, set())} | {"ja", "en"}
    for path in sorted((begun / "izayoi").rglob("*.yml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            found = re.match(r" *# +(?:- )?\{?([a-z_]+): ", line)
            assert not found or found[1] in known, f"{path.name}: {line}"


def test_files_are_utf8_with_plain_line_feeds(begun: Path) -> None:
    for path in (begun / "izayoi").rglob("*.yml"):
        data = path.read_bytes()
        assert b"\r" not in data
        assert data.endswith(b"\n")
        assert "${" not in data.decode("utf-8")


def test_one_notice_a_file_until_its_samples_are_gone(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {problem.place.file for problem in unreplaced(load(begun))}
    rules = begun / "izayoi" / "rules.yml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(re.sub(r"【見本】|【みほん】|\[Sample\] ", "", text), encoding="utf-8")
    after = {problem.place.file for problem in unreplaced(load(begun))}

    assert before - after == {"data/izayoi/rules.yml"}
    assert not [file for file in before if "/midori/" in file]
    assert main(["check", "--data", str(begun), "--release", "--lang", "en"]) == 1
    assert "sample texts are left" in capsys.readouterr().out
