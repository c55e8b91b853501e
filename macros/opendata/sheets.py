"""Write tables as CSV, one file a table, and as one workbook whose texts stay texts."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime

import xlsxwriter

from macros.opendata.tables import Cell, Table

BOM = "\ufeff"
SHIELD = "'"
"""Put before a text that a spreadsheet would take for a formula; take one away to read the text back"""
_RISKY = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
LONGEST_CELL = 32_767
"""What a cell of a workbook holds"""
GOES_ON = "…【続きは CSV か JSON にあります / The rest is in the CSV and the JSON】"
_WIDEST = 60
_NARROWEST = 8


def as_csv(table: Table) -> bytes:
    """Write a table as UTF-8 with BOM: names of columns in row 1, one value a cell, CRLF at the end of each row."""
    written = io.StringIO(newline="")
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow([column.name for column in table.columns])
    rows.writerows([_in_csv(row.get(column.name)) for column in table.columns] for row in table.rows)
    return (BOM + written.getvalue()).encode()


def shielded(text: str) -> str:
    """Give *text* so that no spreadsheet takes it for a formula: an apostrophe before what begins with = + - @."""
    return SHIELD + text if text.lstrip(SHIELD).startswith(_RISKY) else text


def as_workbook(tables: Sequence[Table], made: datetime) -> bytes:
    """Write tables as the sheets of one .xlsx, the same bytes for the same tables and the same date *made*."""
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(written, options) as book:
        book.set_properties({"created": made})
        head = book.add_format({"bold": True, "bottom": 1, "num_format": "@"})
        text = book.add_format({"num_format": "@", "valign": "top"})
        for table in tables:
            sheet = book.add_worksheet(table.name)
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, [column.name for column in table.columns], head)
            for at, column in enumerate(table.columns):
                sheet.set_column(at, at, _width(table, column.name), text)
                for line, row in enumerate(table.rows, 1):
                    cell = row.get(column.name)
                    if isinstance(cell, str):
                        sheet.write_string(line, at, _fitted(cell), text)
                    elif cell is not None:
                        sheet.write(line, at, cell)
    return written.getvalue()


def _fitted(text: str) -> str:
    """Give *text* as a cell can hold it, which says so where that is not all of it."""
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(GOES_ON)] + GOES_ON


def _in_csv(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return shielded(cell) if isinstance(cell, str) else str(cell)


def _width(table: Table, column: str) -> int:
    """Give a width that shows most of a column; a Japanese character counts twice."""
    longest = max((len(str(row.get(column) or "")) for row in table.rows), default=0)
    return max(_NARROWEST, len(column) + 1, min(longest * 2, _WIDEST))
