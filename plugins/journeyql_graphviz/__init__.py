"""Draws the flow of a journey with Graphviz: `-t dot` and `-t flow`."""

from collections.abc import Iterator

from journeyql.plugin import Renderer, hookimpl
from journeyql_graphviz.options import DotOptions, FlowOptions


@hookimpl
def journeyql_renderers() -> Iterator[Renderer]:
    """The renderers of this plugin."""
    yield Renderer(
        name="dot",
        summary="The flow as DOT text, for Graphviz and its relatives.",
        media_type="text/vnd.graphviz",
        suffix=".dot",
        work="journeyql_graphviz.text:render",
        options=DotOptions,
    )
    yield Renderer(
        name="flow",
        summary="The flow as a picture: stages, touchpoints, branches and loops (SVG).",
        media_type="image/svg+xml",
        suffix=".svg",
        work="journeyql_graphviz.flow:render",
        options=FlowOptions,
    )
