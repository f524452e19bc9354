"""The command `check`: looks at maps and prints what is wrong with them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from journeyql.cli import streams
from journeyql.cli.options import plugin_options, report_options, view_options
from journeyql.cli.runs import Run, options
from journeyql.cli.state import state_of

if TYPE_CHECKING:
    from journeyql.cli.fixing import Fixing


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, then check.")
@click.option("--diff", is_flag=True, help="Print what --fix would change; write nothing.")
@click.option("--baseline", default="", metavar="FILE", help="Show only findings that FILE does not list.")
@click.option("--write-baseline", default="", metavar="FILE", help="List all findings in FILE.")
@view_options
@report_options
@plugin_options
@click.pass_context
def command(  # noqa: PLR0913 - one for each option
    context: click.Context,
    /,
    paths: tuple[str, ...],
    *,
    fix: bool,
    diff: bool,
    baseline: str,
    write_baseline: str,
    **arguments: Any,
) -> int:
    """Check maps and print what is wrong with them.

    A PATH is a file, a folder or `-` for standard input; none means the configured ones or the current folder.
    """
    run = Run.start(state_of(context), *options(arguments))
    if diff:
        return _fixing(run).show(paths)
    account = None
    if baseline or write_baseline:
        from journeyql.cli.baselines import Account  # most checks have no baseline

        account = Account.opened(run, baseline, write_baseline)
        if account is None:
            return run.report(sys.stdout, streams.write)
    if fix:
        _fixing(run).mend(paths)
    for checked, _ in run.files(paths):  # each file is counted and let go, so that memory does not grow
        if account is not None:
            account.looked_at(checked)
    if account is not None:
        account.finish()
    return run.report(sys.stdout, streams.write)


def _fixing(run: Run) -> Fixing:
    from journeyql.cli.fixing import Fixing  # most checks mend nothing

    return Fixing(run)
