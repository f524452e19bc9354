"""Code of a plugin author that must type-check under mypy strict, a kind of their own included. Never run."""

from __future__ import annotations

from typing import assert_type

from journeyql.model import (
    DURATION,
    SCORE,
    TERRITORY,
    TEXT,
    Cell,
    Channel,
    Duration,
    Element,
    Graph,
    Journey,
    Many,
    Measure,
    Model,
    Moment,
    Persona,
    PropertySpec,
    Ref,
    Stage,
    Touchpoint,
    Varying,
    View,
    facet,
    kind,
    many,
    one,
    property_of,
    ref,
)
from journeyql.plugin import NoOptions, PassContext


@kind("ritual", inside=("touchpoint",))
class Ritual(Element):
    """Something customers do the same way each time."""

    comfort: Varying[float] = one(SCORE, "How much it comforts, on the journey's scale.")
    lasts: Varying[Duration] = one(DURATION, "How long it takes.", options=Measure)
    steps: Many[str] = many(TEXT, "What is done, in order.")
    where: Varying[Ref[Channel]] = one(ref("channel"), "Where it is done.")
    known: Many[str] = many(TERRITORY, "The countries in which it is known.")


@facet(on=(Touchpoint,))
class Warmth:
    """How warm a touchpoint is."""

    degrees: Varying[float] = one(SCORE, "In degrees Celsius.")
    felt: Many[Ref[Channel]] = many(ref("channel"), "Through what it is felt.")


class Climate:
    """An extension point of a plugin."""


def reads_values(view: View, touchpoint: Touchpoint, ritual: Ritual) -> None:
    """A single value is a value or None, a list a tuple, for core kinds and kinds of one's own."""
    assert_type(view[touchpoint.emotion], float | None)
    assert_type(view[touchpoint.doing], tuple[str, ...])
    assert_type(view[touchpoint.wait], Duration | None)
    assert_type(view[ritual.comfort], float | None)
    assert_type(view[ritual.steps], tuple[str, ...])
    assert_type(view.cell(ritual.lasts), Cell[Duration] | None)


def follows_references(view: View, touchpoint: Touchpoint, ritual: Ritual, journey: Journey) -> None:
    """A reference leads to an element of its kind."""
    channel = view[touchpoint.channel]
    assert_type(channel, Ref[Channel] | None)
    if channel is not None:
        assert_type(view.follow(channel), Channel | None)
    where = view[ritual.where]
    if where is not None:
        assert_type(view.follow(where), Channel | None)
    assert_type(view.personas(journey), tuple[Persona, ...])


def walks(model: Model, stage: Stage) -> None:
    """Kinds select children, wherever they stand."""
    view = model.view()
    assert_type(view.children(stage, Touchpoint), tuple[Touchpoint, ...])
    assert_type(view.children(stage), tuple[Element, ...])
    assert_type(view.of(Ritual), tuple[Ritual, ...])
    assert_type(view.steps(stage), tuple[Moment, ...])
    assert_type(view.parent(stage), Element | None)
    assert_type(view.graph, Graph)


def reads_options(view: View, touchpoint: Touchpoint) -> None:
    """Options are read through their class."""
    cell = view.cell(touchpoint.wait)
    if cell is not None:
        assert_type(cell.option(Measure), Measure | None)


def reads_facets(view: View, touchpoint: Touchpoint) -> None:
    """A facet is always there, and its properties are typed as those of a kind."""
    warmth = view.facet(touchpoint, Warmth)
    assert_type(warmth, Warmth)
    assert_type(view[warmth.degrees], float | None)
    assert_type(view[warmth.felt], tuple[Ref[Channel], ...])


def reads_contributions(context: PassContext[NoOptions]) -> None:
    """Contributions are of the class that is asked for."""
    assert_type(context.contributions(Climate), tuple[Climate, ...])


def names_properties() -> None:
    """A word of the vocabulary is named by its attribute, for core kinds and kinds of one's own."""
    assert_type(property_of(Journey.scale), PropertySpec)
    assert_type(property_of(Ritual.comfort).name, str)
