"""What a reader should know about the place of a measure in the order."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import attrs

from journeyql.facts import Phrase
from journeyql_priorities.dependencies import Dependencies, without
from journeyql_priorities.eyes import Eyes
from journeyql_priorities.measures import Measure
from journeyql_priorities.quadrants import QUICK_WIN


@attrs.frozen(eq=False, repr=False)
class Notes:
    """What is known of the plan on a day."""

    eyes: Eyes
    dependencies: Dependencies
    today: datetime.date

    def of(self, measure: Measure, quadrant: str) -> Iterator[Phrase]:
        """The notes on one measure."""
        due = self.eyes.one(measure.due)
        if due is not None and due.last < self.today:
            yield Phrase("priorities.note.overdue", {"due": due})
        fast = quick(self.eyes, measure, quadrant)
        delay = self.dependencies.delays.get(measure.path) if fast else None
        yield from self._waiting(measure, delay)
        yield from (
            Phrase("priorities.note.without", {"title": self.eyes.title(other)})
            for other in without(self.eyes, measure)
        )
        if delay is not None:
            yield Phrase("priorities.note.delayed", {"title": self.eyes.title(delay)})
        elif fast and not scheduled(self.eyes, measure):
            yield Phrase("priorities.note.unscheduled")
        elif fast and not self.eyes.word(measure.status) and (due is None or due.last >= self.today):
            yield Phrase("priorities.note.no-status")

    def _waiting(self, measure: Measure, delay: Measure | None) -> Iterator[Phrase]:
        before = [self.eyes.title(other) for other in self.dependencies.before[measure.path] if other is not delay]
        if measure.path in self.dependencies.stuck:
            yield Phrase("priorities.note.circle")
        else:
            yield from (Phrase("priorities.note.waits", {"title": title}) for title in before)
        count = self.dependencies.after.get(measure.path, 0)
        if count:
            yield Phrase("priorities.note.needed", {"count": count})


def quick(eyes: Eyes, measure: Measure, quadrant: str) -> bool:
    """Whether a measure is a quick win: by its figures, and where these are missing because the map calls it one."""
    return (quadrant or eyes.word(measure.horizon)) == QUICK_WIN


def scheduled(eyes: Eyes, measure: Measure) -> bool:
    """Whether the map says when a measure comes: by a date, a phase or a horizon, or because it has begun."""
    far = eyes.word(measure.horizon)
    dated = bool(measure.due.cells or measure.phase.cells)
    return dated or far not in {"", QUICK_WIN} or eyes.word(measure.status) == "doing"


def rated(eyes: Eyes, measure: Measure) -> str:
    """Impact and effort in brackets, as far as they are stated."""
    figures = rating(eyes, measure)
    return f" ({figures})" if figures else ""


def rating(eyes: Eyes, measure: Measure) -> str:
    """Impact and effort in words, as far as they are stated."""
    pairs = (("impact", eyes.most(measure.impact)), ("effort", eyes.most(measure.effort)))
    return ", ".join(f"{name} {value:g}" for name, value in pairs if value is not None)
