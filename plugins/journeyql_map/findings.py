"""Reads pains, needs, opportunities, actions and recoveries into cards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeVar

import attrs

from journeyql.model import (
    ASSUMED,
    Action,
    Element,
    Moment,
    Need,
    Opportunity,
    Pain,
    Recovery,
    Remedy,
    View,
    properties_of,
)
from journeyql_map.cast import Cast
from journeyql_map.ranks import Ranks
from journeyql_map.selection import Selection
from journeyql_map.sheet import ACTION, CHANCE, NONE, PAIN, RECOVERY, Card
from journeyql_map.words import Words

E = TypeVar("E", bound=Element)
#: A space at which no line is broken: a date or a rating stays on one line.
_NO_BREAK: Final = "\u00a0"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Findings:
    """Makes cards for what stands in a touchpoint or stage."""

    view: View
    cast: Cast
    words: Words
    selection: Selection
    ranks: Ranks = Ranks()

    def pains(self, place: Element, over: str = "") -> Iterator[Card]:
        """The pains in an element, those of other findings included."""
        for pain in self._within(place, Pain):
            severity, frequency = self.view[pain.severity], self.view[pain.frequency]
            ranks = list(properties_of(Pain)["severity"].value.words)
            yield Card(
                kind=PAIN,
                text=self.view.title(pain),
                over=self._over(pain, self.words.join(self._rank(pain), over)),
                severity=ranks.index(severity) + 1 if severity in ranks else 0,
                share=self.words.percent(frequency),
                assumed=self.view.grade(pain.severity if severity else pain.title) == ASSUMED,
            )

    def chances(self, place: Element, over: str = "") -> Iterator[Card]:
        """The needs and opportunities in an element."""
        for kind in (Need, Opportunity):
            for item in self._within(place, kind):
                matters, served = self.view[item.importance], self.view[item.satisfaction]
                foot = self.words.join(
                    self.words("map.own", value=matters) if matters is not None else "",
                    self.words("map.satisfied", value=served) if served is not None else "",
                )
                yield Card(kind=CHANCE, text=self.view.title(item), over=self._over(item, over), foot=foot)

    def actions(self, place: Element, over: str = "") -> Iterator[Card]:
        """The actions and recoveries in an element; a box that says so where a pain has neither."""
        found = [*self._within(place, Action), *self._within(place, Recovery)]
        all_shown = self.selection.shows(Action) and self.selection.shows(Recovery)
        if not found and all_shown and next(self._within(place, Pain), None) is not None:
            yield Card(kind=NONE, text=self.words("action.none"))
        for item in found:
            owner = self.view[item.owner]
            named = self.view.follow(owner) if owner is not None else None
            yield Card(
                kind=ACTION if isinstance(item, Action) else RECOVERY,
                text=self.view.title(item),
                over=self._over(item, over),
                owner=self.cast.name(named) if named is not None else "",
                foot=self._terms(item),
            )

    def _within(self, place: Element, kind: type[E]) -> Iterator[E]:
        for item in self.view.within(place, kind) if self.selection.shows(kind) else ():
            around = self.view.around(item, Moment)
            if around is place or around is None:
                yield item

    def _rank(self, pain: Pain) -> str:
        """That a pain is one of those that hurt most."""
        number = self.ranks.pains.get(pain.path)
        return self.words("map.rank", number=number).replace(" ", _NO_BREAK) if number else ""

    def _over(self, item: Element, over: str) -> str:
        return self.words.join(over, self.cast.only(item))

    def _terms(self, item: Remedy) -> str:
        view, words = self.view, self.words
        impact, effort = view[item.impact], view[item.effort]
        rated = [
            words.named(words(key), words.figure(one))
            for key, one in (("impact", impact), ("effort", effort))
            if one is not None
        ]
        if len(rated) > 1:
            rated = words("impact.effort", impact=impact, effort=effort).split(words("join.parts"))
        within, due = view[item.within], view[item.due]
        quadrant = self.ranks.quadrants.get(item.path)
        parts = (
            words(f"map.{quadrant}") if quadrant else "",
            *rated,
            words("within", time=words.figure(within)) if within is not None else "",
            words("map.due", date=words.figure(due)) if due is not None else "",
        )
        return words.join(*(part.replace(" ", _NO_BREAK) for part in parts))
