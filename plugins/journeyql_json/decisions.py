"""`journeyql report -t json`: what the analyses found out, with the names of what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from journeyql.model import Element, View
from journeyql.plugin import OutputFile, RenderContext, RenderResult
from journeyql_json.document import facts, findings, place, written
from journeyql_json.facts import Told

_VERSION = 1


def render(context: RenderContext[Any]) -> RenderResult:
    """Write the facts and findings of the view, and each element that they name."""
    told, view = Told(context.label), context.view
    journeys = [told.json(journey) for journey in view.journeys]
    known = facts(context, told)
    document = {
        "version": _VERSION,
        "journeys": journeys,
        "elements": _elements(view, told.met.values()),
        "facts": known,
        "diagnostics": findings(context),
    }
    return RenderResult(files=(OutputFile(path=f"{context.stem}.report.json", content=written(document)),))


def _elements(view: View, met: Iterable[Element]) -> dict[str, object]:
    """Kind, title and place of each element, by its path."""
    ordered = sorted(met, key=lambda element: element.path)
    return {
        element.path: {
            "kind": element.entry.name,
            "title": view.title(element),
            "place": place(element.span),
        }
        for element in ordered
    }
