"""`-t pdf`: the same maps as pages, made from their SVG by typst, which comes with `journeyql[pdf]`.

Letters stay letters, lines stay lines. Typst is given a source that never changes; all that a map says reaches it as data, and
it can read nothing but an empty folder.
"""

from __future__ import annotations

import html
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from journeyql.plugin import Diagnostic, OutputFile, RenderContext, RenderResult
from journeyql.render.escape import plain
from journeyql_map.fonts import Choice
from journeyql_map.lettering import Lettered, lettered, unlettered
from journeyql_map.options import Options
from journeyql_map.raster import size
from journeyql_map.render import render as render_svg
from journeyql_map.rules import NO_TYPST

#: Points of a page for each pixel: 96 pixels are an inch (CSS Values 4, 6.2), so are 72 points.
_POINTS: Final = 0.75
#: The longest side of a page that every program shows (ISO 32000-1, annex C).
_LONGEST: Final = 14_400.0
#: One page for each picture, as large as it is. Without a date the same map gives the same bytes.
_SOURCE: Final = b"""
#set document(title: sys.inputs.title, date: none)
#set text(lang: sys.inputs.lang)
#for index in range(int(sys.inputs.count)) {
  let of(key) = sys.inputs.at(key + str(index))
  page(
    width: float(of("width")) * 1pt,
    height: float(of("height")) * 1pt,
    margin: 0pt,
    image(bytes(of("svg")), format: "svg", width: 100%, height: 100%, alt: of("alt")),
  )
}
"""
_ALT: Final = re.compile(r"<desc[^>]*>(.*?)</desc>", re.DOTALL)
_LANGUAGE: Final = re.compile("[a-z]{2,3}")


def render(ctx: RenderContext[Options]) -> RenderResult:
    """One file with a page for each picture; without typst none, and a finding that says what to install."""
    drawn = render_svg(ctx)
    if not drawn.files:
        return drawn
    span = ctx.view.journeys[0].span
    try:
        import typst  # an extra
    except ImportError:
        message = "PDF needs typst, which is not installed; nothing is drawn"
        missing = NO_TYPST.at(span, message, help='pip install "journeyql[pdf]", or draw SVG with -t map')
        return RenderResult(files=(), diagnostics=(*drawn.diagnostics, missing))
    pages = [lettered(str(file.content), variable=False) for file in drawn.files]
    found: dict[Diagnostic, None] = dict.fromkeys(one for page in pages for one in unlettered(page.choice, "PDF", span))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        root, fonts = Path(folder) / "root", Path(folder) / "fonts"
        root.mkdir()
        _gathered((page.choice for page in pages), fonts)
        shelf = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
        compiler = typst.Compiler(_SOURCE, root=root, font_paths=shelf, sys_inputs=_inputs(ctx, pages))
        content: Any = compiler.compile(format="pdf")  # one file, as of all formats that have pages
    file = OutputFile(path=f"{ctx.stem}.pdf", content=content)
    return RenderResult(files=(file,), diagnostics=(*drawn.diagnostics, *found))


def _inputs(ctx: RenderContext[Options], pages: list[Lettered]) -> dict[str, str]:
    """All that a map says, as data."""
    language = ctx.locale.replace("_", "-").partition("-")[0].lower()
    found = {
        "title": plain(ctx.view.title(ctx.view.journeys[0])),
        "lang": language if _LANGUAGE.fullmatch(language) else "en",
        "count": str(len(pages)),
    }
    for index, page in enumerate(pages):
        found |= {f"{key}{index}": value for key, value in _page(page.svg)}
    return found


def _page(svg: str) -> Iterator[tuple[str, str]]:
    width, height = size(svg)
    scale = min(_POINTS, _LONGEST / max(width, height, 1.0))
    described = _ALT.search(svg)
    yield "svg", svg
    yield "alt", html.unescape(described[1]) if described else ""
    yield "width", f"{width * scale:.3f}"
    yield "height", f"{height * scale:.3f}"


def _gathered(choices: Iterable[Choice], folder: Path) -> None:
    """The chosen fonts in a folder of their own, which is all that typst can be given."""
    folder.mkdir()
    for number, path in enumerate(dict.fromkeys(path for choice in choices for path in choice.files)):
        target = folder / f"{number}{path.suffix}"
        try:
            target.symlink_to(path.resolve())
        except OSError:  # Windows lets few people make links
            shutil.copyfile(path, target)
