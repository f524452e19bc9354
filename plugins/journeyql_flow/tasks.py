"""The same task in several channels, and touchpoints that the company does not see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from journeyql.diagnostics import Diagnostic
from journeyql.model import Duration, Moment, Stage
from journeyql_flow.found import Found
from journeyql_flow.options import Options
from journeyql_flow.scores import Score, score
from journeyql_flow.seen import Seen
from journeyql_flow.service_rules import NO_HIDDEN_TOUCHPOINT, SAME_TASK_DIFFERS

_LOOKING_AROUND = {"awareness", "learning", "consideration", "comparison"}
_ROUNDING = 1e-9


def unlike(seen: Seen, options: Options) -> Iterator[Found]:
    """`same-task-differs`: once for each task that is very different in two channels."""
    tasks: dict[str, list[Moment]] = {}
    for step in seen.steps:
        if step.task.cells and (task := seen.view[step.task]) is not None:
            tasks.setdefault(task, []).append(step)
    for task, steps in tasks.items():
        if len({_channel(seen, step) for step in steps} - {""}) > 1:
            worse = next(_gaps(seen, steps, options), None)
            if worse is not None:
                step, words = worse
                yield (
                    step.path,
                    SAME_TASK_DIFFERS.at(
                        seen.view.span(step, step.task),
                        f"`{task}` is another thing in each channel: {words}.",
                        help="bring the worse channel to the level of the better one, or lead customers to that one",
                    ),
                )


def _gaps(seen: Seen, steps: Sequence[Moment], options: Options) -> Iterator[tuple[Moment, str]]:
    """In what the same task differs, with the worse place of it."""
    felt = [(one, step) for step in steps if (one := score(seen.view, step)) is not None]
    if len(felt) > 1:
        (low, worst), (high, best) = min(felt, key=_part), max(felt, key=_part)
        if high.part - low.part >= max(options.feeling_gap - _ROUNDING, _ROUNDING):
            scale = f"(on {low.low:g}..{low.high:g})"
            yield worst, f"{seen.named(worst)} feels like {low.value:g}, {seen.named(best)} like {high.value:g} {scale}"
    for words, read in _CLOCKS:
        timed = [(time.seconds, str(time), step) for step in steps if (time := read(seen, step)) and time.seconds > 0]
        if len(timed) > 1:
            short, long = min(timed, key=lambda item: item[0]), max(timed, key=lambda item: item[0])
            if long[0] >= short[0] * options.time_gap and long[0] > short[0]:
                yield long[2], f"{words} {long[1]} at {seen.named(long[2])} and {short[1]} at {seen.named(short[2])}"


def _part(felt: tuple[Score, Moment]) -> float:
    return felt[0].part


_CLOCKS: tuple[tuple[str, Callable[[Seen, Moment], Duration | None]], ...] = (
    ("customers wait", lambda seen, step: seen.view[step.wait]),
    ("it takes", lambda seen, step: seen.view[step.duration]),
)


def _channel(seen: Seen, step: Moment) -> str:
    channel = seen.view[step.channel]
    return "" if channel is None else channel.path


def nothing_hidden(looks: Sequence[Seen], options: Options) -> Iterator[Diagnostic]:
    """`no-hidden-touchpoint`: once for a long journey in which customers look around and ask nobody else."""
    if any("hidden" in seen.meetings.values() for seen in looks):
        return
    longest = max(looks, key=lambda seen: len(seen.steps))
    stages = longest.view.stages(longest.journey)
    looking = next((stage for stage in stages if _looks_around(longest, stage)), None)
    if looking is not None and len(longest.steps) >= options.hidden_from:
        yield NO_HIDDEN_TOUCHPOINT.at(
            looking.span,
            f"None of the {len(longest.steps)} touchpoints is out of the company's hands, although customers look around "
            f"in {longest.named(looking)}.",
            help="ask where they look and whom they ask: a channel with kind=hidden for reviews, friends, forums",
        )


def _looks_around(seen: Seen, stage: Stage) -> bool:
    return seen.view[stage.role] in _LOOKING_AROUND
