"""Turn what pydantic says of a value into a problem at its line, in words an editor of the data understands."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, Tag, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from macros.guideline.meanings import meanings
from macros.guideline.model.reader import BLOCKS
from macros.guideline.model.readings import READING_PATTERN
from macros.guideline.model.records import (
    ADDRESS_PATTERN,
    CODE_PATTERN,
    COLOUR_PATTERN,
    DATE_PATTERN,
    FINGERPRINT_PATTERN,
    ID_PATTERN,
    LANGUAGES,
    Part,
    Text,
)
from macros.guideline.model.redirects import WAY_PATTERN
from macros.guideline.problems import MOST_PROBLEMS, Place, Problem, Values, Words, hint, phrase
from macros.guideline.tree import Tree

Step = str | int
Mistake = Callable[[ErrorDetails, "Spot"], tuple[str, Values] | None]


class Spot:
    """The value that an error is about: its *steps* in the file, its own and its owner's model, its place."""

    def __init__(self, tree: Tree, model: type[Part], steps: Sequence[Step]) -> None:
        inside: Any = tree.mapping
        kind: Any = model
        owner: type[Part] | None = model
        found: list[Step] = []
        for step in steps:
            owner = _part(kind) or owner
            kind = _member(kind, step)
            if step == "[key]" or (isinstance(inside, str) and found):
                break
            known = (step in inside) if isinstance(inside, dict) else isinstance(inside, list) and isinstance(step, int)
            if known:
                inside = inside[step]
                found.append(step)
        self.value = inside
        self.record = _part(kind)
        self.owner = owner
        self.steps = tuple(found)
        self.name = str(steps[-1]) if steps else ""
        at_key = bool(steps) and steps[-1] == "[key]"
        self.place = (tree.keys if at_key else tree.values).get(self.steps) or Place(tree.file)
        self.key_place = tree.keys.get(self.steps) or self.place

    def path(self, cut: int = 0) -> Words:
        """Give the way from the top of the file to the value in words, without its last *cut* steps."""
        parts: list[dict[str, str]] = []
        for step in self.steps[: len(self.steps) - cut]:
            if isinstance(step, int) and parts:
                last = parts.pop()
                parts.append(
                    {tongue: phrase("step-of-list", name=last[tongue], number=str(step + 1))[tongue] for tongue in last}
                )
            else:
                parts.append({"ja": str(step), "en": str(step)})
        if not parts:
            return {"ja": "", "en": ""}
        joined = {tongue: " > ".join(part[tongue] for part in parts) for tongue in ("ja", "en")}
        return {tongue: phrase("place-in-file", path=joined[tongue])[tongue] for tongue in joined}


def mistakes(error: ValidationError, tree: Tree, model: type[Part]) -> Iterator[Problem]:
    """Give a problem for each thing in *error* that keeps *tree* from being a *model*.

    A value that the reading of the file has already complained about is passed over.
    """
    noted = {problem.place for problem in tree.problems}
    for details in error.errors(include_url=False)[:MOST_PROBLEMS]:
        spot = Spot(tree, model, details["loc"])
        mistake = MISTAKES.get(details["type"], _not_usable)
        found = mistake(details, spot)
        if found is None:
            continue
        code, values = found
        place = spot.key_place if code in _AT_KEY else spot.place
        if place not in noted and spot.key_place not in noted:
            yield Problem(place, code, {"path": spot.path(), **values})


def _member(kind: Any, step: Step) -> Any:
    """Give the type that stands at *step* of a value of the type *kind*, or None where there is none."""
    origin = get_origin(kind)
    if origin is Annotated:
        return _member(get_args(kind)[0], step)
    if origin in (Union, types.UnionType):
        for choice in get_args(kind):
            if get_origin(choice) is Annotated and any(
                isinstance(one, Tag) and one.tag == step for one in get_args(choice)
            ):
                return choice
        return next((found for found in (_member(choice, step) for choice in get_args(kind)) if found), None)
    if origin is tuple:
        return get_args(kind)[0]
    if origin is dict:
        return get_args(kind)[1]
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return next((field.annotation for name, field in _fields(kind) if name == step), None)
    return None


def _part(kind: Any) -> type[Part] | None:
    if get_origin(kind) in (Annotated, Union, types.UnionType):
        return next((found for found in map(_part, get_args(kind)) if found), None)
    return kind if isinstance(kind, type) and issubclass(kind, Part) else None


def _fields(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    """Give the fields of *model* by the names that files write."""
    for name, field in model.model_fields.items():
        if name != "place":
            yield field.alias or name, field


def _names(model: type[Part] | None) -> list[str]:
    return [name for name, _ in _fields(model)] if model else []


def _value(details: ErrorDetails) -> str:
    return str(details["input"])


def _missing(_: ErrorDetails, spot: Spot) -> tuple[str, Values]:
    told = meanings(spot.owner).get(spot.name) if spot.owner else None
    return "missing-key", {
        "key": spot.name,
        "meaning": phrase("meaning", meaning=told) if told else {"ja": "", "en": ""},
    }


def _unknown(_: ErrorDetails, spot: Spot) -> tuple[str, Values]:
    names = _names(spot.owner)
    return "unknown-key", {
        "path": spot.path(cut=1),
        "key": spot.name,
        "hint": hint(spot.name, names),
        "choices": " / ".join(names),
    }


def _language(details: ErrorDetails, _: Spot) -> tuple[str, Values]:
    key = str(details["ctx"]["key"])
    return "unknown-language", {"key": key, "hint": hint(key, LANGUAGES), "choices": " / ".join(LANGUAGES)}


def _choice(details: ErrorDetails, _: Spot) -> tuple[str, Values]:
    choices = details["ctx"]["expected"].replace(" or ", ", ").replace("'", "").split(", ")
    return "wrong-choice", {
        "value": _value(details),
        "hint": hint(_value(details), choices),
        "choices": " / ".join(choices),
    }


def _pattern(details: ErrorDetails, _: Spot) -> tuple[str, Values]:
    code, value = PATTERNS.get(details["ctx"]["pattern"], "not-usable"), _value(details)
    if code == "bad-address" and value.startswith(("https://", "http://", "mailto:", "tel:")):
        code = "broken-address"
    return code, {"value": value}


def _short(_: ErrorDetails, __: Spot) -> tuple[str, Values]:
    return "empty-text", {}


def _long(details: ErrorDetails, spot: Spot) -> tuple[str, Values]:
    if not isinstance(details["input"], str):
        return _not_usable(details, spot)
    return "too-long", {"most": str(details["ctx"]["max_length"])}


def _few(details: ErrorDetails, _: Spot) -> tuple[str, Values] | None:
    written = details["input"]
    if isinstance(written, list) and len(written) >= details["ctx"]["min_length"]:
        return None  # enough stand there; what is wrong with them is reported by itself
    return "too-few", {"least": str(details["ctx"]["min_length"]), "found": str(details["ctx"]["actual_length"])}


def _expression(details: ErrorDetails, _: Spot) -> tuple[str, Values]:
    return "bad-expression", {"value": _value(details)}


def _list(_: ErrorDetails, __: Spot) -> tuple[str, Values]:
    return "not-a-list", {}


def _mapping(_: ErrorDetails, spot: Spot) -> tuple[str, Values]:
    if spot.record is Text:
        return "text-needs-language", {}
    return "not-a-mapping", {"choices": " / ".join(_names(spot.record)) or "2009: …"}


def _text(_: ErrorDetails, __: Spot) -> tuple[str, Values]:
    return "not-text", {}


def _year(details: ErrorDetails, _: Spot) -> tuple[str, Values]:
    return "bad-year", {"value": _value(details)}


def _date(details: ErrorDetails, _: Spot) -> tuple[str, Values]:
    return "bad-date", {"value": _value(details)}


def _day(details: ErrorDetails, _: Spot) -> tuple[str, Values]:
    return "no-such-day", {"value": _value(details)}


def _address(details: ErrorDetails, _: Spot) -> tuple[str, Values]:
    return "broken-address", {"value": _value(details)}


def _reading(details: ErrorDetails, _: Spot) -> tuple[str, Values]:
    return "bad-reading", {"value": _value(details)}


def _number(details: ErrorDetails, _: Spot) -> tuple[str, Values]:
    return "bad-number", {"value": _value(details)}


def _least(details: ErrorDetails, _: Spot) -> tuple[str, Values]:
    return "number-range", {"value": _value(details), "limit": phrase("at-least", limit=str(details["ctx"]["ge"]))}


def _most(details: ErrorDetails, _: Spot) -> tuple[str, Values]:
    return "number-range", {"value": _value(details), "limit": phrase("at-most", limit=str(details["ctx"]["le"]))}


def _block(_: ErrorDetails, __: Spot) -> tuple[str, Values]:
    return "unknown-block", {"choices": " / ".join(BLOCKS)}


def _not_usable(details: ErrorDetails, _: Spot) -> tuple[str, Values]:
    return "not-usable", {"value": _value(details)}


PATTERNS: Mapping[str, str] = {
    ID_PATTERN: "bad-id",
    DATE_PATTERN: "bad-date",
    COLOUR_PATTERN: "bad-colour",
    ADDRESS_PATTERN: "bad-address",
    CODE_PATTERN: "bad-code",
    FINGERPRINT_PATTERN: "bad-fingerprint",
    READING_PATTERN: "bad-reading",
    WAY_PATTERN: "bad-way",
}

MISTAKES: Mapping[str, Mistake] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "unknown_language": _language,
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _short,
    "string_too_long": _long,
    "too_short": _few,
    "too_long": _long,
    "tuple_type": _list,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "dict_type": _mapping,
    "string_type": _text,
    "int_type": _text,
    "float_type": _text,
    "union_tag_not_found": _block,
    "bad_year": _year,
    "bad_date": _date,
    "no_such_day": _day,
    "broken_address": _address,
    "bad_number": _number,
    "bad_reading": _reading,
    "bad_expression": _expression,
    "int_parsing": _number,
    "int_from_float": _number,
    "float_parsing": _number,
    "greater_than_equal": _least,
    "less_than_equal": _most,
}

_AT_KEY = frozenset(("unknown-key",))
