"""Reads one journey of a view into a picture: all words chosen, nothing measured."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

import attrs

from journeyql.model import Evidence, Goal, Journey, Market, Moment, Pain, Stage, Touchpoint, View
from journeyql.plugin import RenderContext
from journeyql_graphviz.people import Cast
from journeyql_graphviz.picture import Card, Phase, Picture
from journeyql_graphviz.steps import Steps, scores
from journeyql_graphviz.vocabulary import Words
from journeyql_graphviz.ways import Ways

_LEGEND = (
    *("legend.grounded", "legend.assumed", "graphviz.everybody", "channel.online", "channel.offline"),
    *("channel.hidden", "channel.voice", "channel.iot", "channel.virtual", "legend.severity", "graphviz.pain"),
    *("graphviz.hurt", "graphviz.wait", "legend.missed", "legend.moment"),
    *("graphviz.condition", "graphviz.return", "graphviz.handover", "graphviz.switch"),
)


def read(ctx: RenderContext[Any], journey: Journey) -> Picture:
    """The picture of a journey."""
    return _Reader.of(ctx, journey).picture()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Reader:
    ctx: RenderContext[Any]
    view: View
    journey: Journey
    words: Words
    cast: Cast
    steps: Steps

    @classmethod
    def of(cls, ctx: RenderContext[Any], journey: Journey) -> _Reader:
        words = Words(locale=ctx.locale, label=ctx.label)
        cast = Cast.of(ctx.view, journey, words)
        steps = Steps(view=ctx.view, cast=cast, words=words)
        return cls(ctx=ctx, view=ctx.view, journey=journey, words=words, cast=cast, steps=steps)

    def picture(self) -> Picture:
        phases = tuple(self._phases())
        ways = Ways(view=self.view, steps=self.steps, words=self.words)
        cards = tuple(card for phase in phases for card in phase.cards)
        return Picture(
            key=self.journey.id,
            title=self.view.title(self.journey),
            goals=tuple(self.view.title(goal) for goal in self.view.children(self.journey, Goal)),
            line=self._line(),
            description=self._description(phases, cards),
            lang=self.ctx.locale,
            people=self.cast.people(),
            phases=phases,
            arrows=tuple(ways.arrows(self.journey)),
            counts=self._counts(cards),
            origin=self.words.join("JourneyQL", PurePath(self.view.model.source.name).name),
            legend=tuple((key, self.words(key)) for key in _LEGEND),
        )

    def _phases(self) -> Iterator[Phase]:
        number = 0
        for place, stage in enumerate(self.view.stages(self.journey), 1):
            steps: tuple[Moment, ...] = self.view.steps(stage)
            cards = tuple(self.steps.card(step, number + index) for index, step in enumerate(steps, 1))
            number += len(steps)
            acts = steps == (stage,)
            yield Phase(
                key=stage.path,
                number=place,
                name=self.view.title(stage),
                note="" if acts else self._duration(stage),
                cards=cards,
                hurts=() if acts else self.steps.hurts(stage),
                alone=acts,
            )

    def _duration(self, stage: Stage) -> str:
        value = self.view[stage.duration]
        return self.words.duration(value) if value is not None else ""

    def _line(self) -> str:
        view, words, journey = self.view, self.words, self.journey
        state = view.context.state if view.context.state != "current" else view[journey.state] or "current"
        owner = view[journey.owner]
        named = view.follow(owner) if owner is not None else None
        version, updated = view[journey.version], view[journey.updated]
        return words.join(
            words(f"state.{state}"),
            words("graphviz.in", name=self._market()) if view.context.market else "",
            words("versioned", version=version) if version else "",
            words.date(updated) if updated else "",
            words("owned", name=view.title(named)) if named is not None else "",
        )

    def _market(self) -> str:
        asked = self.view.context.market
        return next((self.view.title(market) for market in self.view.of(Market) if market.id == asked), asked)

    def _counts(self, cards: tuple[Card, ...]) -> str:
        """What the scores rest on, and how much is not shown."""
        within = self.view.model.below(self.journey)
        hidden = sum(1 for step in within if isinstance(step, Touchpoint) and not self.view.has(step))
        more = self.words("graphviz.more", count=hidden) if hidden else ""
        if not self.view.of(Evidence):
            return self.words.sentence(self.words("evidence.none"), more)
        count, assumed = scores(tuple(face for card in cards for face in card.faces))
        unknown = sum(1 for card in cards if not card.faces)
        said = self.words("evidence.scores", stated=count - assumed, count=count, assumed=assumed, unknown=unknown)
        return self.words.sentence(said, more)

    def _description(self, phases: tuple[Phase, ...], cards: tuple[Card, ...]) -> str:
        words = self.words
        counts = [words("count.stages", count=len(phases)), words("count.touchpoints", count=len(cards))]
        if self.cast.members:
            counts.append(words("count.personas", count=len(self.cast.members)))
        pains = sum(1 for _ in self.view.within(self.journey, Pain))
        if pains:
            counts.append(words("count.pains", count=pains))
        said = words("graphviz.counts", counts=words("join.list").join(counts))
        return words.sentence(words("graphviz.flow"), said, *self._extremes(cards))

    def _extremes(self, cards: tuple[Card, ...]) -> Iterator[str]:
        """The lowest point and the peak."""
        found = [(face.score, -card.number, card, face) for card in cards for face in card.faces]
        if not found:
            return
        for key, (_, _, card, face) in (
            ("describe.lowest", min(found, key=lambda item: item[:2])),
            ("describe.peak", max(found, key=lambda item: item[:2])),
        ):
            score = self.words("score", score=face.score, highest=face.highest)
            yield self.words(key, touchpoint=card.title, score=score)
