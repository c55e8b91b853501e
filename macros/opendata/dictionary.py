"""The tables about the tables: which there are, what each column means, and what the codes stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from macros.furigana import plain
from macros.guideline.model import Text
from macros.opendata import words
from macros.opendata.document import Guide
from macros.opendata.plain import as_json
from macros.opendata.shapes import Kind
from macros.opendata.tables import LANGUAGES, Column, Row, Table

Say = Callable[[str], Text]
"""Gives the sentence that says what the table of a name holds"""


def described(guide: Guide, tables: Sequence[Table], say: Say) -> tuple[Table, ...]:
    """Give the list of tables, the *tables* of *guide*, the code table and the data dictionary of all of these."""
    codes = Table("codes", _columns("codes", "list", "code", "name_ja", "name_en", "sign"), list(_codes(guide)))
    listed = Table("tables", (*_columns("tables", "table", "meaning_ja", "meaning_en"), _count()))
    dictionary = Table(
        "dictionary",
        _columns("dictionary", "table", "order", "column", "type", "meaning_ja", "meaning_en", "codes", "refers"),
    )
    every = (listed, *tables, codes, dictionary)
    dictionary.rows.extend(row for table in every for row in _of(table))
    listed.rows.extend(_listed(table, every, say) for table in every)
    return every


def _listed(table: Table, every: Sequence[Table], say: Say) -> Row:
    said = say(table.name)
    rows = len(every) if table.name == "tables" else len(table.rows)
    return {
        "table": table.name,
        "meaning_ja": plain(said.ja),
        "meaning_en": plain(said.written_in("en") or ""),
        "rows": rows,
    }


def _of(table: Table) -> Iterator[Row]:
    for order, column in enumerate(table.columns, 1):
        yield {
            "table": table.name,
            "order": order,
            "column": column.name,
            "type": column.kind,
            "meaning_ja": column.ja,
            "meaning_en": column.en,
            "codes": column.codes or None,
            "refers": column.refers or None,
        }


def _codes(guide: Guide) -> Iterator[Row]:
    """Give the words that guides share, then the codes of fields."""
    for kind, shared in as_json(guide.vocabulary).items():
        for one in shared:
            names = {f"name_{language}": one["name"].get(language) for language in LANGUAGES}
            yield {"list": kind, "code": one["id"], **names, "sign": one.get("sign")}
    for name, codes in words.code_names().items():
        for code, meanings in codes.items():
            yield {"list": name, "code": code, **{f"name_{language}": meanings[language] for language in LANGUAGES}}


def _columns(table: str, *names: str) -> tuple[Column, ...]:
    return tuple(_column(table, name) for name in names)


def _column(table: str, name: str) -> Column:
    plain, _, language = name.partition("_")
    ja, en = words.meaning_of(f"{table}_{plain}")
    within = {"ja": ("(日本語)", " (Japanese)"), "en": ("(英語)", " (English)")}.get(language, ("", ""))
    kinds: dict[str, Kind] = {"order": "integer", "table": "id", "column": "id", "list": "id"}
    codes = "type" if name == "type" else ""
    return Column(name, "code" if codes else kinds.get(name, "text"), ja + within[0], en + within[1], codes)


def _count() -> Column:
    return Column("rows", "integer", *words.meaning_of("tables_rows"))
