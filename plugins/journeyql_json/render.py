"""One JSON document for one view: the model, what analyses found out, and the findings."""

from __future__ import annotations

from typing import Any

from journeyql.model.export import export
from journeyql.plugin import OutputFile, RenderContext, RenderResult
from journeyql_json.document import facts, findings, written
from journeyql_json.facts import Told


def render(context: RenderContext[Any]) -> RenderResult:
    """Write the model of the view."""
    document = {
        **export(context.view),
        "facts": facts(context, Told(context.label)),
        "diagnostics": findings(context),
    }
    return RenderResult(files=(OutputFile(path=f"{context.stem}.json", content=written(document)),))
