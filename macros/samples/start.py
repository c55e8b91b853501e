"""Write the sample files of a new guide: all of them or none, and never over anything."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from string import Template

from macros.guideline.folders import DEVICE_NAMES
from macros.guideline.load import refused_name
from macros.guideline.model import PLAN_FOLDER
from macros.guideline.model.records import ID_PATTERN
from macros.guideline.problems import GuidelineError, Place, Problem
from macros.samples.answers import Answers
from macros.samples.prefectures import prefectures

SAMPLES = Path(__file__).parent
HEAD = "_head.txt"


def refuse_id(data: Path, id: str) -> None:
    """Raise GuidelineError where a guide called *id* cannot be started below *data*."""
    place = Place(f"{data.name}/{id}", 0)
    if not data.is_dir():
        raise GuidelineError([Problem(Place(data.name, 0), "no-data-folder")])
    if not re.fullmatch(ID_PATTERN, id):
        raise GuidelineError([Problem(Place("kyodo init", 0), "bad-id", {"path": "", "value": id})])
    if refused := refused_name(id):
        raise GuidelineError([Problem(place, refused, {"name": id})])
    if id in DEVICE_NAMES:
        raise GuidelineError([Problem(place, "device-name", {"name": id})])
    if (data / id).exists() or (data / id).is_symlink():
        raise GuidelineError([Problem(place, "folder-there")])


def start(data: Path, id: str, answers: Answers, today: str) -> tuple[Path, ...]:
    """Write the folder of the guide *id* below *data* from *answers*, and give its files.

    It is put together beside and takes its name in one step, so that nothing half-made is ever left.
    """
    refuse_id(data, id)
    new = data / f".{id}.new"
    if new.exists():
        shutil.rmtree(new)
    values = _values(id, answers, today)
    try:
        for path in samples():
            target = new / path.relative_to(SAMPLES)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_filled(path, values), encoding="utf-8", newline="\n")
        new.rename(data / id)
    finally:
        if new.exists():
            shutil.rmtree(new)
    return tuple(sorted(path for path in (data / id).rglob("*.yml")))


def samples() -> tuple[Path, ...]:
    """Give the sample files: a file added to this folder is written into the next guide."""
    return tuple(sorted(SAMPLES.rglob("*.yml")))


def _filled(path: Path, values: Mapping[str, str]) -> str:
    schema = PLAN_FOLDER if path.parent.name == PLAN_FOLDER else path.stem
    head = Template((SAMPLES / HEAD).read_text(encoding="utf-8").rstrip("\n")).substitute(schema=schema)
    return Template(path.read_text(encoding="utf-8")).substitute(values, head=head, schema=schema)


def _values(id: str, answers: Answers, today: str) -> dict[str, str]:
    prefecture = next(one for one in prefectures() if one.name == answers["prefecture"])
    name, name_en, title, title_en = (answers[key] for key in ("name", "name_en", "title", "title_en"))
    return {
        **answers,
        "id": id,
        "today": today,
        "name_text": _text(name, name_en),
        "code_line": f'code: "{answers["code"]}"' if answers["code"] else '# code: "000000"',
        "prefecture_text": _text(prefecture.name, prefecture.en),
        "prefecture_reading": prefecture.reading,
        "title_text": _text(title, title_en),
        "short_title_text": _text(title.removeprefix(name) or title, title_en.removeprefix(name_en).strip()),
    }


def _text(ja: str, en: str) -> str:
    written = {"ja": ja, "en": en}
    return "{" + ", ".join(f"{key}: {json.dumps(one, ensure_ascii=False)}" for key, one in written.items() if one) + "}"
