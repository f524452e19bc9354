"""The command `check`: looks at maps and prints what is wrong with them."""

from __future__ import annotations

import sys
from typing import Any

import click

from journeyql.cli import streams
from journeyql.cli.options import plugin_options, report_options, view_options
from journeyql.cli.runs import Run, options
from journeyql.cli.state import state_of


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, then check.")
@click.option("--diff", is_flag=True, help="Print what --fix would change; write nothing.")
@view_options
@report_options
@plugin_options
@click.pass_context
def command(context: click.Context, /, paths: tuple[str, ...], *, fix: bool, diff: bool, **arguments: Any) -> int:
    """Check maps and print what is wrong with them.

    A PATH is a file, a folder or `-` for standard input; none means the configured ones or the current folder.
    """
    run = Run.start(state_of(context), *options(arguments))
    if fix or diff:
        from journeyql.cli.fixing import Fixing  # most checks mend nothing

        fixing = Fixing(run)
        if diff:
            return fixing.show(paths)
        fixing.mend(paths)
    for _ in run.files(paths):
        pass  # each file is counted and let go, so that memory does not grow with their number
    return run.report(sys.stdout, streams.write)
