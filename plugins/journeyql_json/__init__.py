"""`-t json` and `report -t json`: the resolved model, and what the analyses made of it, as JSON."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.plugin import Renderer, hookimpl


@hookimpl
def journeyql_renderers() -> Iterable[Renderer]:
    """The JSON writers; they take whatever facts are known, so they ask for none by name."""
    yield Renderer(
        name="json",
        summary="The resolved model as JSON, described by the JSON Schema that `journeyql schema` prints.",
        media_type="application/json",
        suffix=".json",
        work="journeyql_json.render:render",
        complete=True,
    )
    yield Renderer(
        name="report-json",
        summary="What the analyses found out, as JSON: facts, findings, and the elements they name.",
        media_type="application/json",
        suffix=".json",
        work="journeyql_json.decisions:render",
        complete=True,
    )
