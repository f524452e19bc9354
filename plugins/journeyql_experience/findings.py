"""The findings of the experience rules, in the words of the person who can mend them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from journeyql.diagnostics import Diagnostic, Severity
from journeyql.facts import Curve
from journeyql.model import Element, Journey, Pain, Persona, Varying, View
from journeyql.source import Span
from journeyql_experience.low_points import LowPoint
from journeyql_experience.measures import Answer, Measures, owned
from journeyql_experience.perspectives import eyes
from journeyql_experience.progress import Progress
from journeyql_experience.rules import (
    NO_EMOTION,
    SEVERE_PAIN_WITHOUT_ACTION,
    SEVERE_PAIN_WITHOUT_OWNER,
    VALLEY_WITHOUT_PAIN,
)
from journeyql_experience.valleys import ends

_SEVERE = {"high", "critical"}


def unexplained_valleys(view: View, low_points: Iterable[LowPoint], progress: Progress) -> Iterator[Diagnostic]:
    """`valley-without-pain`: once for each place, whoever feels it."""
    names = {persona.id: _short(view.title(persona)) for persona in view.of(Persona)}
    order = {name: index for index, name in enumerate(names)}
    by_place = sorted(low_points, key=lambda low: (low.places[0].span.source.name, low.places[0].span.start))
    for _, group in groupby(by_place, key=lambda low: low.places[0].path):
        lows = list(group)
        people = sorted({low.persona for low in lows} & names.keys(), key=order.__getitem__)
        yield _valley(lows, " and ".join(names[person] for person in people), progress)


def _valley(group: list[LowPoint], people: str, progress: Progress) -> Diagnostic:
    worst = min(group, key=lambda low: low.valley.score)
    place, seen = worst.places[0], worst.view
    low, high = ends(seen.scale(place))
    rise = "" if worst.valley.shoulder is None else f", {worst.valley.shoulder:g} beside it"
    who = f" for {people}" if people else ""
    return VALLEY_WITHOUT_PAIN.at(
        _words(seen, place, place.emotion),
        f'"{seen.title(place)}"{_through(worst)} is a low point{who}: '
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


def _short(title: str) -> str:
    """The name in a persona's title: what stands before the first comma."""
    return re.split("[,，、]", title, maxsplit=1)[0].strip()


def severe_pains(view: View, progress: Progress) -> Iterator[Diagnostic]:
    """`severe-pain-without-owner` and `severe-pain-without-action`: once for each pain."""
    measures: dict[View, Measures] = {}
    for journey in view.journeys:
        found: dict[str, list[Diagnostic]] = {}
        for seen in eyes(view, journey):
            if seen not in measures:
                measures[seen] = Measures.of(seen)
            for pain in seen.within(journey, Pain):
                if seen[pain.severity] in _SEVERE and not found.get(pain.path):
                    found[pain.path] = list(_severe_pain(seen, pain, measures[seen].against(pain), progress))
        yield from (finding for findings in found.values() for finding in findings)


def _severe_pain(view: View, pain: Pain, answer: Answer, progress: Progress) -> Iterator[Diagnostic]:
    if not owned(view, pain) and not answer.owned:
        yield SEVERE_PAIN_WITHOUT_OWNER.at(
            _words(view, pain, pain.severity),
            f"The {_described(view, pain)} belongs to nobody: neither it nor an action against it has an owner.",
            help="what has no owner stays as it is: add owner=NAME to the pain, or to what surrounds it",
            severity=None if progress.owners else Severity.INFO,
        )
    if not answer.planned:
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


def journeys_without_emotion(view: View, curves: Iterable[Curve]) -> Iterator[Diagnostic]:
    """`no-emotion`: once for each journey with stages in which nobody feels anything."""
    felt = {curve.journey for curve in curves if any(point.score is not None for point in curve.points)}
    for journey in view.journeys:
        steps = view.steps(journey)
        if steps and journey.path not in felt and not _any_feeling(view, journey):
            yield NO_EMOTION.at(
                _words(view, journey, journey.title),
                f'"{view.title(journey)}" is a process, not a journey: {_nobody_says(len(steps))} how it feels.',
                help="a guess shows where to ask first: add emotion=1 (worst) to emotion=5 (best), or feeling=worried",
            )


def _nobody_says(steps: int) -> str:
    return "its one step does not say" if steps == 1 else f"none of its {steps} steps says"


def _any_feeling(view: View, journey: Journey) -> bool:
    return any(
        seen[moment.feeling] is not None
        for seen in eyes(view, journey)
        for stage in seen.stages(journey)
        for moment in (stage, *seen.steps(stage))
    )
