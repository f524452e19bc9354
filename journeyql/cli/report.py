"""The command `report`: the decision page of a map, from what the analyses found out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from journeyql.cli.choice import offered
from journeyql.cli.drawing import Drawings, ready, target_of
from journeyql.cli.options import plugin_options, report_options, view_options
from journeyql.cli.runs import Run, options, to_stderr
from journeyql.cli.state import state_of
from journeyql.diagnostics import Diagnostic, Severity

#: A renderer whose name begins like this writes decision pages: `report-html` is what `report -t html` asks for.
PREFIX = "report-"


@click.command("report")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "-t", "--to", default="markdown", show_default=True, metavar="FORM", help="markdown, json, or a plugin's."
)
@click.option("-o", "--output", default="", metavar="PATH", help="A file or a folder/; else it is printed.")
@view_options
@report_options
@plugin_options
@click.pass_context
def command(context: click.Context, /, paths: tuple[str, ...], to: str, output: str, **arguments: Any) -> int:
    """Say what to do about a journey, on one page.

    How it feels, what hurts most, what to do first and when, what it rests on, and what nobody knows yet. A PATH is a
    file, a folder or `-` for standard input; none means the configured ones or the current folder. In a folder, the page of
    shop.journey is shop.report.md; the pages of several maps go into a folder.

    \b
      journeyql report shop.journey
      journeyql report shop.journey --persona mei -o decisions.md
      journeyql report journeys/ -o decisions/
    """  # noqa: D301 - click keeps the lines of a paragraph that begins with this character
    state = state_of(context)
    known = {offer.item.name: offer.item for offer in state.plugins.renderers if offer.item.name.startswith(PREFIX)}
    forms = (name.removeprefix(PREFIX) for name in known)
    name = PREFIX + offered(state.plugins, "form of report", to, forms, "-t")
    if not output and (len(paths) != 1 or Path(paths[0]).is_dir()):
        message = "name one map, `-` for standard input, or a folder to write the pages of several into: -o DIR/"
        raise click.UsageError(message)
    run = Run.start(state, *options(arguments), renderer=known[name])
    drawing, words = ready(state, name, {})
    if isinstance(drawing, Diagnostic):
        run.tally.add([drawing])
        return run.report(sys.stderr, to_stderr)
    work = Drawings(run, drawing, target_of(output or "-", paths, drawing), words, strict=False)
    for checked, failing in run.files(paths, least=Severity.ERROR):  # the rest stands on the page
        work.draw(checked, failing)
    work.tell(quiet=arguments["format_"] != "text")
    return run.report(sys.stderr, to_stderr) if run.tally.total else run.tally.code
