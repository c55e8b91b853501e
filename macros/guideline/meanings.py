"""What the fields of a record hold, as the sentence below each says in the source of its class.

Reading them takes longer than making the classes, and only messages, schemas and the data dictionary need them:
so they are read when first asked for (and not by pydantic's use_attribute_docstrings, which reads all at once).
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any, cast

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema


@cache
def meanings(model: type[BaseModel]) -> Mapping[str, str]:
    """Give what each field of *model* holds, by the name that files write."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if issubclass(one, BaseModel) and one is not BaseModel:
            found |= _of_module(one.__module__).get(one.__qualname__, {})
    return {field.alias or name: found[name] for name, field in model.model_fields.items() if name in found}


class Described(GenerateJsonSchema):
    """Writes a JSON Schema in which every field says what it holds."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Describe a record, and its fields."""
        described = super().model_schema(schema)
        properties = self.resolve_ref_schema(described)["properties"]
        for name, meaning in meanings(cast("type[BaseModel]", schema["cls"])).items():
            if name in properties:
                properties[name]["description"] = meaning
        return described


@cache
def _of_module(name: str) -> Mapping[str, Mapping[str, str]]:
    """Give, by class of a module, the sentences below its fields."""
    tree = ast.parse(inspect.getsource(sys.modules[name]))
    return {node.name: dict(_below_fields(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _below_fields(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(node.body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and _is_text(below):
            yield field.target.id, inspect.cleandoc(cast("Any", below).value.value)


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
