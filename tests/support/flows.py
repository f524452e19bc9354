"""Journeys with the flow of a table, as one customer sees them."""

from __future__ import annotations

from collections.abc import Mapping

from resolving import resolved

from journeyql_flow.seen import Seen, looks


def seen(text: str, persona: str = "") -> Seen:
    """The first journey of a text, through the eyes of a persona if one is named, else of the first or nobody."""
    view = resolved(text).model.view()
    people = looks(view, view.journeys[0])
    return people[persona] if persona else next(iter(people.values()))


def journey(steps: Mapping[str, str], after: str = "") -> str:
    """A journey of touchpoints: by name what stands behind the title, and below that the arrows."""
    lines = ['journey j "J"', '  stage s "S"']
    for name, told in steps.items():
        head, _, arrows = told.partition("->")
        lines.append(f'    touchpoint {name} "{name.upper()}" {head.strip()}'.rstrip())
        lines += [f"      -> {arrow.strip()}" for arrow in arrows.split("->") if arrow.strip()]
    return "\n".join([*lines, *([f"  {after}"] if after else []), ""])


def counts(one: Seen) -> dict[str, float]:
    """The visits of each touchpoint by its name."""
    return {step.id: round(count, 9) for step, count in zip(one.steps, one.visits.counts, strict=True)}
