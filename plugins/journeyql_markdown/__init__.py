"""`-t markdown`: the map as a document for a wiki or a code host."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.facts import (
    COURSES,
    CURVES,
    EMOTIONS,
    EVIDENCE_MIX,
    OPPORTUNITIES,
    PAINS,
    PRIORITIES,
    READINGS,
    ROADMAP,
    TRIALS,
    UNKNOWNS,
)
from journeyql.plugin import LabelSet, Renderer, hookimpl
from journeyql_markdown.options import Options

#: What both documents are made of.
_DECIDING = (
    COURSES,
    CURVES,
    EMOTIONS,
    EVIDENCE_MIX,
    OPPORTUNITIES,
    PAINS,
    PRIORITIES,
    READINGS,
    ROADMAP,
    TRIALS,
    UNKNOWNS,
)


@hookimpl
def journeyql_renderers() -> Iterable[Renderer]:
    """The Markdown writer."""
    yield Renderer(
        name="markdown",
        summary="A document for a wiki or a code host: who, the flow as Mermaid, touchpoints, curve, pains, actions.",
        media_type="text/markdown",
        suffix=".md",
        work="journeyql_markdown.document:render",
        complete=True,
        uses=_DECIDING,
        options=Options,
    )
    yield Renderer(
        name="report-markdown",
        summary="One page to decide by: what hurts, what to do first and when, and what is not known.",
        media_type="text/markdown",
        suffix=".md",
        work="journeyql_markdown.decisions:render",
        uses=_DECIDING,
    )


@hookimpl
def journeyql_labels() -> Iterable[LabelSet]:
    """The document's own words."""
    yield LabelSet(name="markdown-en", locale="en", texts="journeyql_markdown.catalogue:EN")
    yield LabelSet(name="markdown-de", locale="de", texts="journeyql_markdown.catalogue_de:DE")
    yield LabelSet(name="markdown-zh", locale="zh", texts="journeyql_markdown.catalogue:ZH")
