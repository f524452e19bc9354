"""Looks into plain text: nothing in it may steer a terminal, or reorder what is read; line ends may stand in it."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import visible
from journeyql.render import escape


def problems(text: str, _harmless: str) -> Iterator[str]:
    """Lines with characters that a terminal takes as orders."""
    for number, line in enumerate(text.split("\n"), 1):
        if escape.plain(line) != line:
            yield f"line {number} holds characters that steer a terminal or reorder the text: {visible(line):.100}"
