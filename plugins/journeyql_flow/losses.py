"""Where many customers leave the journey before its end, and the map has no answer."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.model import Edge, Moment, Stage
from journeyql_flow.found import Found
from journeyql_flow.marks import arrow
from journeyql_flow.options import Options
from journeyql_flow.rules import LOSS_WITHOUT_ANSWER
from journeyql_flow.scores import Score, score
from journeyql_flow.seen import Seen
from journeyql_flow.telling import percent


def losses(seen: Seen, options: Options) -> Iterator[Found]:
    """`loss-without-answer`: once for each touchpoint at which a large part of all customers leaves, unhappily."""
    stages = seen.view.stages(seen.journey)
    for index, part in enumerate(seen.visits.ends):
        step = seen.steps[index]
        if part < max(options.loss, _LEAST) or seen.view.around(step, Stage) in stages[-1:]:
            continue
        edge = next((edge for edge in seen.flow.out(step) if edge.target is None and edge.conditional), None)
        felt = score(seen.view, step)
        if edge is None or index in seen.chain.stuck or _content(edge, felt) or _answered(seen, step):
            continue
        about = " (some shares are assumed)" if seen.chain.assumed else ""
        yield (
            step.path,
            LOSS_WITHOUT_ANSWER.at(
                arrow(edge, step),
                f"{percent(part)} of all customers leave the journey at {seen.named(step)}{about}, and no pain, action "
                "or recovery is about it.",
                help='say why they leave and what is done: pain "..." and action "...", or recovery "..."',
            ),
        )


_LEAST = 1e-9


def _content(edge: Edge, felt: Score | None) -> bool:
    """Whether they leave content, or nobody says how many leave and how they feel: it may be where they wanted to get."""
    return edge.share is None if felt is None else felt.good


def _answered(seen: Seen, step: Moment) -> bool:
    """Whether the map has something to say about the touchpoint, or about those from which customers come to it."""
    return seen.answers.any(step) or any(_told(seen, edge) for edge in seen.flow.into(step))


def _told(seen: Seen, edge: Edge) -> bool:
    return edge.source is not None and seen.answers.any(edge.source)
