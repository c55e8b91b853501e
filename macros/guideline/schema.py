"""Make the JSON Schemas from which an editor such as VS Code helps while a file of the data is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros import safely
from macros.guideline.meanings import Described
from macros.guideline.model import FILES, PLAN_FOLDER, SHARED_FILES, SHARED_OPTIONS, SHARED_READINGS, Part, Policy
from macros.guideline.model.records import LANGUAGES

DRAFT = "http://json-schema.org/draft-07/schema#"
MARK = "この表は macros/guideline/model から作ります(kyodo schema)。手で直さないでください。"

Schema = dict[str, Any]

_YAML_TYPES: Mapping[str, list[str]] = {
    # An editor sees YAML's types, while we read everything as text: a year or 0120 may come as either.
    "string": ["string", "number", "boolean"],
    "integer": ["integer", "string"],
    "number": ["number", "string"],
}
_DIGITS = {"integer": "^[0-9][0-9,]*$", "number": "^-?[0-9][0-9,]*([.][0-9]+)?$"}
_DROPPED = frozenset(("title", "default"))


def schemas() -> dict[str, str]:
    """Give the text of each schema by its file's name; a plan's files share plan.json."""
    return {name: _written(model) for name, model in _models().items()}


def patterns() -> dict[str, str]:
    """Give, by schema file, the YAML files for which it stands, as paths from the project with `*`."""
    shared = {Path(name).stem: f"data/{name}" for name in (*SHARED_FILES, *SHARED_OPTIONS)}
    own = {Path(name).stem: f"data/*/{name}" for name in FILES}
    both = {Path(name).stem: f"data/**/{name}" for name in SHARED_READINGS}
    named = {**shared, **own, **both, PLAN_FOLDER: f"data/*/{PLAN_FOLDER}/*.yml"}
    return {f"{stem}.json": pattern for stem, pattern in named.items()}


def write(folder: Path) -> None:
    """Write every schema into *folder*, and remove those of files that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = schemas()
    for name, text in wanted.items():
        safely.write_text(folder / name, text)
    for path in folder.glob("*.json"):
        if path.name not in wanted:
            path.unlink()


def _models() -> dict[str, type[Part]]:
    files = {**SHARED_FILES, **SHARED_OPTIONS, **FILES}
    own = {f"{Path(name).stem}.json": model for name, model in files.items()}
    return {**own, f"{PLAN_FOLDER}.json": Policy}


def _written(model: type[Part]) -> str:
    schema = _as_yaml(model.model_json_schema(schema_generator=Described))
    for definition in schema.get("$defs", {}).values():
        if isinstance(definition.get("additionalProperties"), dict):  # a text: the languages we know, and no others
            other = {**definition["additionalProperties"], "description": "ほかの言語"}
            known = {language: other for language in LANGUAGES if language not in definition["properties"]}
            definition.update(properties={**definition["properties"], **known}, additionalProperties=False)
    whole = {"$schema": DRAFT, "$comment": MARK, **schema}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _as_yaml(schema: Any) -> Any:
    """Rewrite a part of pydantic's schema for YAML as an editor sees it."""
    if isinstance(schema, list):
        return [_as_yaml(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    choices = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    if len(choices) == 1:  # optional here means that the key may be left out
        schema = {**choices[0], **{key: value for key, value in schema.items() if key != "anyOf"}}
    rewritten: Schema = {}
    for key, value in schema.items():
        if key in ("properties", "$defs"):
            rewritten[key] = {name: _as_yaml(one) for name, one in value.items()}
        elif key not in _DROPPED:
            rewritten[key] = _as_yaml(value)
    return _loosened(rewritten)


def _loosened(schema: Schema) -> Schema:
    kind = schema.get("type")
    if isinstance(kind, str) and kind in _YAML_TYPES and "enum" not in schema and "const" not in schema:
        schema = {**schema, "type": _YAML_TYPES[kind]}
        if kind in _DIGITS:
            schema["pattern"] = _DIGITS[kind]
    if "$ref" in schema and len(schema) > 1:  # beside a $ref nothing else counts in this draft
        schema = {**{key: value for key, value in schema.items() if key != "$ref"}, "allOf": [{"$ref": schema["$ref"]}]}
    return schema
