"""Looks into tables: every row has the same cells, and no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from journeyql.testing.hostile import MARK

#: What makes spreadsheets take a cell for a formula (CWE-1236).
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def problems(text: str, harmless: str) -> Iterator[str]:
    """Cells that a spreadsheet would run, and rows that have come apart."""
    try:
        rows, usual = _rows(text), _rows(harmless)
    except csv.Error as error:
        yield f"it cannot be read as CSV: {error}"
        return
    if [len(row) for row in rows] != [len(row) for row in usual]:
        yield f"words have changed its rows: {len(rows)} instead of {len(usual)}, or other numbers of cells"
    for number, row in enumerate(rows, 1):
        for cell in row:
            if cell.startswith(_FORMULA) and MARK in cell:
                yield f"a cell of row {number} is a formula to a spreadsheet: {cell!r:.80}"


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))
