"""Every place of the make-believe town's files that holds free text, and copies of the town with other text there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import AfterValidator, BeforeValidator

from macros.guideline.load import load
from macros.guideline.model import (
    FILES,
    PLAN_FOLDER,
    SHARED_FILES,
    SHARED_OPTIONS,
    SHARED_READINGS,
    Part,
    Policy,
    Text,
)
from macros.guideline.problems import GuidelineError
from macros.guideline.source import parse
from macros.guideline.text import joined_lines

Path_ = tuple[str | int, ...]
Spot = tuple[str, Path_]
"""A file below the data folder, and the way to a value in it"""


def spots(data: Path) -> dict[Spot, str]:
    """Give every free text of the folder *data* by its spot, in a steady order."""
    found: dict[Spot, str] = {}
    for path in _files(data):
        name = path.relative_to(data).as_posix()
        tree = parse(path.read_bytes(), name)
        assert tree.mapping is not None
        for way in _ways(_model(name).model_validate(tree.mapping), ()):
            found[name, way] = _at(tree.mapping, way)
    return found


def write(data: Path, words: Callable[[Spot, str], str | None]) -> frozenset[Spot]:
    """Put *words* into every spot of *data* for which it gives any; give the spots that do not take free text.

    A spot that the loader refuses, because its words must have a form or be known elsewhere, keeps its own.
    """
    own = spots(data)
    trees = {path: _plain(parse(path.read_bytes(), "x").mapping) for path in _files(data)}
    refused: set[Spot] = set()
    while True:
        places: dict[tuple[str, int], Spot] = {}
        for path, tree in trees.items():
            name = path.relative_to(data).as_posix()
            for spot in (one for one in own if one[0] == name):
                new = None if spot in refused else words(spot, own[spot])
                _put(tree, spot[1], own[spot] if new is None else new)
            path.write_text(_dumped(tree), encoding="utf-8")
            values = parse(path.read_bytes(), f"data/{name}").values
            places |= {(f"data/{name}", values[way].line): (file, way) for file, way in own if file == name}
        try:
            load(data)
        except GuidelineError as error:
            now = {places[one.place.file, one.place.line] for one in error.problems if _place(one) in places} - refused
            if not now:
                raise
            refused |= now
        else:
            return frozenset(refused)


def field(spot: Spot) -> str:
    """Name the kind of field a *spot* is: its file and the way without numbers."""
    file, way = spot
    kind = PLAN_FOLDER if f"/{PLAN_FOLDER}/" in file else file.rpartition("/")[2].removesuffix(".yml")
    return ".".join((kind, *(step for step in way if isinstance(step, str) and not step.isdigit())))


def _place(problem: Any) -> tuple[str, int]:
    return problem.place.file, problem.place.line


def _files(data: Path) -> list[Path]:
    return sorted(data.rglob("*.yml"))


def _model(name: str) -> type[Part]:
    last = name.rpartition("/")[2]
    shared = {**SHARED_FILES, **SHARED_READINGS, **SHARED_OPTIONS}
    return shared.get(name) or (Policy if f"/{PLAN_FOLDER}/" in name else FILES[last])


def _ways(value: Any, way: Path_, annotation: Any = None) -> Iterator[Path_]:
    if isinstance(value, Text):
        yield from ((*way, one) for one in value.model_dump(exclude_none=True))
    elif isinstance(value, Part):
        for name, info in type(value).model_fields.items():
            yield from _ways(getattr(value, name), (*way, info.alias or name), (info.annotation, *info.metadata))
    elif isinstance(value, tuple | list):
        for at, one in enumerate(value):
            yield from _ways(one, (*way, at), annotation)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _ways(one, (*way, str(key)), annotation)
    elif isinstance(value, str) and _is_free(annotation):
        yield way


def _is_free(annotation: Any) -> bool:
    """Say whether an *annotation* lets any text in: whether its lines are joined and nothing more is asked."""
    if isinstance(annotation, BeforeValidator):
        return annotation.func is joined_lines
    parts = annotation if isinstance(annotation, tuple) else (*get_args(annotation), *_metadata(annotation))
    return not any(isinstance(one, AfterValidator) for one in parts) and any(
        _is_free(one) for one in parts if one is not annotation
    )


def _metadata(annotation: Any) -> tuple[Any, ...]:
    return tuple(getattr(annotation, "__metadata__", ()))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value


def _at(tree: Any, way: Path_) -> Any:
    for step in way:
        tree = tree[step]
    return tree


def _put(tree: Any, way: Path_, words: str) -> None:
    _at(tree, way[:-1])[way[-1]] = words


class _Dumper(yaml.SafeDumper):
    """Writes every text in single quotes, those of several lines under a bar, where none may end with a space."""


def _scalar(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    under_a_bar = "\n" in text and not text.endswith(" ")
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if under_a_bar else "'")


_Dumper.add_representer(str, _scalar)


def _dumped(tree: Any) -> str:
    return yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, width=2**31, sort_keys=False)
