"""A journey as one of its personas goes through it, with what is worked out of its flow once for all rules."""

from __future__ import annotations

from functools import cached_property

import attrs

from journeyql.facts import Bottleneck
from journeyql.model import Channel, Element, Graph, Journey, Moment, View
from journeyql_flow.answers import Answers
from journeyql_flow.chain import Chain
from journeyql_flow.costs import Costs
from journeyql_flow.guards import Guards
from journeyql_flow.likeliest import Path, likeliest
from journeyql_flow.parallel import Branches
from journeyql_flow.times import Times, bottlenecks, times
from journeyql_flow.visits import Visits, visits
from journeyql_flow.walk import Walk, walk


@attrs.frozen(eq=False, repr=False)
class Shared:
    """What is worked out once for all personas of a journey to whom the same ways are open, with the same odds."""

    chains: dict[object, Chain] = attrs.field(factory=dict)
    found: dict[Chain, Visits] = attrs.field(factory=dict)
    paths: dict[Chain, Path] = attrs.field(factory=dict)

    def chain(self, view: View, flow: Graph, guards: Guards) -> Chain:
        """The odds of the ways of a flow."""
        optional = frozenset(index for index, node in enumerate(flow.nodes) if view[node.optional])
        same = flow, optional, frozenset(guards.known.items())
        known = self.chains.get(same)
        if known is None:
            known = self.chains[same] = Chain.of(flow, optional, guards)
        return known

    def visits(self, chain: Chain) -> Visits:
        """How often customers come where."""
        known = self.found.get(chain)
        if known is None:
            known = self.found[chain] = visits(chain)
        return known

    def likeliest(self, chain: Chain) -> Path:
        """The likeliest way to where most customers end."""
        known = self.paths.get(chain)
        if known is None:
            ends = self.visits(chain).ends
            known = self.paths[chain] = likeliest(chain, max(range(len(ends)), key=ends.__getitem__))
        return known


@attrs.frozen(eq=False, repr=False, slots=False)
class Seen:
    """One journey in one view; `guards` say which ways are open to whom it is about."""

    view: View
    journey: Journey
    guards: Guards
    shared: Shared

    @cached_property
    def flow(self) -> Graph:
        """Its arrows."""
        return self.view.flow(self.journey)

    @cached_property
    def steps(self) -> tuple[Moment, ...]:
        """Its touchpoints, in the order written."""
        return self.flow.nodes

    @cached_property
    def chain(self) -> Chain:
        """The odds of its ways."""
        return self.shared.chain(self.view, self.flow, self.guards)

    @cached_property
    def visits(self) -> Visits:
        """How often customers come where."""
        return self.shared.visits(self.chain)

    @cached_property
    def costs(self) -> Costs:
        """How long things take."""
        delays = any(edge.delay is not None for edge in self.flow.edges)
        return Costs.of_steps(self.view, self.steps, delays)

    @cached_property
    def walk(self) -> Walk:
        """The chain as one customer walks it."""
        return walk(self.chain, self.costs, self.visits.rings)

    @cached_property
    def walked(self) -> Visits:
        """How often one customer comes where."""
        return self.shared.visits(self.walk.chain)

    @cached_property
    def likeliest(self) -> Path:
        """The likeliest way to where most customers end."""
        return self.shared.likeliest(self.walk.chain)

    @cached_property
    def meetings(self) -> dict[str, str]:
        """The kind of channel at each touchpoint, by its path, where that is known."""
        kinds = {channel.path: self.view[channel.kind] or "" for channel in self.view.of(Channel)}
        named = ((step.path, self.view[step.channel]) for step in self.steps)
        found = ((path, self.view.follow(channel)) for path, channel in named if channel is not None)
        return {path: kinds.get(channel.path, "") for path, channel in found if channel is not None}

    def times(self, share: int) -> Times:
        """How long it takes; nothing where some never get to the end. Work is divided among a number of personas."""
        if self.visits.trapped:
            return Times(None, None)
        return times(self.walk.chain, self.costs, self.walked, share)

    @cached_property
    def bottlenecks(self) -> tuple[Bottleneck, ...]:
        """Where most of the waiting is; nowhere if some never get to the end."""
        if not self.costs.any_wait or self.visits.trapped or self.walked.trapped:
            return ()
        return bottlenecks(self.walk, self.costs, self.walked, Branches.of(self.chain, self.visits.rings))

    @cached_property
    def answers(self) -> Answers:
        """Where pains, actions and recoveries stand."""
        return Answers.of(self.view)

    def named(self, element: Element) -> str:
        """An element in a sentence."""
        return f'"{self.view.title(element)}"'


def looks(view: View, journey: Journey) -> dict[str, Seen]:
    """A journey through the eyes of each persona, by name; those for whom the file says the same share one."""
    found: dict[tuple[View, frozenset[str]], Seen] = {}
    shared = Shared()
    by_persona: dict[str, Seen] = {}
    for persona, part in view.perspectives(journey).items():
        guards = Guards.of(part, journey, persona)
        open_to = frozenset(word for word, holds in guards.known.items() if holds)
        by_persona[persona] = found.setdefault((part, open_to), Seen(part, journey, guards, shared))
    return by_persona
