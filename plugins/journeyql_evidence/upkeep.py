"""Whether a map is looked after: when it changed, when it was found true, when it is due."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import Date, Duration, Journey, View
from journeyql_evidence.upkeep_rules import (
    CHANGED_AFTER_VALIDATION,
    DATE_IN_THE_FUTURE,
    REVIEW_OVERDUE,
    REVIEW_WITHOUT_DATE,
    UNVALIDATED_MAP,
)

_DAY = 86400


def upkeep(view: View, today: datetime.date) -> Iterator[Diagnostic]:
    """All rules about the dates of a journey; what is missing is only told of maps that can be read whole."""
    for journey in view.journeys:
        yield from _future(view, journey, today)
        yield from _changed(view, journey)
        yield from _overdue(view, journey, today)
        if view.model.complete:
            yield from _missing(view, journey)


def _future(view: View, journey: Journey, today: datetime.date) -> Iterator[Diagnostic]:
    for field, done in ((journey.updated, "changed"), (journey.validated, "found true")):
        cell = view.cell(field)
        if cell is not None and cell.value.first > today:
            yield DATE_IN_THE_FUTURE.at(
                cell.span,
                f'"{view.title(journey)}" was {done} on {cell.value}, which is after today ({today}).',
                help="correct the date; plans have one of their own, like due= of an action",
            )


def _changed(view: View, journey: Journey) -> Iterator[Diagnostic]:
    updated, validated = view.cell(journey.updated), view.cell(journey.validated)
    if updated is not None and validated is not None and updated.value.first > validated.value.last:
        days = (updated.value.first - validated.value.last).days
        yield CHANGED_AFTER_VALIDATION.at(
            updated.span,
            f'"{view.title(journey)}" was found true on {validated.value} and changed {days} '
            f"{'day' if days == 1 else 'days'} later, on {updated.value}: nobody has confirmed this edition.",
            help="show what changed to those who confirmed it, and give the new date after validated:",
            related=[Related(validated.span, "when it was found true")],
        )


def _overdue(view: View, journey: Journey, today: datetime.date) -> Iterator[Diagnostic]:
    review, updated = view.cell(journey.review), view.cell(journey.updated) or view.cell(journey.validated)
    if review is None or updated is None:
        return
    days = _late(review.value, updated.value, today)
    if days > 0:
        yield REVIEW_OVERDUE.at(
            review.span,
            f'"{view.title(journey)}" was last looked at on {updated.value} and was to be reviewed after {review.value}: '
            f"the review is {days} {'day' if days == 1 else 'days'} late.",
            help="go through it with those who know, and give the day of today after updated:",
            related=[Related(updated.span, "the last change")],
        )


def _late(review: Duration, updated: Date, today: datetime.date) -> int:
    """By how many days a review is late; negative while it is not due."""
    return (today - updated.last).days - round(review.seconds / _DAY)


def _missing(view: View, journey: Journey) -> Iterator[Diagnostic]:
    review = view.cell(journey.review)
    if review is not None and not journey.updated.cells and not journey.validated.cells:
        yield REVIEW_WITHOUT_DATE.at(
            review.span,
            f'"{view.title(journey)}" is to be reviewed after {review.value}, and says neither when it last changed nor '
            "that anybody found it true: nobody can tell whether the review is due.",
            help="write updated: 2026-09-30 with the day of the last change, and validated: once customers have seen it",
        )
    elif not journey.validated.cells:
        yield UNVALIDATED_MAP.at(
            view.span(journey, journey.title),
            f'Nobody has confirmed "{view.title(journey)}": it has no date on which those who live it found it true.',
            help="walk a few customers through it, and write validated: 2026-09-30 by=NAME sample=6",
        )
