"""What keeps people out of a customer journey: the registrations, which import nothing that they name."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.plugin import Command, LabelSet, Pass, Renderer, Vocabulary, hookimpl
from journeyql_example.rules import RULES


@hookimpl
def journeyql_vocabularies() -> Iterator[Vocabulary]:
    """A kind of element, and a property that touchpoints gain."""
    yield Vocabulary(
        name="example",
        kinds=("journeyql_example.vocabulary:Barrier",),
        facets=("journeyql_example.vocabulary:Access",),
    )


@hookimpl
def journeyql_passes() -> Iterator[Pass]:
    """The analysis behind the two rules."""
    yield Pass(
        name="example",
        summary="Barriers that nobody removes, and touchpoints that reach one sense only.",
        work="journeyql_example.analysis:analyse",
        rules=RULES,
    )


@hookimpl
def journeyql_renderers() -> Iterator[Renderer]:
    """The list of barriers."""
    yield Renderer(
        name="barriers",
        summary="Whom the journey keeps out, and where, as plain text.",
        media_type="text/plain",
        suffix=".txt",
        work="journeyql_example.render:render",
    )


@hookimpl
def journeyql_labels() -> Iterator[LabelSet]:
    """The words of the list."""
    yield LabelSet(name="example-en", locale="en", texts="journeyql_example.labels:EN")
    yield LabelSet(name="example-zh", locale="zh", texts="journeyql_example.labels:ZH")


@hookimpl
def journeyql_commands() -> Iterator[Command]:
    """The count of barriers."""
    yield Command(
        name="barriers",
        summary="Count the barriers of maps.",
        target="journeyql_example.command:command",
    )
