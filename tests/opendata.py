"""Read the tables of open data back, as someone who has nothing but the CSV files would."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from macros.guideline.model import Item
from macros.opendata.document import Guide, Words
from macros.opendata.shapes import Shape, shapes
from macros.opendata.words import snake

RISKY = tuple("=+-@＝＋－＠")
TABLE_OF = {
    "value": "values",
    "year": "schedule",
    "progress": "progress",
    "uncertain": "uncertain",
    "goal": "sdgs_goals",
    "share": "answers",
    "stretch": "stretches",
    "related_passage": "passages",
}

Row = Mapping[str, str]


def rows(content: bytes) -> list[Row]:
    """Read a CSV as the data page says: BOM, header in row 1, one apostrophe taken from texts that it shields."""
    found = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [{name: unshielded(cell) for name, cell in row.items()} for row in found]


def unshielded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(RISKY) else cell


class Reader:
    """Puts a guide's document together again from its *tables*, read from CSV."""

    def __init__(self, tables: Mapping[str, Sequence[Row]]) -> None:
        self.tables = tables
        self.members: dict[tuple[str, str, str, str], list[Row]] = defaultdict(list)
        for name, found in tables.items():
            for row in found:
                if "record" in row and "list" in row:
                    self.members[name, row["table"], row["record"], row["list"]].append(row)

    def guide(self) -> Any:
        (row,) = self.tables["guide"]
        return self._record(Guide, "guide", row, row["id"])

    def _record(self, model: type[BaseModel], table: str, row: Row, id: str, before: str = "") -> Any:
        found = {}
        for name, shape in shapes(model).items():
            if shape.model is Words:
                continue
            top = model is Guide and shape.model is not None and (shape.many or _alone(shape))
            if top:
                assert shape.model
                many = [self._record(shape.model, name, one, one["id"]) for one in self.tables.get(name, ())]
                found[name] = many if shape.many else (many or [None])[0]
            elif shape.many:
                found[name] = self._many(shape, table, id, before + name)
            elif shape.model and snake(shape.model) == "value":
                (found[name],) = self._many(shape, table, id, before + name)
            elif shape.kind == "texts":
                found[name] = _text(row, before + name)
            elif shape.model:
                inner = self._record(shape.model, table, row, id, f"{before}{name}_")
                found[name] = inner if any(one not in (None, []) for one in inner.values()) else None
            else:
                found[name] = _value(shape.kind, row[before + name])
        return found

    def _many(self, shape: Shape, table: str, id: str, way: str) -> list[Any]:
        def of(name: str) -> list[Row]:
            return self.members[name, table, id, way]

        if shape.kind == "id":
            return [row["target"] for row in of("links")]
        if shape.kind == "text":
            return [row["text_ja"] for row in of("lists")]
        if shape.kind == "texts":
            return [_text(row, "text") for row in of("lists")]
        if shape.kind == "readings":
            return _readings(of("readings"))
        assert shape.model
        if shape.model is Item:
            return [self._record(Item, "lists", row, "") for row in of("lists")]
        name = TABLE_OF.get(snake(shape.model), f"{snake(shape.model)}s")
        return [self._record(shape.model, name, row, row["id"]) for row in of(name)]


def _alone(shape: Shape) -> bool:
    return shape.model is not None and {"title", "source"} <= set(shape.model.model_fields)


def _text(row: Row, name: str) -> Any:
    found = {language: row[f"{name}_{language}"] for language in ("ja", "en") if row[f"{name}_{language}"]}
    return found or None


def _readings(found: Sequence[Row]) -> list[Any]:
    orders: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        orders[row["order"]].append(row)
    return [
        {row["year"]: row["printed"] for row in many} if many[0]["year"] else many[0]["printed"]
        for many in orders.values()
    ]


def _value(kind: str, cell: str) -> Any:
    if cell == "":
        return None
    if kind == "integer":
        return int(cell)
    if kind == "number":
        return int(cell) if float(cell).is_integer() else float(cell)
    return cell == "true" if kind == "boolean" else cell
