"""Dates and states that do not go together with the day of the run, or with each other."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from journeyql.diagnostics import Diagnostic, Related
from journeyql.facts import Priority
from journeyql.model import Action, Pain
from journeyql_priorities.eyes import Eyes
from journeyql_priorities.measures import Measures
from journeyql_priorities.notes import quick, rated
from journeyql_priorities.rules import (
    ANNOUNCED_BUT_NOT_DONE,
    ANNOUNCED_IN_THE_FUTURE,
    DONE_AND_STILL_HURTS,
    NEXT_QUICK_WIN_NOT_BEGUN,
    OVERDUE,
)

#: So many days are soon: three months.
_SOON = 92
#: Where it is stated that something is not finished.
_UNFINISHED = {"draft", "open", "planned", "doing", "missing", "failed"}


def overdue(measures: Measures, today: datetime.date) -> Iterator[Diagnostic]:
    """`overdue`: once for each open measure whose due day has passed."""
    eyes = measures.eyes
    for measure in measures.open:
        due = eyes.one(measure.due)
        if due is None or due.last >= today:
            continue
        days = (today - due.last).days
        status = eyes.word(measure.status)
        said = f"its status is {status}" if status else "nothing says that it is done"
        yield OVERDUE.at(
            eyes.span(measure, measure.due),
            f'"{eyes.title(measure)}" was due {due}, {days} {"day" if days == 1 else "days"} ago, and {said}.',
            help="say status=done, set a new date, or status=dropped",
        )


def next_to_begin(measures: Measures, free: Iterable[Priority], today: datetime.date) -> Iterator[Diagnostic]:
    """`next-quick-win-not-begun`: for what is due first of all, several if they are due on the same day.

    `free` are those that do not wait for a test.
    """
    eyes = measures.eyes
    days = [due.last for measure in measures.open if (due := eyes.one(measure.due)) is not None]
    first = min((day for day in days if day >= today), default=datetime.date.max)
    if (first - today).days > _SOON:
        return
    for one in free:
        measure = one.measure
        if isinstance(measure, Action) and not one.depends and _idle(eyes, measure, one.quadrant, first):
            yield NEXT_QUICK_WIN_NOT_BEGUN.at(
                eyes.span(measure, measure.due),
                f'"{eyes.title(measure)}" is due next, {eyes.one(measure.due)}, and helps much for little work'
                f"{rated(eyes, measure)}; nothing says that it has begun.",
                help="begin, and say status=doing; or say why it has to wait",
            )


def _idle(eyes: Eyes, measure: Action, quadrant: str, day: datetime.date) -> bool:
    """Whether a measure is a quick win that is due on a day and has not begun, as far as the map says."""
    due = eyes.one(measure.due)
    waiting = eyes.word(measure.status) in {"", "open", "draft"}
    return due is not None and due.last == day and waiting and quick(eyes, measure, quadrant)


def announced(measures: Measures, today: datetime.date) -> Iterator[Diagnostic]:
    """`announced-but-not-done` and `announced-in-the-future`: once for each measure."""
    eyes = measures.eyes
    for measure in measures.all:
        told, status = eyes.one(measure.announced), eyes.word(measure.status)
        if told is None:
            continue
        span, title = eyes.span(measure, measure.announced), eyes.title(measure)
        if told.first > today:
            yield ANNOUNCED_IN_THE_FUTURE.at(
                span,
                f'Customers cannot have been told of "{title}" on {told}: that day is still to come.',
                help="`announced` is the day on which they were told; say due= for what is planned",
            )
        elif status in _UNFINISHED:
            yield ANNOUNCED_BUT_NOT_DONE.at(
                span,
                f'Customers were told of "{title}" on {told}, but its status is {status}: a promise is open.',
                help="finish it, say status=done if it is, or tell customers when it comes",
                related=[Related(eyes.span(measure, measure.status), "not done")],
            )


def still_hurting(measures: Measures) -> Iterator[Diagnostic]:
    """`done-and-still-hurts`: a pain all of whose actions are done, and that stands as it stood."""
    eyes = measures.eyes
    for pain in eyes.every(Pain):
        answers = measures.answers.get(pain.path, ())
        actions = [answer for answer in answers if isinstance(answer, Action)]
        if actions and eyes.word(pain.status) not in {"done", "dropped"} and _all_done(eyes, actions):
            names = ", ".join(f'"{eyes.title(action)}"' for action in actions)
            yield DONE_AND_STILL_HURTS.at(
                eyes.span(pain, pain.severity),
                f'All that was planned against "{eyes.title(pain)}" is done ({names}), and the pain is still there.',
                help="ask customers again: say status=done for the pain, or plan what is missing",
            )


def _all_done(eyes: Eyes, actions: list[Action]) -> bool:
    return all(eyes.word(action.status) == "done" for action in actions)
