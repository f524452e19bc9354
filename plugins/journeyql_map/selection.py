"""What of a journey is drawn: all of it, or what a saved view names."""

from __future__ import annotations

from typing import Any

import attrs

from journeyql.model import Element, Market, Persona, SavedView, View, kind_of
from journeyql.plugin import RenderContext


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Selection:
    """Lanes in their order, kinds of elements and the paths of personas; all of each, where none is named."""

    title: str = ""
    lanes: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

    def shows(self, kind: type[Element]) -> bool:
        """Whether elements of a kind are shown."""
        return not self.kinds or kind_of(kind).name in self.kinds

    def about(self, persona: Persona) -> bool:
        """Whether a persona is among those that are shown."""
        return not self.people or persona.path in self.people


def selected(ctx: RenderContext[Any], saved: SavedView | None) -> tuple[RenderContext[Any], Selection]:
    """The context that a saved view is drawn in, and what it names. What was asked for besides it wins over it."""
    if saved is None:
        return ctx, Selection()
    view = ctx.view
    people = [persona for persona in map(view.follow, view[saved.persona]) if persona is not None]
    chosen = Selection(
        title=view.title(saved),
        lanes=view[saved.lanes],
        kinds=frozenset(view[saved.kinds]),
        people=frozenset() if view.context.persona else frozenset(persona.path for persona in people),
    )
    locale = view[saved.locale] or ""
    if locale and not view.context.language:
        ctx = attrs.evolve(ctx, locale=locale, label=ctx.labels(locale))
    return attrs.evolve(ctx, view=view.narrowed(**_narrower(view, saved, people, locale))), chosen


def _narrower(view: View, saved: SavedView, people: list[Persona], locale: str) -> dict[str, str]:
    """The dimensions that a saved view settles, and nobody else."""
    market = view[saved.market]
    target = view.follow(market) if market is not None else None
    found = {
        "persona": people[0].id if len(people) == 1 and not view.context.segment else "",
        "market": target.id if isinstance(target, Market) else "",
        "state": view[saved.state] or "",
        "language": locale,
    }
    asked = {"persona": view.context.persona, "market": view.context.market, "language": view.context.language}
    if view.context.state != "current":
        asked["state"] = view.context.state
    return {name: value for name, value in found.items() if value and not asked.get(name)}
