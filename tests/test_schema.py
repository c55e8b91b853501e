"""The committed JSON Schemas are those of the model, and agree with it about real files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from macros.guideline.schema import patterns, schemas, write
from tests.site import HERE, MINI

PROJECT = HERE.parent
COMMITTED = PROJECT / "data" / "schema"


@cache
def _written() -> dict[str, str]:
    return schemas()


def test_committed_schemas_are_not_old() -> None:
    """Accept with KYODO_ACCEPT=1."""
    if os.environ.get("KYODO_ACCEPT"):
        write(COMMITTED)

    assert {path.name: path.read_text(encoding="utf-8") for path in COMMITTED.glob("*.json")} == _written()


def test_the_editor_knows_which_schema_is_for_which_file() -> None:
    settings = json.loads((PROJECT / ".vscode" / "settings.json").read_text(encoding="utf-8"))

    assert settings["yaml.schemas"] == {f"./data/schema/{name}": pattern for name, pattern in patterns().items()}
    assert set(patterns()) == set(_written())


@pytest.mark.parametrize("name", _written())
def test_schemas_describe_in_japanese_and_hide_what_is_ours(name: str) -> None:
    schema = json.loads(_written()[name])

    jsonschema.Draft7Validator.check_schema(schema)
    assert "__place__" not in _written()[name]
    assert all(any(one >= "\u3041" for one in field["description"]) for field in _fields(schema))


def _fields(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).values()
        for one in schema.values():
            yield from _fields(one)


def _yaml_files() -> list[tuple[str, Path]]:
    found = []
    for root in (MINI, PROJECT / "data"):
        for name, pattern in patterns().items():
            found += [(name, path) for path in sorted(root.glob(pattern.removeprefix("data/")))]
    return found


class _Editor(yaml.CSafeLoader):
    """Reads YAML 1.2 with types, as the editor's extension does: 9:00, no and dates are text, 0120 a number."""


_Editor.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if tag.rsplit(":", 1)[1] in ("int", "float", "null")]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _as_json(one) for key, one in value.items()}
    return [_as_json(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize(
    ("name", "path"),
    _yaml_files(),
    ids=lambda value: value.parent.name + "/" + value.name if isinstance(value, Path) else "",
)
def test_an_editor_finds_no_mistake_in_our_files(name: str, path: Path) -> None:
    read = _as_json(yaml.load(path.read_text(encoding="utf-8"), _Editor))

    errors = [error.message for error in jsonschema.Draft7Validator(json.loads(_written()[name])).iter_errors(read)]
    assert errors == []


@pytest.mark.parametrize(
    ("name", "spoilt"),
    [
        ("rules.json", {"rules": []}),
        ("rules.json", {"rule": []}),
        ("labels.json", {"labels": {"a": {"ja": "あ", "jp": "あ"}}}),
        ("labels.json", {"labels": {"a": "あ"}}),
        ("departments.json", {"departments": [{"id": "A_b", "name": {"ja": "課"}, "reading": "か"}]}),
    ],
)
def test_an_editor_finds_mistakes(name: str, spoilt: Any) -> None:
    assert not jsonschema.Draft7Validator(json.loads(_written()[name])).is_valid(spoilt)
