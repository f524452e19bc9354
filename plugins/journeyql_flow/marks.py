"""The words of the file to point at."""

from __future__ import annotations

from journeyql.model import Edge, Element
from journeyql.source import Span


def arrow(edge: Edge, element: Element) -> Span:
    """An arrow, or where it is not written the element that it belongs to."""
    return element.span if edge.span is None else edge.span
