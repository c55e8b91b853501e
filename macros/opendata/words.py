"""Words that describe the tables: the English of each field, and the names of codes (tables/words.yml)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel

from macros.guideline.meanings import meanings

YES_NO = ("yes", "no")
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
_FILE = ".yml"


def meaning(model: type[BaseModel], field: str) -> tuple[str, str]:
    """Give what a *field* holds in Japanese (as the model says) and in English (nothing where nobody wrote it)."""
    english = _words()["fields"]
    japanese = meanings(model).get(field, "")
    return japanese.replace(_FILE, ""), english.get(f"{snake(model)}_{field}") or english.get(field, "")


def meaning_of(column: str) -> tuple[str, str]:
    """Give what a *column* that tables add to the records holds."""
    said = _words()["columns"][column]
    return said["ja"], said["en"]


def code_list(model: type[BaseModel], field: str, codes: tuple[str, ...]) -> str:
    """Name the list of codes that a *field* takes its values from."""
    return "yes_no" if codes == YES_NO else f"{snake(model)}_{field}"


def code_names() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Give the names of codes in Japanese and English, by list and code."""
    found: Mapping[str, Mapping[str, Mapping[str, str]]] = _words()["codes"]
    return found


def refers_to(table: str, field: str) -> str:
    """Give the table whose ids stand in a *field* of a *table*, or nothing."""
    found: Mapping[str, str] = _words()["refers"]
    return found.get(f"{table}.{field}") or found.get(field, "")


def snake(model: type[BaseModel]) -> str:
    """Write a model's name as tables do: effort_group."""
    return _CAPITAL.sub("_", model.__name__).lower()


@cache
def _words() -> Any:
    return yaml.load((files(__package__) / "tables" / "words.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
