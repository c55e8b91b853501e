"""The tables of open data: the same as the model, as their dictionary says, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from macros.guideline.load import load
from macros.guideline.text import joined_lines
from macros.opendata import words
from macros.opendata.document import Guide, Words
from macros.opendata.files import every_table, files
from macros.opendata.plain import as_json, fields
from macros.opendata.publish import Publisher
from macros.opendata.shapes import shapes
from macros.opendata.sheets import GOES_ON, LONGEST_CELL, as_workbook, shielded
from macros.opendata.tables import Column, Table
from tests.opendata import Reader, Row, rows, unshielded
from tests.site import MINI, ROOT, library

STAMP = 1760000000
GUIDES = ("akaiwa", "hanamaki", "ishioka", "iwakuni", "yamaguchi", "midori")
TYPES = {
    "id": r"[^\s,]+",
    "text": r".+",
    "integer": r"-?[0-9]+",
    "number": r"-?[0-9]+(\.[0-9]+)?",
    "date": r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?",
    "code": r"[a-z0-9_-]+",
    "boolean": r"true|false",
}


def data_of(guide: str) -> Path:
    return MINI if guide == "midori" else ROOT / "data"


@cache
def published(data: Path) -> Mapping[str, bytes]:
    return {file.address: file.content for file in files(library(data), "/", STAMP)}


def tables_of(guide: str, data: Path | None = None) -> dict[str, list[Row]]:
    start = f"{guide}/data/"
    found = published(data or data_of(guide))
    return {
        address.removeprefix(start).removesuffix(".csv"): rows(content)
        for address, content in found.items()
        if address.startswith(start) and address.endswith(".csv")
    }


def document(guide: str) -> Guide:
    return next(one for one in Publisher(library(data_of(guide))).guides if one.id == guide)


def in_columns(value: Any) -> Any:
    """What columns can hold of a document: Japanese and English, each in one line."""
    if isinstance(value, dict):
        if "ja" in value:
            return {language: joined_lines(value[language]) for language in ("ja", "en") if language in value}
        return {name: in_columns(one) for name, one in value.items() if name != "vocabulary"}
    if isinstance(value, list):
        return [in_columns(one) for one in value]
    return joined_lines(value)


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_put_together_from_its_csv_is_the_guide(guide: str) -> None:
    assert Reader(tables_of(guide)).guide() == in_columns(as_json(document(guide)))


@pytest.mark.parametrize("guide", GUIDES)
def test_csv_follow_the_national_rules_and_their_dictionary(guide: str) -> None:
    found = tables_of(guide)
    codes = {(row["list"], row["code"]) for row in found["codes"]}
    ids = {(name, row["id"]) for name, many in found.items() for row in many if "id" in row}
    for name, many in found.items():
        content = published(data_of(guide))[f"{guide}/data/{name}.csv"]
        columns = [row for row in found["dictionary"] if row["table"] == name]
        assert content.startswith(b"\xef\xbb\xbf"), name
        assert content.count(b"\n") == content.count(b"\r\n") == len(many) + 1, name
        header = next(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert header == [row["column"] for row in columns], name
        assert [int(row["order"]) for row in columns] == list(range(1, len(header) + 1)), name
        for column in columns:
            assert column["meaning_ja"], column
            assert column["meaning_en"], column
            for row in many:
                cell = row[column["column"]]
                where = (name, column["column"], cell)
                assert cell == "" or re.fullmatch(TYPES[column["type"]], cell), where
                if cell and column["codes"]:
                    assert (column["codes"], cell) in codes, where
                if cell and column["refers"].startswith("codes."):
                    assert (column["refers"].removeprefix("codes."), cell) in codes, where
                elif cell and column["refers"]:
                    assert (column["refers"], cell) in ids, where


@pytest.mark.parametrize("guide", GUIDES)
def test_every_row_that_belongs_to_a_record_names_one_that_is_there(guide: str) -> None:
    found = tables_of(guide)
    ids = {(name, row["id"]) for name, many in found.items() for row in many if "id" in row}
    codes = {(f"codes.{row['list']}", row["code"]) for row in found["codes"]}
    for name, many in found.items():
        if many and {"table", "record"} <= set(many[0]):
            assert {(row["table"], row["record"]) for row in many} <= ids, name
    assert {(row["target_table"], row["target"]) for row in found.get("links", ())} <= ids | codes


@pytest.mark.parametrize("guide", GUIDES)
def test_ids_in_a_table_are_different(guide: str) -> None:
    for name, many in tables_of(guide).items():
        found = [row["id"] for row in many if "id" in row]
        assert len(found) == len(set(found)), name


@pytest.mark.parametrize("guide", ["yamaguchi", "midori"])
def test_workbook_holds_the_same_cells_and_texts_stay_texts(guide: str) -> None:
    content = published(data_of(guide))[f"{guide}/data/{guide}.xlsx"]
    book = openpyxl.load_workbook(io.BytesIO(content))
    tables = {table.name: table for table in every_table(library(data_of(guide)), document(guide))}

    assert book.sheetnames == list(tables)
    for name, table in tables.items():
        head, *lines = book[name].iter_rows()
        assert [cell.value for cell in head] == [column.name for column in table.columns]
        for row, line in zip(table.rows, lines, strict=True):
            for column, cell in zip(table.columns, line, strict=True):
                assert cell.value == row.get(column.name), (name, column.name)
                if column.kind in ("id", "text", "date", "code") and cell.value is not None:
                    assert (cell.data_type, cell.number_format) == ("s", "@"), (name, column.name)


def test_a_number_that_looks_like_a_date_stays_text_in_the_workbook() -> None:
    book = openpyxl.load_workbook(io.BytesIO(published(MINI)["midori/data/midori.xlsx"]))
    numbers = [row[2].value for row in book["measures"].iter_rows(min_row=2)]

    assert "1-1" in numbers


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+81", "'+81"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'quoted'", "'quoted'"),
        ("→", "→"),
        ("1-1", "1-1"),
        ("", ""),
    ],
)
def test_no_text_is_taken_for_a_formula_and_each_can_be_read_back(text: str, written: str) -> None:
    assert shielded(text) == written
    assert unshielded(written) == text


def test_hostile_text_stays_text_in_every_file(town: Path) -> None:
    hostile = '=HYPERLINK("https://example.jp","a,b")<script>alert(1)</script>'
    rules = town / "midori" / "rules.yml"
    before = library(MINI).guide("midori").rules.rules[0].title.ja  # type: ignore[union-attr]  # the town has rules
    rules.write_text(rules.read_text(encoding="utf-8").replace(before, f"'{hostile}'", 1), encoding="utf-8")
    found = {file.address: file.content for file in files(load(town), "/", STAMP)}
    book = openpyxl.load_workbook(io.BytesIO(found["midori/data/midori.xlsx"]))
    titles = [cell for row in book["rules"].iter_rows(min_row=2) for cell in row if cell.value == hostile]

    assert rows(found["midori/data/rules.csv"])[0]["title_ja"] == hostile
    assert b'"\'=HYPERLINK(""https' in found["midori/data/rules.csv"]
    assert [cell.data_type for cell in titles] == ["s"]


def test_readings_written_in_texts_are_left_out(town: Path) -> None:
    rules = town / "midori" / "rules.yml"
    before = library(MINI).guide("midori").rules.rules[0].title.ja  # type: ignore[union-attr]  # the town has rules
    rules.write_text(rules.read_text(encoding="utf-8").replace(before, '"{方|かた}のきまり"', 1), encoding="utf-8")
    found = {file.address: file.content for file in files(load(town), "/", STAMP)}

    assert rows(found["midori/data/rules.csv"])[0]["title_ja"] == "方のきまり"
    assert not any("{方|".encode() in content for content in found.values())


def test_files_are_the_same_bytes_every_time() -> None:
    again = {file.address: file.content for file in files(load(MINI), "/", STAMP)}

    assert again == published(MINI)


def test_every_code_has_a_name_and_every_name_a_code() -> None:
    used = {"type": set(TYPES)}
    for model in _models(Guide):
        for name, shape in shapes(model).items():
            if shape.codes:
                used.setdefault(words.code_list(model, name, shape.codes), set()).update(shape.codes)

    assert {name: set(codes) for name, codes in words.code_names().items()} == used


def test_every_table_and_every_field_is_explained_in_both_languages() -> None:
    for model in _models(Guide):
        for name, shape in shapes(model).items():
            if shape.model is None and not shape.many:
                assert all(words.meaning(model, name)), (model, name)


def _models(model: Any, seen: set[Any] | None = None) -> set[Any]:
    seen = seen if seen is not None else set()
    if model not in seen:
        seen.add(model)
        for name in fields(model):
            if (inner := shapes(model)[name].model) and inner is not Words:
                _models(inner, seen)
    return seen


@pytest.mark.parametrize("more", [0, 1, 5000])
def test_a_text_that_no_cell_of_a_workbook_holds_says_where_the_rest_is(more: int) -> None:
    words = "協" * (LONGEST_CELL + more)
    table = Table("long", (Column("text", "text", "文", "text"),), [{"text": words}])
    book = openpyxl.load_workbook(io.BytesIO(as_workbook([table], datetime(2026, 1, 1))))
    cell = str(book["long"]["A2"].value)

    assert len(cell) == LONGEST_CELL
    assert cell == (words if not more else words[: LONGEST_CELL - len(GOES_ON)] + GOES_ON)
