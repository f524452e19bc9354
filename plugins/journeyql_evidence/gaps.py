"""What is missing so that goals can be missed: values, owners, metrics, surveys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import Competitor, Goal, Journey, Metric, Moment, Organisation, Partner, Team, View
from journeyql.wording import counted
from journeyql_evidence.figures import SCORES, Figure
from journeyql_evidence.gap_rules import (
    GOAL_WITHOUT_METRIC,
    METRIC_WITHOUT_OWNER,
    METRIC_WITHOUT_TARGET,
    METRIC_WITHOUT_VALUE,
    NO_BUSINESS_METRIC,
    NO_EXPERIENCE_METRIC,
    SURVEY_WITHOUT_FIGURE,
    TRUTH_WITHOUT_MEASURE,
)
from journeyql_evidence.gauges import unmeasured_truths
from journeyql_evidence.progress import concluding
from journeyql_evidence.telling import some, titles

_MANY: Final = 3
_EXPERIENCE: Final = "experience"
_BUSINESS: Final = "business"


def gaps(view: View, found: Sequence[Figure]) -> Iterator[Diagnostic]:
    """All rules about what is missing; nothing while a line of the file cannot be read."""
    metrics = [metric for metric in view.model.all(Metric) if not _elsewhere(view, metric)]
    yield from _valueless(view, metrics)
    yield from _ownerless(view, metrics)
    yield from _aimless(view, metrics)
    yield from _goals(view, metrics)
    yield from _truths(view)
    yield from _one_sided(view, metrics, found)
    yield from _surveys(view)


def _elsewhere(view: View, metric: Metric) -> bool:
    """Whether it is somebody else's figure, or one that is no longer wanted."""
    return view.around(metric, Competitor) is not None or view[metric.status] == "dropped"


def _also(view: View, elements: Sequence[Metric | Moment]) -> list[Related]:
    return [Related(view.span(element, element.title), "this one, too") for element in elements[1:4]]


def _valueless(view: View, metrics: Sequence[Metric]) -> Iterator[Diagnostic]:
    """Once for each journey, and once for what stands outside of all."""
    groups: dict[str, list[Metric]] = {}
    for metric in metrics:
        if not metric.value.cells and (metric.target.cells or metric.change.cells):
            journey = view.around(metric, Journey)
            groups.setdefault("" if journey is None else journey.path, []).append(metric)
    for empty in groups.values():
        it = "it" if len(empty) == 1 else "they"
        yield METRIC_WITHOUT_VALUE.at(
            view.span(empty[0], empty[0].title),
            f"{some([_aim(view, metric) for metric in empty])} {'has' if len(empty) == 1 else 'have'} no value: nobody can "
            f"tell whether {it} {'is' if len(empty) == 1 else 'are'} reached or missed.",
            help="measure once, and write value=; a rough count is better than none",
            related=_also(view, empty),
        )


def _aim(view: View, metric: Metric) -> str:
    target, change = view[metric.target], view[metric.change]
    aim = f"target {target}" if target is not None else f"a change of {change or 0:+g}%"
    return f'"{view.title(metric)}" ({aim})'


def _ownerless(view: View, metrics: Sequence[Metric]) -> Iterator[Diagnostic]:
    left = [metric for metric in metrics if view[metric.owner] is None and not metric.owner.cells]
    left = [metric for metric in left if not isinstance(view.parent(metric), Organisation)]
    if left and (*view.model.all(Team), *view.model.all(Partner)):
        yield METRIC_WITHOUT_OWNER.at(
            view.span(left[0], left[0].title),
            f"{titles(view, left)} {'belongs' if len(left) == 1 else 'belong'} to nobody: when "
            f"{'it gets' if len(left) == 1 else 'they get'} worse, nobody is called.",
            help="add owner=NAME, the team that can change the figure",
            related=_also(view, left),
        )


def _aimless(view: View, metrics: Sequence[Metric]) -> Iterator[Diagnostic]:
    left = [metric for metric in metrics if metric.value.cells and not _has_target(metric)]
    if left:
        yield METRIC_WITHOUT_TARGET.at(
            view.span(left[0], left[0].title),
            f"{titles(view, left)} {'has' if len(left) == 1 else 'have'} a value and no target: it tells how things are, not "
            "whether that is enough.",
            help="add target=, or leave out what nobody steers by",
            related=_also(view, left),
        )


def _has_target(metric: Metric) -> bool:
    beside = any(getattr(cell.options, "target", metric.value).cells for cell in metric.value.cells if cell.options)
    return bool(metric.target.cells or metric.change.cells or beside)


def _goals(view: View, metrics: Sequence[Metric]) -> Iterator[Diagnostic]:
    decided = concluding(view)
    general = any(view.around(metric, Journey) is None for metric in metrics)
    measured = {journey.path for metric in metrics if (journey := view.around(metric, Journey))}
    for journey in view.journeys:
        goals = [goal for goal in view.model.children.get(journey.path, ()) if isinstance(goal, Goal)]
        if (
            journey.path in decided - measured
            and goals
            and not general
            and not any(goal.metric.cells for goal in goals)
        ):
            yield GOAL_WITHOUT_METRIC.at(
                view.span(goals[0], goals[0].title),
                f"{'The goal' if len(goals) == 1 else 'None of the goals'} {titles(view, goals)} "
                f"{'has no' if len(goals) == 1 else 'has a'} metric: it can neither be reached nor missed.",
                help='add one for each thing it names: metric NAME "What is counted" value=… target=…, and metric=NAME to the goal',
            )


def _truths(view: View) -> Iterator[Diagnostic]:
    """Once for each journey that draws conclusions."""
    decided = concluding(view)
    groups: dict[str, list[Moment]] = {}
    for moment in unmeasured_truths(view, view.model.all(Moment)):
        journey = view.around(moment, Journey)
        if journey is not None and journey.path in decided:
            groups.setdefault(journey.path, []).append(moment)
    for left in groups.values():
        one = len(left) == 1
        yield TRUTH_WITHOUT_MEASURE.at(
            left[0].moment.cells[0].span,
            f"{titles(view, left)} {'is a moment' if one else 'are moments'} of truth, and no survey, score of customers, metric or evidence "
            f"tells how {'it goes' if one else 'they go'}: what the journey is judged by is a guess.",
            help="ask there: survey: csat, and write the result as csat: 4.1 sample=…",
            related=_also(view, left),
        )


def _one_sided(view: View, metrics: Sequence[Metric], found: Sequence[Figure]) -> Iterator[Diagnostic]:
    """Figures of the business without any of the experience, and the other way round."""
    kinds = [kind for metric in metrics if (kind := view[metric.kind]) is not None]
    if len(kinds) < _MANY:
        return
    if _BUSINESS not in kinds:
        yield NO_BUSINESS_METRIC.at(
            view.span(metrics[0], metrics[0].title),
            f"{counted(len(kinds), 'metric')}, and none of the business: nobody can tell what a better experience is worth.",
            help="add one of kind=business that moves with the experience, like sales to those who came back",
        )
    if _EXPERIENCE not in kinds and not any(figure.name in SCORES for figure in found):
        yield NO_EXPERIENCE_METRIC.at(
            view.span(metrics[0], metrics[0].title),
            f"{counted(len(kinds), 'metric')} of the business and the operation, and none of the experience: a figure can rise "
            "while customers suffer.",
            help="add one of kind=experience, like effort or satisfaction, or csat: at a touchpoint",
        )


def _surveys(view: View) -> Iterator[Diagnostic]:
    asked = [moment for moment in view.model.elements.values() if isinstance(moment, Moment) and moment.survey.cells]
    left = [
        moment
        for moment in asked
        if not (moment.nps.cells or moment.csat.cells or moment.ces.cells)
        and not any(isinstance(child, Metric) for child in view.model.children.get(moment.path, ()))
    ]
    if left:
        yield SURVEY_WITHOUT_FIGURE.at(
            left[0].survey.cells[0].span,
            f"Customers are asked at {titles(view, left)}, and no figure says what they answered.",
            help="write the result, like csat: 4.1 sample=390, or a quote of what they said",
            related=_also(view, left),
        )
