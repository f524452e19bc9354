"""A plugin as an author would write it, for the tests of the test kit: a kind, a facet, a
dimension, a pass with two rules, a renderer."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.plugin import Dimension, Pass, Renderer, Vocabulary, hookimpl
from kit_acme.options import Options
from kit_acme.rules import LOUD, RULES


@hookimpl
def journeyql_vocabularies() -> Iterable[Vocabulary]:
    """The kind `ritual`, senses for touchpoints, and values that vary by season."""
    yield Vocabulary(
        name="acme",
        kinds=("kit_acme.kinds:Ritual",),
        facets=("kit_acme.kinds:Senses",),
        dimensions=(Dimension(name="season", summary="The season.", values="kit_acme.kinds:seasons"),),
    )


@hookimpl
def journeyql_passes() -> Iterable[Pass]:
    """The pass `acme`."""
    yield Pass(
        name="acme",
        summary="Titles in capitals, and rituals that comfort nobody.",
        work="kit_acme.work:run",
        rules=RULES,
        options=Options,
    )


@hookimpl
def journeyql_renderers() -> Iterable[Renderer]:
    """The renderer `acme`."""
    yield Renderer(
        name="acme",
        summary="The titles as an SVG list.",
        media_type="image/svg+xml",
        suffix=".svg",
        work="kit_acme.draw:render",
        options=Options,
    )


__all__ = ["LOUD", "RULES", "journeyql_passes", "journeyql_renderers", "journeyql_vocabularies"]
