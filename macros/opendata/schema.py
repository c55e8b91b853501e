"""Describe the API for programs: a JSON Schema for each kind of document, and an OpenAPI description of all."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from pydantic_core import core_schema

from macros import addresses
from macros.guideline.meanings import Described
from macros.guideline.model import Text
from macros.guideline.model.records import LANGUAGES
from macros.opendata.document import DOCUMENTS, Alignments, Guide, Index
from macros.opendata.plain import Json

DIALECT = "https://json-schema.org/draft/2020-12/schema"
OPENAPI = "3.1.0"
OPERATIONS = ("title", "description", "id", "index", "guide", "alignments", "none")
"""The sentences that the OpenAPI description needs"""

_OTHER = "ほかの言語"
_WITHIN, _AMONG = "#/$defs/", "#/components/schemas/"
"""Where a schema finds its definitions, and where the API's description finds them"""
_NAMED = re.compile(rf'"{re.escape(_WITHIN)}(\w+)"')

Schema = dict[str, Any]


class _Written(Described):
    """Describes documents as they are written: every field is there, a text holds only the languages it has."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 pydantic names it
        return False

    def field_is_required(self, field: Any, total: bool) -> bool:  # noqa: ARG002 pydantic names them
        return True

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        return self.generate_inner(schema["schema"])


@cache
def schemas(home: str = "/") -> Mapping[str, Json]:
    """Give the JSON Schema of each kind of document, by its name, as published at *home*."""
    return {
        name: {"$schema": DIALECT, "$id": home + addresses.api_schema(name), "$defs": _made_of(shape), **_own(shape)}
        for name, shape in DOCUMENTS.items()
    }


def openapi(index: Json, words: Mapping[str, str]) -> Json:
    """Describe the API of this *index*; *words* are its sentences, by the names in OPERATIONS."""
    id = {
        "name": "guide",
        "in": "path",
        "required": True,
        "description": words["id"],
        "schema": {"type": "string", "enum": [guide["id"] for guide in index["guides"]]},
    }
    return {
        "openapi": OPENAPI,
        "info": {
            "title": words["title"],
            "description": words["description"],
            "version": index["version"],
            "license": {"name": index["licence"]["name"]["ja"], "url": index["licence"]["url"]},
        },
        "servers": [{"url": "../../"}],
        "paths": {
            f"/{addresses.API}index.json": {"get": _answer("index", Index.__name__, words)},
            f"/{addresses.API}{{guide}}.json": {"parameters": [id], "get": _answer("guide", Guide.__name__, words)},
            f"/{addresses.API}alignments.json": {"get": _answer("alignments", Alignments.__name__, words)},
        },
        "components": {"schemas": _components()},
    }


def _components() -> Schema:
    """Give the definitions of all documents, and of all that they are made of."""
    used = {shape.__name__ for shape in DOCUMENTS.values()}.union(*map(_made_of, DOCUMENTS.values()))
    found = {name: one for name, one in _definitions().items() if name in used}
    components: Schema = json.loads(json.dumps(found).replace(_WITHIN, _AMONG))
    return components


def _made_of(shape: type[BaseModel]) -> Schema:
    """Give the definitions of all that a kind of document is made of."""
    found: Schema = {}
    waiting = _named_in(_own(shape))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = _definitions()[name]
            waiting += _named_in(found[name])
    return dict(sorted(found.items()))


def _own(shape: type[BaseModel]) -> Schema:
    own: Schema = _definitions()[shape.__name__]
    return own


def _named_in(schema: Schema) -> list[str]:
    return _NAMED.findall(json.dumps(schema))


def _answer(name: str, shape: str, words: Mapping[str, str]) -> Schema:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{shape}"}}}
    return {
        "operationId": name,
        "summary": words[name],
        "security": [],
        "responses": {"200": {"description": words[name], "content": content}, "404": {"description": words["none"]}},
    }


@cache
def _definitions() -> Schema:
    """Give the definitions of all shapes, with a text as it is written: without languages into which none is."""
    _, described = models_json_schema(
        [(shape, "serialization") for shape in DOCUMENTS.values()],
        schema_generator=_Written,
        ref_template=f"{_WITHIN}{{model}}",
    )
    found: Schema = described["$defs"]
    known = found[Text.__name__]["properties"]
    own = {name: known[name]["description"] for name in known}
    found[Text.__name__] = {
        "type": "object",
        "description": found[Text.__name__]["description"],
        "properties": {
            language: {"type": "string", "description": own.get(language, _OTHER)} for language in LANGUAGES
        },
        "required": ["ja"],
        "additionalProperties": False,
    }
    return found
