"""Says what a map rests on, how much of it is known, and what is most important in one paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from journeyql.model import Action, Element, Evidence, Journey, Pain, Recovery, View
from journeyql_map.selection import Selection
from journeyql_map.sheet import Column, Line, Point
from journeyql_map.words import Words


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Account:
    """The account of one journey."""

    view: View
    journey: Journey
    words: Words
    selection: Selection

    def evidence(self) -> tuple[tuple[str, str], ...]:
        """Each evidence: its title, and method, sample and date."""
        return tuple((self.view.title(one), self._made(one)) for one in self.view.of(Evidence))

    def _made(self, one: Evidence) -> str:
        words, method, sample = self.words, self.view[one.method], self.view[one.sample]
        return words.join(
            words(f"method.{method}") if method else "",
            words("sample.size", count=sample) if sample is not None else "",
            words.figure(self.view[one.date]),
        )

    def counts(self, lines: tuple[Line, ...]) -> str:
        """How many scores of the state that is drawn rest on evidence, are assumed, and are not known."""
        if not self.view.of(Evidence):
            return self.words("evidence.none")
        felt = (line for line in lines if not line.own and not line.plain)
        slots = [(point, here) for line in felt for point, here in zip(line.points, line.present, strict=True)]
        known = [point for point, _ in slots if point is not None]
        assumed = sum(1 for point in known if point.assumed)
        unknown = sum(1 for point, here in slots if here and point is None)
        count, stated = len(known), len(known) - assumed
        return self.words("evidence.scores", stated=stated, count=count, assumed=assumed, unknown=unknown)

    def description(
        self, lines: tuple[Line, ...], columns: tuple[Column, ...], stages: int, people: int, more: Iterable[str]
    ) -> str:
        """The map in words, for those who do not see it; `more` are further sentences."""
        words = self.words
        counts = [words("count.stages", count=stages), words("count.touchpoints", count=len(columns))]
        found = {
            "count.personas": people,
            "count.pains": self._count(Pain),
            "count.actions": self._count(Action) + self._count(Recovery),
        }
        counts += [words(key, count=count) for key, count in found.items() if count]
        said = words("sentence", text=words.listed(*counts))
        return words.sentences(words("describe.map"), said, *self._extremes(lines, columns), *more)

    def _count(self, kind: type[Element]) -> int:
        """How many elements of a kind are shown."""
        return sum(1 for _ in self.view.within(self.journey, kind)) if self.selection.shows(kind) else 0

    def _extremes(self, lines: tuple[Line, ...], columns: tuple[Column, ...]) -> Iterator[str]:
        """The lowest point and the peak of each line."""
        for line in lines:
            known = [(point, column) for point, column in zip(line.points, columns, strict=True) if point is not None]
            if not known:
                continue
            for key, pick in (("describe.lowest", min), ("describe.peak", max)):
                point, column = pick(known, key=_height)
                score = self.words("score", score=point.score, highest=line.highest)
                one = {"touchpoint": column.title, "score": score}
                yield self.words(f"{key}.of", name=line.name, **one) if line.name else self.words(key, **one)


def _height(pair: tuple[Point, Column]) -> float:
    return pair[0].height
