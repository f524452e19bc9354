"""The findings of the experience rules, in the words of the person who can mend them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, TypeAlias

from journeyql.diagnostics import Diagnostic, Severity
from journeyql.facts import Curve
from journeyql.model import Action, Element, Journey, Pain, Persona, Recovery, Varying, View
from journeyql.source import Span
from journeyql_experience.low_points import LowPoint
from journeyql_experience.perspectives import eyes
from journeyql_experience.progress import Progress
from journeyql_experience.rules import (
    NO_EMOTION,
    SEVERE_PAIN_WITHOUT_ACTION,
    SEVERE_PAIN_WITHOUT_OWNER,
    VALLEY_WITHOUT_PAIN,
)
from journeyql_experience.valleys import ends

Measure: TypeAlias = Action | Recovery
_SEVERE = {"high", "critical"}


def unexplained_valleys(view: View, low_points: Iterable[LowPoint]) -> Iterator[Diagnostic]:
    """`valley-without-pain`: once for each place, whoever feels it."""
    progress = Progress.of(view)
    by_place = sorted(low_points, key=lambda low: (low.places[0].span.source.name, low.places[0].span.start))
    for _, group in groupby(by_place, key=lambda low: low.places[0].path):
        yield _valley(view, list(group), progress)


def _valley(view: View, group: list[LowPoint], progress: Progress) -> Diagnostic:
    worst = min(group, key=lambda low: low.valley.score)
    place, seen = worst.places[0], worst.view
    low, high = ends(seen.scale(place))
    rise = "" if worst.valley.shoulder is None else f", {worst.valley.shoulder:g} beside it"
    return VALLEY_WITHOUT_PAIN.at(
        _words(seen, place, place.emotion),
        f'"{seen.title(place)}"{_through(worst)} is a low point{_for(view, group)}: '
        f"emotion {worst.valley.score:g} on {low:g}..{high:g}{rise}. No pain says what hurts there.",
        help='a low score cannot be mended, its cause can: write below it pain "what goes wrong" severity=medium',
        severity=None if worst.bad and worst.journey.path in progress.pains else Severity.INFO,
    )


def _words(view: View, element: Element, field: Varying[Any]) -> Span:
    """The words to point at: the value of a property, or else the element."""
    cell = view.cell(field)
    return cell.span if cell is not None else element.span


def _through(low_point: LowPoint) -> str:
    last = low_point.places[-1]
    return f' to "{low_point.view.title(last)}"' if len(low_point.places) > 1 else ""


def _for(view: View, group: list[LowPoint]) -> str:
    felt_by = {low.persona for low in group}
    names = [_short(view.title(persona)) for persona in view.of(Persona) if persona.id in felt_by]
    return f" for {' and '.join(names)}" if names else ""


def _short(title: str) -> str:
    """The name in a persona's title: what stands before the first comma."""
    return re.split("[,，、]", title, maxsplit=1)[0].strip()


def severe_pains(view: View) -> Iterator[Diagnostic]:
    """`severe-pain-without-owner` and `severe-pain-without-action`: once for each pain."""
    progress = Progress.of(view)
    for journey in view.journeys:
        found: dict[str, list[Diagnostic]] = {}
        for seen in eyes(view, journey):
            aimed = _aimed(seen)
            for pain in seen.within(journey, Pain):
                if seen[pain.severity] in _SEVERE and not found.get(pain.path):
                    found[pain.path] = list(_severe_pain(seen, pain, tuple(_measures(seen, pain, aimed)), progress))
        yield from (finding for findings in found.values() for finding in findings)


def _severe_pain(view: View, pain: Pain, measures: tuple[Measure, ...], progress: Progress) -> Iterator[Diagnostic]:
    if not _owned(view, pain) and not any(_owned(view, measure) for measure in measures):
        yield SEVERE_PAIN_WITHOUT_OWNER.at(
            _words(view, pain, pain.severity),
            f"The {_described(view, pain)} belongs to nobody: neither it nor an action against it has an owner.",
            help="what has no owner stays as it is: add owner=NAME to the pain, or to what surrounds it",
            severity=None if progress.owners else Severity.INFO,
        )
    if not measures:
        yield SEVERE_PAIN_WITHOUT_ACTION.at(
            _words(view, pain, pain.severity),
            f"Nothing is planned against the {_described(view, pain)}.",
            help=f'write below it action "what will be done" owner=NAME, or elsewhere addresses={pain.id}',
            severity=None if progress.actions else Severity.INFO,
        )


def _described(view: View, pain: Pain) -> str:
    frequency = view[pain.frequency]
    often = "" if frequency is None else f", {frequency:g}% of cases"
    return f'pain "{view.title(pain)}" (severity {view[pain.severity]}{often})'


def _aimed(view: View) -> Mapping[str, list[Measure]]:
    """What is to be done, by the paths of what it names with `addresses=`."""
    aimed: dict[str, list[Measure]] = {}
    measures: list[Measure] = [*view.of(Action), *view.of(Recovery)]
    for measure in measures:
        for ref in view[measure.addresses]:
            aimed.setdefault(ref.path, []).append(measure)
    return aimed


def _measures(view: View, pain: Pain, aimed: Mapping[str, list[Measure]]) -> Iterator[Measure]:
    """What is to be done against a pain and its causes: standing in them, naming them, or rescuing where it hurts."""
    found: list[Measure] = [*view.within(pain, Action), *view.within(pain, Recovery)]
    found.extend(view.children(view.parent(pain), Recovery))
    for element in (pain, *view.within(pain, Element)):
        found.extend(aimed.get(element.path, ()))
    return (measure for measure in found if view[measure.status] != "dropped")


def _owned(view: View, element: Element) -> bool:
    owner = view[element.owner]
    return owner is not None and view.follow(owner) is not None


def journeys_without_emotion(view: View, curves: Iterable[Curve]) -> Iterator[Diagnostic]:
    """`no-emotion`: once for each journey with stages in which nobody feels anything."""
    felt = {curve.journey for curve in curves if any(point.score is not None for point in curve.points)}
    for journey in view.journeys:
        steps = len(view.steps(journey))
        if steps and journey.path not in felt and not _any_feeling(view, journey):
            yield NO_EMOTION.at(
                _words(view, journey, journey.title),
                f'"{view.title(journey)}" is a process, not a journey: none of its {steps} steps says how it feels.',
                help="a guess shows where to ask first: add emotion=1 (worst) to emotion=5 (best), or feeling=worried",
            )


def _any_feeling(view: View, journey: Journey) -> bool:
    return any(
        seen[moment.feeling] is not None
        for seen in eyes(view, journey)
        for stage in seen.stages(journey)
        for moment in (stage, *seen.steps(stage))
    )
