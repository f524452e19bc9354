"""The words of the file to point at."""

from __future__ import annotations

from typing import Any

from journeyql.model import Edge, Element, Varying, View
from journeyql.source import Span


def value(view: View, element: Element, field: Varying[Any]) -> Span:
    """The value of a property, or else the element."""
    cell = view.cell(field)
    return element.span if cell is None else cell.span


def arrow(edge: Edge, element: Element) -> Span:
    """An arrow, or where it is not written the element that it belongs to."""
    return element.span if edge.span is None else edge.span
