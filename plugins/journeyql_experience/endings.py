"""Ends of journeys that are remembered badly: below the middle, with a peak-end score below the mean."""

from __future__ import annotations

import attrs

from journeyql.facts import Emotion
from journeyql.model import Journey, Moment
from journeyql_experience.low_points import Line
from journeyql_experience.story import Story
from journeyql_experience.valleys import below, ends, of_scale

_FEWEST = 4
#: How far below the mean the memory of a bad end is, as a share of the scale.
_WORSE = 0.125


@attrs.frozen(kw_only=True, eq=False, repr=False)
class End:
    """A bad end of a curve: what is remembered is below the mean."""

    line: Line
    place: Moment
    score: float
    remembered: float
    mean: float


def bad_ends(story: Story, journey: Journey) -> list[End]:
    """The curves that end badly, the one that is remembered worst first."""
    found = [end for line, figures in story.drawn(journey) if (end := _end(line, figures)) is not None]
    return sorted(found, key=lambda end: end.remembered)


def _end(line: Line, figures: Emotion) -> End | None:
    last, remembered, mean = figures.last, figures.peak_end, figures.mean
    if last is None or last.score is None or remembered is None or mean is None or figures.known < _FEWEST:
        return None
    low, high = ends(figures.scale)
    worse = high > low and of_scale(mean - remembered, high - low) >= _WORSE
    if below(last.score, figures.scale) <= 0 or not worse or not isinstance(last.place, Moment):
        return None
    return End(line=line, place=last.place, score=last.score, remembered=remembered, mean=mean)
