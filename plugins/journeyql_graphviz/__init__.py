"""Draws the flow of a journey with Graphviz: `-t dot` and `-t flow`."""

from collections.abc import Iterator

from journeyql.plugin import LabelSet, Renderer, hookimpl
from journeyql_graphviz.options import DotOptions, FlowOptions
from journeyql_graphviz.rules import ENGINE_FAILED, NOTHING_TO_DRAW, TOO_LARGE


@hookimpl
def journeyql_renderers() -> Iterator[Renderer]:
    """The renderers of this plugin."""
    yield Renderer(
        name="dot",
        summary="The flow as DOT text, for Graphviz and its relatives.",
        media_type="text/vnd.graphviz",
        suffix=".dot",
        work="journeyql_graphviz.text:render",
        rules=(TOO_LARGE, NOTHING_TO_DRAW),
        options=DotOptions,
    )
    yield Renderer(
        name="flow",
        summary="The flow as a picture: stages, touchpoints, branches and loops (SVG).",
        media_type="image/svg+xml",
        suffix=".svg",
        work="journeyql_graphviz.flow:render",
        rules=(ENGINE_FAILED, TOO_LARGE, NOTHING_TO_DRAW),
        options=FlowOptions,
    )


@hookimpl
def journeyql_labels() -> Iterator[LabelSet]:
    """The words of these pictures."""
    yield LabelSet(name="graphviz-en", locale="en", texts="journeyql_graphviz.catalogue:EN")
    yield LabelSet(name="graphviz-de", locale="de", texts="journeyql_graphviz.catalogue:DE")
    yield LabelSet(name="graphviz-zh", locale="zh", texts="journeyql_graphviz.catalogue:ZH")
