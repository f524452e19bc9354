"""Figures on their scales and in their units: what cannot be, and what cannot be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import Amount, Element, Measure, Metric, View
from journeyql_evidence.figure_rules import (
    DIFFERENT_UNITS,
    MIXED_SCALES,
    OUTSIDE_THE_SCALE,
    STATED_TWICE,
    TARGET_BEYOND_SCALE,
)
from journeyql_evidence.figures import SCORES, Figure
from journeyql_evidence.telling import some

_UNITS: Final = {"": "a plain number", "%": "a percentage", "s": "a time"}


def scales(view: View, found: Sequence[Figure]) -> Iterator[Diagnostic]:
    """All rules about scales and units."""
    for figure in found:
        yield from _outside(view, figure)
    for metric in view.model.all(Metric):
        yield from _units(view, metric)
        yield from _twice(view, metric)
    for name in sorted(SCORES):
        yield from _mixed(view, name, [figure for figure in found if figure.name == name])


def _outside(view: View, figure: Figure) -> Iterator[Diagnostic]:
    by, value = figure.by, figure.value
    where = f'{figure.name} of "{view.title(figure.element)}"'
    if not by.holds(value):
        yield OUTSIDE_THE_SCALE.at(
            figure.cell.span,
            f"The {where} is {value}, which does not exist on a scale of {by.scale}.",
            help='correct it, or say on which scale it was asked, like scale="1 to 7"; a share of the satisfied has 0 to 100',
        )
    elif by.target is not None and by.target.unit == value.unit and not by.holds(by.target):
        yield TARGET_BEYOND_SCALE.at(
            figure.cell.span,
            f"The target of {where} is {by.target}, which does not exist on a scale of {by.scale}: it cannot be reached.",
            help="name a target on the scale, or the scale that was meant",
        )


def _units(view: View, metric: Metric) -> Iterator[Diagnostic]:
    """Value, target and baseline of a metric that are not of one sort."""
    stated: dict[str, Amount] = {}
    for name, field in (("value", metric.value), ("target", metric.target), ("baseline", metric.baseline)):
        cell = view.cell(field)
        if cell is not None:
            stated[name] = cell.value
    stated = {**_beside(view, metric), **stated}
    if len({number.unit for number in stated.values()}) > 1:
        told = [f"{name} {number} ({_UNITS.get(number.unit, number.unit)})" for name, number in stated.items()]
        yield DIFFERENT_UNITS.at(
            view.span(metric, metric.title),
            f'"{view.title(metric)}" has figures that cannot be compared: {some(told)}.',
            help="give all of them in one unit, and amounts of money in one currency",
        )


def _beside(view: View, metric: Metric) -> dict[str, Amount]:
    """The target and the baseline that stand behind the value."""
    cell = view.cell(metric.value)
    behind = None if cell is None else cell.option(Measure)
    if behind is None:
        return {}
    found: dict[str, Amount | None] = {"target": view[behind.target], "baseline": view[behind.baseline]}
    return {name: number for name, number in found.items() if number is not None}


def _twice(view: View, metric: Metric) -> Iterator[Diagnostic]:
    beside = _beside(view, metric)
    for name, field in (("target", metric.target), ("baseline", metric.baseline)):
        cell = view.cell(field)
        other = beside.get(name)
        if (
            cell is not None
            and other is not None
            and (cell.value.number, cell.value.unit) != (other.number, other.unit)
        ):
            yield STATED_TWICE.at(
                cell.span,
                f'"{view.title(metric)}" has two {name}s: {cell.value} here and {other} behind its value.',
                help="keep one of them",
            )


def _mixed(view: View, name: str, found: Sequence[Figure]) -> Iterator[Diagnostic]:
    """One score on several scales, or with better at either end."""
    on: dict[str, list[Figure]] = {}
    for figure in found:
        if figure.by.scale is not None:
            on.setdefault(str(figure.by.scale), []).append(figure)
    towards: dict[Any, list[Figure]] = {}
    for figure in found:
        if figure.by.lower is not None and len(on) == 1:
            towards.setdefault("lower" if figure.by.lower else "higher", []).append(figure)
    for groups, how in ((on, "on"), (towards, "aiming")):
        if len(groups) > 1:
            yield _several(view, name, groups, how)


def _several(view: View, name: str, groups: dict[str, list[Figure]], how: str) -> Diagnostic:
    told = [f"{key} at {_titles(view, [figure.element for figure in members])}" for key, members in groups.items()]
    first, second, *_ = groups.values()
    return MIXED_SCALES.at(
        second[0].cell.span,
        f"{name} is measured {how} {some(told)}: the figures cannot be compared, drawn in one row or averaged.",
        help="ask the same question everywhere; say with scale= which numbers stand for what",
        related=[Related(first[0].cell.span, "otherwise here")],
    )


def _titles(view: View, elements: Iterable[Element]) -> str:
    return some([f'"{view.title(element)}"' for element in dict.fromkeys(elements)])
