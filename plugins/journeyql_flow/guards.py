"""Ways that are open to some people only: guards that name a persona or a segment (`if=vip`, `unless=newcomer`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from journeyql.model import Edge, Element, Graph, Journey, Persona, Segment, View


@attrs.frozen(eq=False, repr=False)
class Guards:
    """Which guards about people hold for one persona; nobody's, if `persona` is empty: then no way is barred.

    `known` says of each word that names a persona or segment whether the persona is it, or in it.
    """

    persona: str
    known: dict[str, bool]

    @classmethod
    def of(cls, view: View, journey: Journey, persona: str) -> Guards:
        """The guards on the arrows of a journey."""
        if not persona:
            return cls("", {})
        people = {persona, *view.model.segments_of(persona)}
        named = ((word, view.guarding(word, near)) for word, near in _words(view.flow(journey), journey))
        return cls(
            persona,
            {
                word: found[0].id in people
                for word, found in named
                if found is not None and isinstance(found[0], Persona | Segment) and not found[1]
            },
        )

    def bar(self, edge: Edge) -> bool:
        """Whether an arrow is closed to the persona."""
        if not (edge.needs or edge.bars):
            return False
        wanted = any(not self.known.get(word, True) for word in edge.needs)
        return wanted or any(self.known.get(word, False) for word in edge.bars)

    def close(self, edges: Sequence[Edge]) -> bool:
        """Whether every one of some arrows is closed to the persona."""
        return bool(edges) and all(map(self.bar, edges))


def _words(flow: Graph, journey: Journey) -> Iterator[tuple[str, Element]]:
    """The words of guards, each with what it stands in."""
    for edge in flow.edges:
        near = edge.source or journey
        for word in (*edge.needs, *edge.bars):
            yield word, near
