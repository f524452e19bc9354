"""The command `compile`: draws maps with a renderer and writes the files."""

from __future__ import annotations

import sys
from typing import Any

import click

from journeyql.cli.choice import offered
from journeyql.cli.drawing import Drawings, ready, target_of, theme_word
from journeyql.cli.options import plugin_options, report_options, view_options
from journeyql.cli.renderer_options import RendererCommand, given
from journeyql.cli.runs import Run, options, to_stderr
from journeyql.cli.state import state_of
from journeyql.diagnostics import Diagnostic

DEFAULT = "map"


@click.command("compile", cls=RendererCommand)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("-t", "--to", default=DEFAULT, show_default=True, metavar="RENDERER", help="What to draw.")
@click.option(
    "-o",
    "--output",
    default="",
    metavar="PATH",
    help="A file, a folder/, or - for standard output; see above for names.",
)
@click.option("--strict", is_flag=True, help="Write nothing for a file whose findings reach --fail-on.")
@click.option("--theme", default="", metavar="NAME", help="The colours of pictures: light, dark, or a plugin's.")
@view_options
@report_options
@plugin_options
@click.pass_context
def command(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    to: str,
    output: str,
    *,
    strict: bool,
    **arguments: Any,
) -> int:
    """Draw maps: each with a renderer, beside its file or where you say.

    A PATH is a file, a folder or `-` for standard input; none means the configured ones or the current folder. What keeps a
    map from being drawn as it is meant is told; what could be better about the journey is what `check` says.

    Unless -o names a file, a drawing is called like its map, and says what was asked for, where it is not what the
    configuration says anyway:

    \b
      shop.svg             shop.journey
      shop.market-DE.svg   with --market DE
      shop.locale-de.svg   with --locale de
      shop.persona-mei.state-future.svg
                           with --persona mei --state future
      shop.theme-dark.layout-curve.svg
                           with --theme dark --layout curve
    """  # noqa: D301 - click keeps the lines of a paragraph that begins with this character
    state = state_of(context)
    known = {offer.item.name: offer.item for offer in state.plugins.renderers}
    name = offered(state.plugins, "renderer", to, known, "-t")
    run = Run.start(state, *options(arguments), arguments["theme"], known[name])
    drawing, words = ready(state, name, given(context))
    if isinstance(drawing, Diagnostic):
        run.tally.add([drawing])
        return run.report(sys.stderr, to_stderr)
    words = (*theme_word(arguments["theme"], state), *words)
    work = Drawings(run, drawing, target_of(output, paths, drawing), words, strict=strict)
    for checked, failing in run.files(paths):
        work.draw(checked, failing)
    quiet = arguments["format_"] != "text"
    work.tell(quiet=quiet)
    if not quiet and not run.tally.total:
        return run.tally.code  # what was written, or that there is nothing to draw, is all there is to say
    return run.report(sys.stderr, to_stderr)
