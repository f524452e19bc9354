"""Builds DOT text from a picture: safe names, closed lists of shapes, fonts and colours, sizes given by us."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import graphviz

from journeyql.render import Pen, Style, escape
from journeyql_graphviz.picture import END, START, Arrow, Card, Picture

#: Sizes in DOT are inches of 72 points; one of our pixels is a point there.
_POINTS: Final = 72.0
_FONT: Final = "Helvetica"
_SIZE, _LINE, _ROOM, _PAD = 12.0, 15.0, 200.0, 12.0
#: Graphviz refuses labels of 16,383 characters; nobody reads more lines than these in a node.
_MOST_LINES: Final = 40


def names(picture: Picture) -> Mapping[str, str]:
    """A name for each node that no text of a file can influence: `n1`, `n2` …, and `start` and `end` for the ends."""
    return {START: "start", END: "end", **{card.key: f"n{card.number}" for card in picture.cards}}


def skeleton(picture: Picture, sizes: Mapping[str, tuple[float, float]]) -> str:
    """The graph without a word in it: all that the engine needs to arrange the touchpoints of each stage.

    Arrows between stages are left out: which stage stands where is not the engine's to decide.
    """
    graph = graphviz.Digraph("flow", graph_attr={"rankdir": "TB"})
    graph.attr("node", shape="box", fixedsize="true", label="")
    known = names(picture)
    for phase in picture.phases:
        with graph.subgraph(name=f"cluster_{phase.number}") as cluster:
            for card in phase.cards:
                cluster.node(known[card.key], **_size(*sizes[card.key]))
    within = picture.phase_of
    for arrow in picture.arrows:
        if arrow.source in within and within.get(arrow.target) == within[arrow.source] and not arrow.back:
            # An alternative stands right below the touchpoint where it begins, not right above where it ends.
            weight = "3" if arrow.conditional else "2"
            graph.edge(known[arrow.source], known[arrow.target], weight=weight)
    return str(graph.source)


def whole(picture: Picture, pen: Pen) -> str:
    """The graph with all its words, for people and other tools."""
    theme = pen.theme
    graph = graphviz.Digraph("flow", graph_attr=_graph(picture, pen))
    font = {"fontname": _FONT, "fontsize": f"{_SIZE:g}"}
    graph.attr("node", shape="box", style="rounded,filled", fixedsize="true", fillcolor=theme.page, **font)
    graph.attr("node", color=theme.chip_border, fontcolor=theme.ink)
    graph.attr("edge", color=theme.secondary, fontcolor=theme.ink, **font)
    known = names(picture)
    for phase in picture.phases:
        with graph.subgraph(name=f"cluster_{phase.number}") as cluster:
            label = escape.dot(f"{phase.number}  {phase.name}")
            cluster.attr(label=label, style="rounded,filled", color=theme.moment, fontcolor=theme.ink, **font)
            for card in phase.cards:
                cluster.node(known[card.key], **_card(card, pen))
    _ends(graph, picture, pen)
    for arrow in picture.arrows:
        graph.edge(known[arrow.source], known[arrow.target], **_arrow(arrow, pen))
    return str(graph.source)


def _graph(picture: Picture, pen: Pen) -> dict[str, str]:
    title = escape.dot("\n".join(_lines(picture.title, 600.0, pen)))
    look = {"bgcolor": pen.theme.page, "fontcolor": pen.theme.ink, "fontname": _FONT, "fontsize": "18"}
    return {"rankdir": "TB", "charset": "UTF-8", "label": title, "labelloc": "t", **look}


def _card(card: Card, pen: Pen) -> dict[str, str]:
    """A touchpoint: what its card says as lines, dashed when hidden, with a thick border for a moment of truth."""
    lines = [line for text in card.spoken.split("\n") for line in _lines(text, _ROOM, pen)][:_MOST_LINES]
    width = max((pen.width(line, _style(pen)) for line in lines), default=_ROOM)
    look = {"style": "rounded,filled,dashed"} if card.hidden else {}
    if card.moment == "truth":
        look |= {"penwidth": "2", "color": pen.theme.ink}
    return {"label": escape.dot("\n".join(lines)), **_size(width + 2 * _PAD, _LINE * len(lines) + 2 * _PAD), **look}


def _arrow(arrow: Arrow, pen: Pen) -> dict[str, str]:
    said = arrow.joiner.join(filter(None, (arrow.words, arrow.share, arrow.handover)))
    lines = _lines(said, _ROOM, pen)[:_MOST_LINES] if said else ()
    look = {"label": escape.dot("\n".join(lines))} if lines else {}
    return look | ({"style": "dashed", "constraint": "false"} if arrow.back else {})


def _ends(graph: graphviz.Digraph, picture: Picture, pen: Pen) -> None:
    used = {key for arrow in picture.arrows for key in (arrow.source, arrow.target)}
    for key, shape in ((START, "circle"), (END, "doublecircle")):
        if key in used:
            graph.node(
                names(picture)[key], label="", shape=shape, style="filled", fillcolor=pen.theme.ink, **_size(16, 16)
            )


def _style(pen: Pen) -> Style:
    return Style(size=_SIZE, line=_LINE, colour=pen.theme.ink)


def _lines(text: str, room: float, pen: Pen) -> tuple[str, ...]:
    return pen.lines(text, room, _style(pen))


def _size(width: float, height: float) -> dict[str, str]:
    return {"width": f"{width / _POINTS:.4f}", "height": f"{height / _POINTS:.4f}"}
