"""What is to be done, what it is meant to mend, and what answers a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from journeyql.model import Action, Element, Experiment, Finding, Journey, Moment, Recovery
from journeyql_priorities.eyes import Eyes

Measure: TypeAlias = Action | Recovery

#: What has come to an end.
_OVER = {"done", "dropped"}


@attrs.frozen(eq=False, repr=False)
class Measures:
    """The measures of a view.

    `all` has those that are not dropped, `open` the work that is left: those that are not done either, recoveries only if
    somebody rated or scheduled them; the others wait for their occasion. `aims` says by path what each is meant
    for: what it names, and what it stands in if that is a finding or it names nothing, with the findings around these.
    `answers` has for each of these, by path, the measures and experiments for it.
    """

    eyes: Eyes
    all: tuple[Measure, ...]
    open: tuple[Measure, ...]
    aims: dict[str, tuple[Element, ...]]
    answers: dict[str, tuple[Element, ...]]

    @classmethod
    def of(cls, eyes: Eyes) -> Measures:
        """What is to be done in a view."""
        kept = _kept(eyes)
        aims = {item.path: tuple(_aims(eyes, item)) for item in kept}
        answers: dict[str, list[Element]] = {}
        for item in kept:
            for aim in aims[item.path]:
                answers.setdefault(aim.path, []).append(item)
        measures = tuple(item for item in kept if isinstance(item, Action | Recovery))
        return cls(eyes, measures, _open(eyes, measures), aims, {path: tuple(found) for path, found in answers.items()})

    def planned(self, finding: Element) -> bool:
        """Whether anything is planned for a finding, or at its touchpoint or stage without naming anything else."""
        place = self.eyes.view.parent(finding)
        beside = isinstance(place, Moment) and place.path in self.answers
        return beside or finding.path in self.answers


def open_measures(eyes: Eyes) -> tuple[Measure, ...]:
    """The work that is left in a view."""
    return _open(eyes, (*eyes.every(Action), *eyes.every(Recovery)))


def _open(eyes: Eyes, measures: Iterable[Measure]) -> tuple[Measure, ...]:
    return tuple(item for item in measures if eyes.word(item.status) not in _OVER and _work(item))


def _kept(eyes: Eyes) -> list[Element]:
    everything: list[Element] = [*eyes.every(Action), *eyes.every(Recovery), *eyes.every(Experiment)]
    return [item for item in everything if eyes.word(item.status) != "dropped"]


def _work(item: Measure) -> bool:
    stated = (item.impact, item.effort, item.due, item.phase)
    return isinstance(item, Action) or any(field.cells for field in stated)


def _aims(eyes: Eyes, item: Element) -> Iterator[Element]:
    seen: set[str] = set()
    for start in _first_aims(eyes, item):
        aim: Element | None = start
        while aim is not None and aim.path not in seen:
            seen.add(aim.path)
            yield aim
            around = eyes.view.parent(aim) if isinstance(aim, Finding) else None
            aim = around if isinstance(around, Finding) else None


def _first_aims(eyes: Eyes, item: Element) -> Iterator[Element]:
    named = tuple(_named(eyes, item))
    yield from named
    around = eyes.view.parent(item)
    if isinstance(around, Finding) or (around is not None and not named and not isinstance(around, Journey)):
        yield around


def _named(eyes: Eyes, item: Element) -> Iterator[Element]:
    if isinstance(item, Action | Recovery):
        for ref in eyes.many(item.addresses):
            aim = eyes.view.follow(ref)
            if aim is not None:
                yield aim
