"""Prints listings: aligned columns for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from journeyql.cli import streams
from journeyql.columns import width
from journeyql.report.columns import shown

if TYPE_CHECKING:
    from journeyql.model import Json


def print_json(value: Json | Mapping[str, Json]) -> None:
    """One JSON value; characters beyond ASCII are escaped."""
    streams.write(json.dumps(value, indent=2) + "\n")


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Rows below a head, in columns as wide as needed."""
    lines = [tuple(head), *(tuple(map(shown, row)) for row in rows)]
    widths = [max(width(line[index]) for line in lines) for index in range(len(head))]
    for line in lines:
        cells = (cell + " " * (size - width(cell)) for cell, size in zip(line, widths, strict=True))
        streams.write("  ".join(cells).rstrip() + "\n")
