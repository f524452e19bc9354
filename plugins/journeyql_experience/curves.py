"""The emotion curves of a view: one for each journey and persona that has its own."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.facts import Curve, CurvePoint
from journeyql.model import Journey, Stage, View


def curves(view: View) -> tuple[Curve, ...]:
    """All curves of a view.

    When the personas of a journey feel alike there is one curve for everyone; as soon as one feels otherwise,
    each has its own.
    """
    return tuple(curve for journey in view.journeys for curve in _of(view, journey))


def _of(view: View, journey: Journey) -> Iterator[Curve]:
    points = {seen: _points(seen, journey) for seen in view.eyes(journey)}
    own = [(persona, points[seen]) for persona, seen in view.perspectives(journey).items()]
    first = own[0][1]
    if all(_scores(other) == _scores(first) for other in points.values() if other is not first):
        own = [(view.context.persona, first)]
    return (Curve(journey=journey.path, persona=persona, points=points) for persona, points in own)


def _points(view: View, journey: Journey) -> tuple[CurvePoint, ...]:
    return tuple([point for stage in view.stages(journey) for point in _stage_points(view, stage)])


def _stage_points(view: View, stage: Stage) -> tuple[CurvePoint, ...]:
    """One point for each touchpoint, or one for the stage when only the stage itself says how it feels."""
    points = tuple([CurvePoint(place=step, score=view[step.emotion]) for step in view.steps(stage)])
    whole = view[stage.emotion]
    if whole is not None and all(point.score is None for point in points):
        return (CurvePoint(place=stage, score=whole),)
    return points


def _scores(points: tuple[CurvePoint, ...]) -> tuple[tuple[str, float | None], ...]:
    return tuple([(point.place.path, point.score) for point in points])
