"""The renderer of the plugin."""

from __future__ import annotations

from journeyql.model import Element
from journeyql.plugin import OutputFile, RenderContext, RenderResult
from journeyql.render import document, element
from kit_acme.options import Options


def render(context: RenderContext[Options]) -> RenderResult:
    """All titles, one below the other."""
    titles = [context.view.title(one) for one in context.view.of(Element)]
    picture = document(
        *(element("text", title, x=8, y=20 * row) for row, title in enumerate(titles, 1)),
        name=context.stem,
        title="Titles",
        description="The titles of a map.",
        width=600,
        height=20 * len(titles) + 20,
        lang=context.locale,
        font_family="sans-serif",
    )
    return RenderResult(files=(OutputFile(path=f"{context.stem}.svg", content=picture),))
