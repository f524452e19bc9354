"""Where an arrow says that the channel changes: away from its head, its words, its corner and its diamond."""

from __future__ import annotations

import re

import pytest

from journeyql.render import LIGHT, Pen
from journeyql_graphviz.line import marks
from journeyql_graphviz.picture import Arrow
from journeyql_graphviz.shape import Box, Point, Route

#: How far the head of an arrow reaches back from its end.
HEAD = 8.0


def strokes(route: Route, *, conditional: bool = False) -> list[float]:
    """The heights of the points of both strokes."""
    arrow = Arrow(source="a", target="b", switches=True, conditional=conditional)
    drawn = marks([route], [arrow], (), Pen(theme=LIGHT, lang="en"))
    path = dict(drawn[-1].attributes)["d"]
    return [float(y) for y in re.findall(r"[ML]\S+ (\S+?)(?=[ML]|$)", str(path))]


@pytest.mark.parametrize(
    ("points", "box", "conditional", "bare"),
    [
        (((0, 0), (0, 40)), None, False, (0, 40)),
        (((0, 0), (0, 40)), None, True, (12, 40)),
        (((0, 0), (0, 70)), Box(-30, 17, 60, 20), False, (37, 70)),
        (((0, 0), (0, 70)), Box(10, 17, 60, 20), False, (0, 70)),
        (((50, 0), (0, 0), (0, 36)), None, False, (4, 36)),
        (((0, 0), (0, 500)), None, False, (464, 500)),
    ],
)
def test_a_changed_channel_is_told_apart_from_the_head(
    points: tuple[Point, ...], box: Box | None, conditional: bool, bare: tuple[float, float]
) -> None:
    found = strokes(Route(arrow=0, points=points, box=box), conditional=conditional)
    assert len(found) == 4
    assert bare[0] + 3 <= min(found)
    assert max(found) <= bare[1] - HEAD - 3
