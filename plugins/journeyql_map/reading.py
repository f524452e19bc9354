"""Reads one journey of a view into a sheet: all words chosen, nothing measured."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import PurePath

import attrs

from journeyql.model import Edge, Goal, Journey, Market, Moment, Stage, View
from journeyql.plugin import RenderContext
from journeyql.render import name_prefix
from journeyql_map.account import Account
from journeyql_map.additions import Additions
from journeyql_map.cast import Cast
from journeyql_map.comparisons import Comparisons
from journeyql_map.feelings import Feelings
from journeyql_map.figures import Figures
from journeyql_map.findings import Findings
from journeyql_map.lanes import Lanes
from journeyql_map.layouts import BAND, chosen
from journeyql_map.options import Options
from journeyql_map.ranks import Ranks
from journeyql_map.routes import Routes
from journeyql_map.selection import Selection
from journeyql_map.sheet import NONE, PATTERNS, Card, Column, Item, Line, Phase, Sheet
from journeyql_map.signs import Signs
from journeyql_map.summary import summary
from journeyql_map.timeline import ordered
from journeyql_map.times import Times
from journeyql_map.trail import levels
from journeyql_map.words import Words

_LEGEND = (
    *("legend", "legend.grounded", "legend.assumed", "legend.gap", "channel.online", "channel.offline"),
    *("channel.hidden", "legend.met", "legend.missed", "legend.target", "legend.opportunity", "legend.recovery"),
    *("legend.severity", "legend.moment", "map.condition", "map.return", "lane.path", "lane.emotion", "evidence"),
    *(
        "lane.visibility",
        "map.interaction",
        "map.internal",
        "map.whole",
        "moment.truth",
        "lane.feeling",
        "map.score",
        "map.page",
        *("colon", "join.list"),
        *("map.entry", "map.exit", "map.time", "map.untimed", "map.stretched", "map.broken"),
    ),
)


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Reader:
    """Reads what is selected of a journey."""

    ctx: RenderContext[Options]
    view: View
    journey: Journey
    selection: Selection = Selection()

    @cached_property
    def words(self) -> Words:
        """The words of the reader's language."""
        return Words(locale=self.ctx.locale, label=self.ctx.label)

    @cached_property
    def cast(self) -> Cast:
        """Whom it is about."""
        return Cast.of(self.view, self.journey, self.words, self.ctx.picture, self.selection)

    @cached_property
    def steps(self) -> tuple[Moment, ...]:
        """The columns: all touchpoints, but not those of personas who are left out."""
        steps = self.view.steps(self.journey)
        if not self.selection.people:
            return steps
        return tuple(step for step in steps if any(view.has(step) for _, view in self.cast.eyes))

    def sheet(self) -> Sheet:
        """The sheet of the journey."""
        lines = self._lines()
        phases, columns = tuple(self._phases()), tuple(self._columns())
        account = Account(view=self.view, journey=self.journey, words=self.words, selection=self.selection)
        curved = {lane.id for lane in self._comparisons.lanes()}
        signs = Signs(ctx=self.ctx, view=self.view, words=self.words, steps=self.steps)
        told = (*self._reader.lanes(without=curved), *self._additions.lanes(), *signs.lanes())
        told = summary(told) if self.ctx.options.layout == "executive" else told
        order, lanes = chosen(
            self.ctx.options.layout, told, tuple(BAND if one in curved else one for one in self.selection.lanes)
        )
        goals = (self.view.title(goal) for goal in self.view.children(self.journey, Goal))
        sheet = Sheet(
            key=self.journey.id,
            lang=self.ctx.locale,
            title=self.view.title(self.journey),
            goal=self.words.listed(*goals),
            state=self._state(),
            about=self.words.figure(self.view[self.journey.scenario]).strip(),
            description=account.description(
                lines, columns, len(phases), len(self.cast.members), (*self._worst(), *signs.said(columns))
            ),
            people=self.cast.people(name_prefix(self.journey.id)),
            columns=columns,
            phases=phases,
            lanes=lanes,
            lines=lines,
            levels=tuple(self.words(f"level.{level}") for level in range(1, 6)),
            routes=tuple(self._routes.of(self.journey)),
            whole=tuple(self._whole()) if self.ctx.options.layout in {"map", "executive"} else (),
            evidence=account.evidence(),
            counts=account.counts(lines),
            origin=self._origin(),
            words={key: self._word(key) for key in _LEGEND},
            order=order,
        )
        if self.ctx.options.axis != "time":
            return sheet
        clock = Times(self.view, self.journey, self.steps)
        elapsed = clock.elapsed()
        times = ordered(elapsed, levels(sheet))
        astray = tuple(place for place, time in enumerate(times) if time is None and elapsed[place] is not None)
        exact = tuple(clock.exact[step.path] for step in self.steps)
        return attrs.evolve(sheet, times=times, exact=exact, astray=astray) if times else sheet

    def _lines(self) -> tuple[Line, ...]:
        """The curves: of emotion, then of other scores, unless a saved view leaves these out."""
        felt = Feelings(
            cast=self.cast, journey=self.journey, words=self.words, steps=self.steps, compare=self.ctx.options.compare
        )
        return (*felt.lines(), *self._comparisons.lines())

    @cached_property
    def _comparisons(self) -> Comparisons:
        """The lanes that are drawn as curves."""
        return Comparisons(
            view=self.view,
            journey=self.journey,
            words=self.words,
            steps=self.steps,
            asked=self.ctx.options.curves,
            shown=self.selection.lanes,
        )

    def _word(self, key: str) -> str:
        if key in PATTERNS:
            return self.words(key, **PATTERNS[key])
        return self._reader.renamed("emotion", self.words(key)) if key == "lane.emotion" else self.words(key)

    @cached_property
    def _figures(self) -> Figures:
        return Figures(view=self.view, words=self.words, selection=self.selection)

    @cached_property
    def _findings(self) -> Findings:
        return Findings(view=self.view, cast=self.cast, words=self.words, selection=self.selection, ranks=self._ranks)

    @cached_property
    def _ranks(self) -> Ranks:
        return Ranks.of(self.ctx.facts, self.view, self.journey)

    def _worst(self) -> tuple[str, ...]:
        """The sentence that says what hurts most."""
        worst = self._ranks.worst
        return (self.words("sentence", text=self.words("map.worst", pain=worst)),) if worst else ()

    @cached_property
    def _reader(self) -> Lanes:
        return Lanes(
            view=self.view,
            journey=self.journey,
            cast=self.cast,
            words=self.words,
            figures=self._figures,
            findings=self._findings,
            entries=self._entries,
            exits=self._exits,
            selection=self.selection,
            steps=self.steps,
        )

    @cached_property
    def _additions(self) -> Additions:
        return Additions(view=self.view, words=self.words, steps=self.steps)

    def _phases(self) -> Iterator[Phase]:
        first = 0
        shown = {step.path for step in self.steps}
        for number, stage in enumerate(self.view.stages(self.journey), 1):
            steps = tuple(step for step in self.view.steps(stage) if step.path in shown)
            if steps:
                note = self._note(stage) if steps != (stage,) else ""
                yield Phase(number=number, name=self.view.title(stage), note=note, first=first, end=first + len(steps))
                first += len(steps)

    def _note(self, stage: Stage) -> str:
        duration = self.view[stage.duration]
        return self.words("about", time=self.words.figure(duration)) if duration is not None else ""

    def _columns(self) -> Iterator[Column]:
        entries = {edge.target.path for edge in self._entries if edge.target is not None}
        for number, step in enumerate(self.steps, 1):
            channel = self.view[step.channel]
            found = self.view.follow(channel) if channel is not None else None
            yield Column(
                number=number,
                title=self.view.title(step),
                hidden=found is not None and self.view[found.kind] == "hidden",
                badge=self.words("moment.truth") if self.view[step.moment] == "truth" else "",
                entry=number > 1 and step.path in entries,
                exit=step.path in self._exits,
            )

    @cached_property
    def _entries(self) -> tuple[Edge, ...]:
        """The ways into the journey."""
        return self.view.flow(self.journey).out(None)

    @cached_property
    def _routes(self) -> Routes:
        return Routes(view=self.view, cast=self.cast, words=self.words, steps=self.steps)

    @cached_property
    def _exits(self) -> Mapping[str, tuple[str, ...]]:
        """What is said of the ways out of the journey, by the path of the touchpoint."""
        return self._routes.exits(self.journey)

    def _whole(self) -> Iterator[Item]:
        """What is said of the whole journey: metrics, and findings that stand in no touchpoint."""
        yield from self._figures.metrics(self.journey)
        for cards in (self._findings.pains, self._findings.chances, self._findings.actions):
            yield from (card for card in cards(self.journey) if isinstance(card, Card) and card.kind != NONE)

    def _state(self) -> str:
        view, words, journey = self.view, self.words, self.journey
        state = view.context.state if view.context.state != "current" else view[journey.state] or "current"
        owner = view[journey.owner]
        named = view.follow(owner) if owner is not None else None
        version, updated = view[journey.version], view[journey.updated]
        return words.join(
            words(f"state.{state}"),
            words("map.in", name=self._market()) if view.context.market else "",
            words("versioned", version=version) if version else "",
            words.figure(updated),
            words("owned", name=view.title(named)) if named is not None else "",
            words("map.shown", name=self.selection.title) if self.selection.title else "",
        )

    def _market(self) -> str:
        asked = self.view.context.market
        return next((self.view.title(market) for market in self.view.of(Market) if market.id == asked), asked)

    def _origin(self) -> str:
        source = self.view.model.source
        lines = source.text.replace("\r\n", "\n")
        digest = f"{zlib.crc32(lines.encode('utf-8', 'replace')):08x}"
        return self.words.join("JourneyQL", PurePath(source.name).name, self.words("content", hash=digest))
