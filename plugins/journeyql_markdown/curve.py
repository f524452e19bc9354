"""The emotion curve as text: a spark line, its named points, and a chart that runs down the page.

Everything in the chart that stands in front of a title is ASCII and equally wide, so that the grid stays straight in
any font and with titles in any script; a score that is not known leaves its line without a mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeyql.facts import Curve, CurvePoint
from journeyql.model import Moment, Range
from journeyql_markdown.emotion import ends, share
from journeyql_markdown.markup import NOTHING, Markup, bold, bullets, fenced, heading, joined, text
from journeyql_markdown.story import Story

_SPARKS = "▁▂▃▄▅▆▇█"
_GAP = "·"
#: Columns of the chart between the worst and the best score; divisible by the four steps of the usual scale.
_WIDTH = 24
_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BOTH = "*"


def curve(story: Story) -> Iterator[Markup]:
    """The section about how the journey feels; nothing when no score is known."""
    known = [one for one in story.curves if any(point.score is not None for point in one.points)]
    if not known:
        return
    scale = story.view.scale(story.journey)
    low, high = ends(scale)
    yield heading(2, story.words.say("curve"))
    yield bullets(_summary(story, one, sign, scale) for one, sign in zip(known, _signs(story, known), strict=True))
    several = story.words.say("curve-both") if len(known) > 1 else NOTHING
    yield joined(
        [story.words.say("curve-scale", low=story.figure(low), high=story.figure(high)), several],
        story.words.plain("blank"),
    )
    yield fenced("text", _chart(story, known, scale))


def _signs(story: Story, curves: Sequence[Curve]) -> list[str]:
    """What stands for each curve: the first letters of the names where they can be told apart by these."""
    if len(curves) == 1:
        return ["o"]
    first = [story.plain_name(one.persona)[:1].upper() for one in curves]
    if len({*first} & {*_SIGNS}) == len(curves):
        return first
    return [_SIGNS[index % len(_SIGNS)] for index in range(len(curves))]


def _summary(story: Story, one: Curve, sign: str, scale: Range[float]) -> Markup:
    """Who, the spark line, and the points worth a name."""
    sparks = "".join(_GAP if point.score is None else _spark(point.score, scale) for point in one.points)
    who = bold(story.persona_name(one.persona))
    signed = Markup(f"{who} ({sign})") if len(story.curves) > 1 else who
    return joined([joined([signed, text(sparks)], " "), *_named(story, one)])


def _spark(score: float, scale: Range[float]) -> str:
    return _SPARKS[round(share(score, scale) * (len(_SPARKS) - 1))]


def _named(story: Story, one: Curve) -> Iterator[Markup]:
    """The named points in order; one with two names is told once."""
    keys: dict[str, list[Markup]] = {}
    points = {point.place.path: point for _, point in named_points(story, one)}
    for key, point in named_points(story, one):
        keys.setdefault(point.place.path, []).append(story.words.say(key))
    for path, names in keys.items():
        score = points[path].score
        figure = story.figure(score) if score is not None else story.words.say("unknown")
        bracketed = story.words.say("in-brackets", words=figure)
        named = joined([story.words.names(names), story.step_name(points[path].place)], story.words.plain("colon"))
        yield Markup(f"{named}{bracketed}")


def named_points(story: Story, one: Curve) -> Iterator[tuple[str, CurvePoint]]:
    """The lowest point, the peak (each the first of its height) and the end; only the end when all are alike.

    The end is where the map says `moment=end`, as for the figures of the curve, else the last point.
    """
    known = [(point.score, point) for point in one.points if point.score is not None]
    lowest, peak = min(known, key=lambda pair: pair[0]), max(known, key=lambda pair: pair[0])
    if lowest[0] < peak[0]:
        yield "lowest", lowest[1]
        yield "peak", peak[1]
    view = story.view_of(one.persona)
    marked = [point for point in one.points if isinstance(point.place, Moment) and view[point.place.moment] == "end"]
    yield "last", (marked or one.points)[-1]


def _chart(story: Story, curves: Sequence[Curve], scale: Range[float]) -> Iterator[str]:
    """A line for each step: its number, the marks on the scale, its title and what it is."""
    low, high = ends(scale)
    yield f"     {_axis(low, high)}"
    places: dict[str, dict[str, float | None]] = {}
    titles: dict[str, str] = {}
    for one, sign in zip(curves, _signs(story, curves), strict=True):
        for point in one.points:
            places.setdefault(point.place.path, {})[sign] = point.score
            titles.setdefault(point.place.path, story.seen(point.place).title(point.place))
    names = _names(story, curves)
    for path in sorted(places, key=lambda path: story.number.get(path, 0)):
        line = f"{story.number.get(path, '-'):>3}  {_track(places[path], scale)}  {titles[path]}"
        yield line + (f"  <- {', '.join(names[path])}" if path in names else "")


def _axis(low: float, high: float) -> str:
    """The scale above the chart, with its ends and middle."""
    left, middle, right = f"{low:g}", f"{(low + high) / 2:g}", f"{high:g}"
    line = left.ljust(_WIDTH // 2 - len(middle) // 2) + middle
    return line.ljust(_WIDTH + 1 - len(right)) + right


def _track(scores: dict[str, float | None], scale: Range[float]) -> str:
    """One line of the chart: a rule with the marks of all curves; where two meet stands an asterisk."""
    cells = [":" if index == _WIDTH // 2 else "." if index % (_WIDTH // 4) == 0 else " " for index in range(_WIDTH + 1)]
    taken: dict[int, str] = {}
    for sign, score in scores.items():
        if score is not None:
            place = round(share(score, scale) * _WIDTH)
            taken[place] = _BOTH if place in taken else sign
    for place, sign in taken.items():
        cells[place] = sign
    return "".join(cells)


def _names(story: Story, curves: Sequence[Curve]) -> dict[str, list[str]]:
    """The words for the named points of all curves, by place."""
    found: dict[str, dict[str, list[str]]] = {}
    for one in curves:
        for key, point in named_points(story, one):
            if key != "last":
                found.setdefault(point.place.path, {}).setdefault(key, []).append(story.plain_name(one.persona))
    return {
        path: [
            story.words.plain(key) + (f" ({', '.join(who)})" if len(who) < len(curves) else "")
            for key, who in keys.items()
        ]
        for path, keys in found.items()
    }
