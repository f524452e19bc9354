"""A plugin as an author would write it, for the tests of the test kit: a kind, a pass with two rules, a renderer."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.plugin import Pass, Renderer, Vocabulary, hookimpl
from kit_acme.options import Options
from kit_acme.rules import LOUD, RULES


@hookimpl
def journeyql_vocabularies() -> Iterable[Vocabulary]:
    """The kind `ritual`."""
    yield Vocabulary(name="acme", kinds=("kit_acme.kinds:Ritual",))


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


__all__ = ["LOUD", "journeyql_passes", "journeyql_renderers", "journeyql_vocabularies"]
