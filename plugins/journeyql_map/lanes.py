"""Reads what stands in the rows of the map: one function for each lane."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property, partial
from typing import TypeVar

import attrs

from journeyql.model import (
    Backstage,
    Channel,
    Edge,
    Element,
    Handoff,
    Journey,
    Many,
    Moment,
    Proof,
    Quote,
    Stage,
    Support,
    Touchpoint,
    View,
)
from journeyql.model import (
    Lane as LaneElement,
)
from journeyql.render.icons import channel_icon
from journeyql_map.cast import Cast
from journeyql_map.comparisons import ends_of
from journeyql_map.figures import Figures
from journeyql_map.findings import Findings
from journeyql_map.selection import Selection
from journeyql_map.sheet import ASIDE, THOUGHT, TITLE, Chip, Gauge, Item, Lane, Marks, Paragraph, Shot
from journeyql_map.words import Words

E = TypeVar("E", bound=Element)
Read = Callable[[Moment], Iterator[Item]]


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Lanes:
    """Makes the lanes of one journey."""

    view: View
    journey: Journey
    cast: Cast
    words: Words
    figures: Figures
    findings: Findings
    steps: tuple[Moment, ...]
    selection: Selection
    entries: tuple[Edge, ...] = ()
    exits: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)

    def lanes(self, without: Collection[str] = ()) -> Iterator[Lane]:
        """All lanes that have any content, in the order in which they stand on the map, but for some of the file's own."""
        for key, named, read in self._table():
            cells = tuple(tuple(self._cell(step, read)) for step in self.steps)
            if any(cells):
                yield Lane(
                    key=key, name=self._renamed.get(key, self.words(named)), cells=cells, joined=key == "channel"
                )
        yield from self._own(without)

    def _table(self) -> Iterator[tuple[str, str, Read]]:
        """Key of a lane, key of its name, what stands in a cell."""
        yield "touchpoint", "lane.touchpoint", self._title
        yield "channel", "lane.channel", self._channel
        yield "picture", "map.picture", self._pictures
        yield "doing", "lane.doing", lambda step: self._texts(step, lambda one: one.doing)
        yield "expectation", "map.expectation", lambda step: self._texts(step, lambda one: one.expectation)
        yield "thinking", "lane.thinking", self._thoughts
        yield "feeling", "lane.feeling", self._feelings
        yield "waits", "lane.waits", self.figures.waits
        yield "measures", "lane.measures", self.figures.measures
        yield "pains", "lane.pains", self.findings.pains
        yield "chances", "map.chances", self.findings.chances
        yield "actions", "lane.actions", self.findings.actions
        yield "handoffs", "handoff", self._handoffs
        yield "proof", "lane.proof", lambda step: self._work(step, Proof)
        yield "front", "map.front", lambda step: self._work(step, Backstage, seen=True)
        yield "backstage", "lane.backstage", lambda step: self._work(step, Backstage)
        yield "support", "lane.support", lambda step: self._work(step, Support)

    def _cell(self, step: Moment, read: Read) -> Iterator[Item]:
        """What stands in the column of a step; the first step of a stage also has what is said of the whole stage."""
        stage = self._opens.get(step.path)
        if stage is not None and read not in (self._title, self._channel):
            yield from map(self._stagewide, read(stage))
        yield from read(step)

    def _stagewide(self, item: Item) -> Item:
        """An item that belongs to the whole stage says so."""
        whole = self.words("map.stagewide")
        match item:
            case Paragraph():
                return attrs.evolve(item, text=self.words.named(whole, item.text))
            case Chip() | Shot() | Marks():
                return item
            case Gauge():
                return attrs.evolve(item, label=self.words.join(whole, item.label))
        return attrs.evolve(item, over=self.words.join(whole, item.over))

    @cached_property
    def _opens(self) -> Mapping[str, Stage]:
        """The stages that have touchpoints, by the path of the first of these."""
        found: dict[str, Stage] = {}
        for step in self.steps:
            stage = self.view.parent(step)
            if isinstance(step, Touchpoint) and isinstance(stage, Stage) and stage not in found.values():
                found[step.path] = stage
        return found

    def _title(self, step: Moment) -> Iterator[Item]:
        view, words = self.view, self.words
        if isinstance(step, Touchpoint):
            yield Paragraph(text=view.title(step), style=TITLE)
        moment = view[step.moment]
        aside = words.join(
            self.cast.only(step),
            self._entry(step),
            words.figure(view[step.at]),
            words.word(Touchpoint, "status", view[step.status]),
            words("map.optional") if view[step.optional] else "",
            words(f"moment.{moment}") if moment in {"peak", "end"} else "",
        )
        if aside:
            yield Paragraph(text=aside, style=ASIDE)
        yield from (Paragraph(text=said, style=ASIDE) for said in self.exits.get(step.path, ()))

    def _entry(self, step: Moment) -> str:
        """That the journey begins at a touchpoint, where it may begin at several, with the share of those who begin there."""
        found = [edge for edge in self.entries if edge.target is step]
        if not found or len(self.entries) == 1:
            return ""
        share = sum(edge.share or 0.0 for edge in found)
        return self.words.join(self.words("map.entry"), self.words.percent(share or None)).replace(" ", "\u00a0")

    def _channel(self, step: Moment) -> Iterator[Item]:
        ref = self.view[step.channel]
        channel = self.view.follow(ref) if ref is not None else None
        if not isinstance(channel, Channel):
            return
        kind = self.view[channel.kind] or ""
        written = self.view.narrowed(language="")
        icon = channel_icon(self.view[channel.icon] or "", kind, written[channel.carrier] or "", written.title(channel))
        yield Chip(words=self.view.title(channel), kind=kind, icon=icon)

    def _texts(self, step: Moment, field: Callable[[Moment], Many[str]]) -> Iterator[Item]:
        parts = self.words
        for text in self.cast.said(step, lambda view: parts.join(*view[field(step)])):
            yield Paragraph(text=text)

    def _thoughts(self, step: Moment) -> Iterator[Item]:
        words = self.words
        for text in self.cast.said(step, lambda view: " ".join(words.quoted(one) for one in view[step.thinking])):
            yield Paragraph(text=text, style=THOUGHT)
        for quote in self._children(step, Quote):
            yield Paragraph(text=words.quoted(self.view.title(quote)), style=THOUGHT)

    def _feelings(self, step: Moment) -> Iterator[Item]:
        """What is felt where no score is known, so that it has no place in the band."""

        def read(view: View) -> str:
            return self.words.word(Touchpoint, "feeling", view[step.feeling]) if view[step.emotion] is None else ""

        for text in self.cast.said(step, read):
            yield Paragraph(text=text)

    def _pictures(self, step: Moment) -> Iterator[Item]:
        """What it looks like: one picture for everybody, or one for each view of it."""
        if isinstance(step, Touchpoint):
            cells = (view.cell(step.image) for _, view in self.cast.eyes if view.has(step))
            found = (self.cast.picture(cell) for cell in cells)
            yield from (Shot(picture=one) for one in dict.fromkeys(found) if one is not None)

    def _handoffs(self, step: Moment) -> Iterator[Item]:
        """To whom the customer is passed on, and what goes along."""
        for item in self._children(step, Handoff):
            to = self.view[item.to]
            target = self.view.follow(to) if to is not None else None
            name = f"→ {self.view.title(target)}" if target is not None else ""
            carried = self.words.listed(*self.view[item.carries])
            yield Paragraph(text=self.words.join(self.view.title(item), name, carried))

    def _work(self, step: Moment, kind: type[Backstage | Support | Proof], *, seen: bool = False) -> Iterator[Item]:
        for item in self._children(step, kind):
            if isinstance(item, Backstage) and bool(self.view[item.visible]) != seen:
                continue
            found = (self.view.follow(ref) for ref in self.view[item.by])
            names = self.words.listed(*(self.view.title(one) for one in found if one is not None))
            title = self.view.title(item)
            yield Paragraph(text=self.words("map.by", text=title, names=names) if names else title)

    def _children(self, step: Moment, kind: type[E]) -> Iterator[E]:
        """What stands in a touchpoint, if elements of its kind are shown."""
        yield from self.view.children(step, kind) if self.selection.shows(kind) else ()

    @cached_property
    def _renamed(self) -> Mapping[str, str]:
        """The titles that the file gives to built-in lanes, by key."""
        known = {"pain": "pains", "action": "actions", "need": "chances", "wait": "waits", "metric": "measures"}
        lanes = self.view.children(self.journey, LaneElement)
        return {known.get(lane.id, lane.id): self.view.title(lane) for lane in lanes}

    def renamed(self, key: str, name: str) -> str:
        """The name of a lane: the file's own, or the given one."""
        return self._renamed.get(key, name)

    def _own(self, without: Collection[str]) -> Iterator[Lane]:
        """The lanes that the file declares itself."""
        for lane in self.view.children(self.journey, LaneElement):
            cells = tuple(tuple(self._cell(step, partial(self._own_cell, lane=lane))) for step in self.steps)
            if lane.id not in without and any(cells):
                yield Lane(key=f"own.{lane.id}", name=self.view.title(lane), cells=cells)

    def _own_cell(self, step: Moment, lane: LaneElement) -> Iterator[Item]:
        ends = ends_of(self.view, lane) if self.view[lane.type_] == "score" else None
        for text in self.cast.said(step, lambda view: self.words.figure(view.own(step, lane.id))):
            value = self.view.own(step, lane.id)
            if ends and isinstance(value, int | float) and text == self.words.figure(value):
                yield self.figures.own("", value, ends)
            else:
                yield Paragraph(text=text)
