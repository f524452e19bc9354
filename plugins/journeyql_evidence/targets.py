"""Figures against their targets: contradictions, what has not moved, and what is missed without anybody acting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from journeyql.diagnostics import Diagnostic, Related, Severity
from journeyql.model import Action, Amount, Element, Metric, Moment, Need, Opportunity, Pain, Recovery, Stage, View
from journeyql_evidence.figure_rules import (
    CHANGE_CONTRADICTS_TARGET,
    DIRECTION_CONTRADICTS_TARGET,
    MISSED_WITHOUT_ACTION,
    UNMOVED_METRIC,
)
from journeyql_evidence.figures import SCORES, Figure
from journeyql_evidence.options import MetricsOptions
from journeyql_evidence.telling import some

_ALL: Final = 100.0
_ROUNDING: Final = 0.01
_NUMBER: Final = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")
_ANSWERS: Final = (Action, Recovery, Opportunity, Pain, Need)


def targets(view: View, found: Sequence[Figure], options: MetricsOptions) -> Iterator[Diagnostic]:
    """All rules about targets."""
    for metric in view.model.all(Metric):
        yield from _contradictions(view, metric)
    yield from _unmoved(view, found)
    if view.model.complete:
        yield from _missed(view, found, options)


def _contradictions(view: View, metric: Metric) -> Iterator[Diagnostic]:
    change, target, baseline = view.cell(metric.change), view[metric.target], view[metric.baseline]
    if change is not None and not _agrees(change.value, target, baseline):
        yield CHANGE_CONTRADICTS_TARGET.at(
            change.span,
            f'"{view.title(metric)}" aims at a change of {change.value:+g}%, which leads from {baseline} to '
            f"{_reached(baseline, change.value)}, and its target is {target}.",
            help="keep the one that is meant; the other follows from it",
        )
    better = view.cell(metric.better)
    if better is not None and (against := _against(better.value == "lower", target, baseline, view[metric.change])):
        yield DIRECTION_CONTRADICTS_TARGET.at(
            better.span,
            f'For "{view.title(metric)}" {better.value} is better, and {against}.',
            help=f"correct the target, or write better={'higher' if better.value == 'lower' else 'lower'}",
        )


def _changed(baseline: Amount | None, change: float) -> float:
    return 0.0 if baseline is None else baseline.number * (1 + change / _ALL)


def _reached(baseline: Amount | None, change: float) -> str:
    """What a change leads to, spelled like the baseline: `40h` from `50h`; of `1h30min` the share that is left."""
    text = "" if baseline is None else baseline.text
    numbers = _NUMBER.findall(text)
    if len(numbers) != 1:
        return f"{_ALL + change:g}% of it"
    return text.replace(numbers[0], f"{float(numbers[0]) * (1 + change / _ALL):.4g}")


def _agrees(change: float, target: Amount | None, baseline: Amount | None) -> bool:
    """Whether a change leads from the baseline to the target, rounded; of percentages also as points."""
    if target is None or baseline is None or target.unit != baseline.unit:
        return True
    reached = [_changed(baseline, change)] + ([baseline.number + change] if target.unit == "%" else [])
    return any(abs(number - target.number) <= _ROUNDING * max(abs(number), abs(target.number)) for number in reached)


def _against(lower: bool, target: Amount | None, baseline: Amount | None, change: float | None) -> str:
    """What speaks against a direction, in words."""
    if change and (change < 0) != lower:
        return f"a change of {change:+g}% is aimed at"
    if target is None or baseline is None or target.unit != baseline.unit or target.number == baseline.number:
        return ""
    worse = (target.number < baseline.number) != lower
    return f"the target {target} is worse than the baseline {baseline}" if worse else ""


def _unmoved(view: View, found: Sequence[Figure]) -> Iterator[Diagnostic]:
    still = [figure for figure in found if _equal(figure.value, figure.by.baseline)]
    still = [figure for figure in still if figure.by.target is not None and not figure.met]
    if still:
        told = some(still, lambda figure: f'"{view.title(figure.element)}" ({figure.value}, target {figure.by.target})')
        yield UNMOVED_METRIC.at(
            still[0].cell.span,
            f"{told} {'stands' if len(still) == 1 else 'stand'} exactly at the baseline: nothing has moved, or nobody "
            "has measured again.",
            help="measure again, and write the new figure as the value",
            related=[Related(figure.cell.span, "this one, too") for figure in still[1:4]],
            severity=Severity.INFO,
        )


def _equal(value: Amount, other: Amount | None) -> bool:
    return other is not None and (value.number, value.unit) == (other.number, other.unit)


def _missed(view: View, found: Sequence[Figure], options: MetricsOptions) -> Iterator[Diagnostic]:
    """Scores far from their targets at steps where nothing is said to be wrong and nothing is planned."""
    far = [figure for figure in found if figure.name in SCORES and _gap(figure) >= options.gap]
    aimed = _aimed(view) if far else set()
    left = [figure for figure in far if not _answered(view, figure.element, aimed)]
    if left:
        told = some(left, lambda one: f'{one.name} {one.value} of {one.by.target} at "{view.title(one.element)}"')
        yield MISSED_WITHOUT_ACTION.at(
            left[0].cell.span,
            f"{told}: {'the target is' if len(left) == 1 else 'the targets are'} missed by "
            f"{'' if len(left) == 1 else 'at least '}{min(map(_gap, left)):.0%} of the scale, and no pain says why, no action changes it.",
            help="ask those who rated badly what hurt, write it as pain, and what will be done as action; or lower the target",
            related=[Related(figure.cell.span, "this one, too") for figure in left[1:4]],
        )


def _gap(figure: Figure) -> float:
    """How far a score is from its target, as a share of its scale; 0 where it is met or nothing can be told."""
    return figure.by.gap(figure.value) or 0.0


def _aimed(view: View) -> set[str]:
    """The paths of what measures name as theirs to mend."""
    measures = (*view.model.all(Action), *view.model.all(Recovery))
    return {cell.value.path for measure in measures for cell in measure.addresses.cells}


def _answered(view: View, element: Element, aimed: set[str]) -> bool:
    """Whether anything is said or planned at a step, or at the stage around it."""
    if element.path in aimed or any(isinstance(item, _ANSWERS) for item in view.model.below(element)):
        return True
    stage = view.around(element, Stage) if isinstance(element, Moment) else None
    around = () if stage is None else view.model.children.get(stage.path, ())
    return (stage is not None and stage.path in aimed) or any(isinstance(item, Action | Pain) for item in around)
