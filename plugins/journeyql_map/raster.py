"""`-t png`: the same maps as pictures made of dots, drawn from their SVG by resvg, which comes with `journeyql[png]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from journeyql.plugin import Diagnostic, OutputFile, RenderContext, RenderResult
from journeyql_map.lettering import lettered, unlettered
from journeyql_map.options import PngOptions
from journeyql_map.render import render as render_svg
from journeyql_map.rules import NO_RESVG, TOO_LARGE

#: Pictures of more dots are refused: each takes four bytes of memory, more than once.
MOST_DOTS: Final = 100_000_000
_SIZE: Final = re.compile(r'width="([0-9.]+)" height="([0-9.]+)"')


def render(ctx: RenderContext[PngOptions]) -> RenderResult:
    """One picture for each journey; without resvg none, and a finding that says what to install."""
    drawn = render_svg(ctx)
    made = [item for file in drawn.files for item in _converted(ctx, file)]
    found = dict.fromkeys(item for item in made if isinstance(item, Diagnostic))
    files = tuple(item for item in made if isinstance(item, OutputFile))
    return RenderResult(files=files, diagnostics=(*drawn.diagnostics, *found))


def _converted(ctx: RenderContext[PngOptions], file: OutputFile) -> Iterator[OutputFile | Diagnostic]:
    svg, span = str(file.content), ctx.view.journeys[0].span
    width, height = size(svg)
    dots = width * height * ctx.options.zoom * ctx.options.zoom
    if dots > MOST_DOTS:
        message = f"`{file.path}` would have {dots:,.0f} dots, more than {MOST_DOTS:,}; it is not drawn"
        yield TOO_LARGE.at(span, message, help="set `columns` in [renderers.png], or a smaller `zoom`")
        return
    try:
        import resvg_py  # an extra
    except ImportError:
        message = "PNG needs resvg, which is not installed; nothing is drawn"
        yield NO_RESVG.at(span, message, help='pip install "journeyql[png]", or draw SVG with -t map')
        return
    text = lettered(svg, variable=True)
    yield from unlettered(text.choice, "PNG", span)
    fonts = [str(path) for path in text.choice.files]
    content = resvg_py.svg_to_bytes(
        svg_string=text.svg, zoom=ctx.options.zoom, skip_system_fonts=True, font_files=fonts
    )
    yield OutputFile(path=file.path.removesuffix(".svg") + ".png", content=bytes(content))


def size(svg: str) -> tuple[float, float]:
    """The width and height of a picture."""
    found = _SIZE.search(svg)
    return (float(found[1]), float(found[2])) if found else (0.0, 0.0)
