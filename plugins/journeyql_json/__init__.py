"""`-t json`: the resolved model as JSON, stable and versioned."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.plugin import Renderer, hookimpl


@hookimpl
def journeyql_renderers() -> Iterable[Renderer]:
    """The JSON writer; it takes whatever facts are known, so it asks for none by name."""
    yield Renderer(
        name="json",
        summary="The resolved model as JSON, described by the JSON Schema that `journeyql schema` prints.",
        media_type="application/json",
        suffix=".json",
        work="journeyql_json.render:render",
    )
