"""Take a guide's document apart into tables in long form: one record a row, one value a cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel

from macros.guideline.model import Item
from macros.guideline.model.bodies import Value
from macros.guideline.text import joined_lines
from macros.opendata import words
from macros.opendata.document import Guide, Words
from macros.opendata.plain import Json, as_json
from macros.opendata.shapes import Kind, Shape, shapes

LANGUAGES = ("ja", "en")
"""The languages that have columns of their own; others are in the JSON"""

Cell = str | int | float | bool | None
Row = Mapping[str, Cell]


@dataclass(frozen=True)
class Column:
    """A column: its *name*, the *kind* of its cells, what it means, its list of *codes*, the table it *refers* to."""

    name: str
    kind: Kind
    ja: str
    en: str
    codes: str = ""
    refers: str = ""


@dataclass
class Table:
    """A table of one guide: its *name*, its *columns*, and the *rows* found."""

    name: str
    columns: tuple[Column, ...]
    rows: list[Row] = field(default_factory=list)


def tables(guide: Guide) -> tuple[Table, ...]:
    """Give every table of *guide* that has rows, in the order of its document."""
    return _Apart(guide).tables()


class _Apart:
    """Takes one document apart; tables come into being as their first rows are found."""

    def __init__(self, guide: Guide) -> None:
        self.found: dict[str, Table] = {}
        whole = as_json(guide)
        self._row("guide", Guide, whole, guide.id)
        for name, shape in shapes(Guide).items():
            if shape.model and (shape.many or _stands_alone(shape)):
                rows = whole[name] if shape.many else [whole[name]]
                for order, one in enumerate((one for one in rows if one is not None), 1):
                    self._row(name, shape.model, one, one.get("id") or f"{name}.{order}")

    def tables(self) -> tuple[Table, ...]:
        """Give the tables, those that all records share at the end."""
        return tuple(sorted(self.found.values(), key=lambda table: table.name in _SHARED))

    def _row(self, table: str, model: type[BaseModel], value: Json, id: str, at: Row | None = None) -> None:
        """Add a record as a row, and what it has many of as rows of other tables; *at* says where it belongs."""
        if table not in self.found:
            head = _at_columns() if at else ()
            own = (one for one in _columns(model, table) if one.name != "id")
            self.found[table] = Table(table, (_id_column(model), *head, *own))
        self.found[table].rows.append({**dict(_cells(model, value)), **(at or {}), "id": id})
        for way, shape, many in _many(model, value):
            for order, one in enumerate(many, 1):
                self._member(shape, one, {"table": table, "record": id, "list": way, "order": order})

    def _member(self, shape: Shape, value: Json, at: Row) -> None:
        """Add one of many: to the shared lists or links, or to the table of its kind."""
        id = f"{at['record']}.{at['list']}.{at['order']}"
        if shape.kind == "id":
            refers = words.refers_to(str(at["table"]), str(at["list"]))
            self._table("links", _LINKS).rows.append({**at, "target": value, "target_table": refers})
        elif shape.kind == "readings":
            years = value if isinstance(value, dict) else {None: value}
            self._table("readings", _READINGS).rows.extend(
                {**at, "year": int(year) if year else None, "printed": printed} for year, printed in years.items()
            )
        elif shape.kind in ("text", "texts"):
            cells = {"text_ja": one_line(value)} if shape.kind == "text" else _texts("text", value)
            self._table("lists", _LISTS).rows.append({**at, **cells})
        elif shape.model is Item:
            self._table("lists", _LISTS).rows.append({**at, **dict(_cells(Item, value))})
        elif shape.model:
            name = _NAMES.get(words.snake(shape.model), f"{words.snake(shape.model)}s")
            self._row(name, shape.model, value, id, at)

    def _table(self, name: str, columns: tuple[Column, ...]) -> Table:
        return self.found.setdefault(name, Table(name, columns))


def one_line(text: str | None) -> str | None:
    """Write a text of several paragraphs in one line, as cells want it."""
    return None if text is None else str(joined_lines(text))


def _columns(model: type[BaseModel], table: str, before: str = "") -> Iterator[Column]:
    for name, shape in shapes(model).items():
        ja, en = words.meaning(model, name)
        if shape.many or shape.model is Value or (model is Guide and (_stands_alone(shape) or shape.model is Words)):
            continue
        if shape.kind == "texts":
            yield from (
                Column(f"{before}{name}_{one}", "text", f"{ja}({_IN[one][0]})", f"{en} ({_IN[one][1]})")
                for one in LANGUAGES
            )
        elif shape.model:
            yield from _columns(shape.model, table, f"{before}{name}_")
        else:
            codes = words.code_list(model, name, shape.codes) if shape.codes else ""
            refers = words.refers_to(table, before + name) if shape.kind == "id" else ""
            yield Column(before + name, shape.kind, ja, en, codes, refers)


def _cells(model: type[BaseModel], value: Json, before: str = "") -> Iterator[tuple[str, Cell]]:
    """Give the cells of a record, in the order of its columns; nothing is left empty but what is not stated."""
    for name, shape in shapes(model).items():
        if shape.many or shape.model is Value or (model is Guide and (_stands_alone(shape) or shape.model is Words)):
            continue
        one = None if value is None else value[name]
        if shape.kind == "texts":
            yield from _texts(before + name, one).items()
        elif shape.model:
            yield from _cells(shape.model, one, f"{before}{name}_")
        else:
            yield before + name, one_line(one) if isinstance(one, str) else one


def _many(model: type[BaseModel], value: Json, before: str = "") -> Iterator[tuple[str, Shape, Iterable[Json]]]:
    """Give what a record has many of, with the name of the list."""
    for name, shape in shapes(model).items():
        one = value[name]
        if model is Guide and shape.model and (shape.many or _stands_alone(shape) or shape.model is Words):
            continue
        if shape.many:
            yield before + name, shape, one
        elif shape.model is Value:
            yield before + name, shape, [one]
        elif shape.model and one is not None:
            yield from _many(shape.model, one, f"{before}{name}_")


def _stands_alone(shape: Shape) -> bool:
    """Say whether the one record that a field of the guide holds has a table of its own."""
    return shape.model is not None and "title" in shape.model.model_fields and "source" in shape.model.model_fields


def _texts(name: str, text: Mapping[str, str] | None) -> dict[str, Cell]:
    return {f"{name}_{language}": one_line((text or {}).get(language)) for language in LANGUAGES}


def _id_column(model: type[BaseModel]) -> Column:
    if "id" in model.model_fields:
        return Column("id", "id", *words.meaning(model, "id"))
    return Column("id", "id", *words.meaning_of("row"))


def _at_columns() -> tuple[Column, ...]:
    return tuple(Column(name, kind, *words.meaning_of(f"at_{name}")) for name, kind in _AT)


_AT: tuple[tuple[str, Kind], ...] = (("table", "id"), ("record", "id"), ("list", "id"), ("order", "integer"))
_IN = {"ja": ("日本語", "Japanese"), "en": ("英語", "English")}
_NAMES = {"value": "values", "year": "schedule", "progress": "progress", "uncertain": "uncertain"}
_NAMES |= {"goal": "sdgs_goals", "share": "answers", "stretch": "stretches", "related_passage": "passages"}
_LISTS = (*_at_columns(), *_columns(Item, "lists"))
_LINKS = (
    *_at_columns(),
    Column("target", "id", *words.meaning_of("target")),
    Column("target_table", "id", *words.meaning_of("target_table")),
)
_READINGS = (
    *_at_columns(),
    Column("year", "integer", *words.meaning_of("reading_year")),
    Column("printed", "text", *words.meaning_of("reading_printed")),
)
_SHARED = ("lists", "links")
