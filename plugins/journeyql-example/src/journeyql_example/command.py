"""The command `barriers`: counts the barriers of maps."""

from __future__ import annotations

import click

from journeyql.diagnostics import Diagnostic, visible
from journeyql.plugin import host
from journeyql_example.vocabulary import Barrier


@click.command("barriers")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
def command(paths: tuple[str, ...]) -> int:
    """Count the barriers of maps."""
    findings: list[Diagnostic] = []
    for file in host().files(paths):
        findings += file.diagnostics
        if file.model is not None:
            click.echo(f"{len(file.model.view().of(Barrier))}  {visible(file.name)}")
    return host().report(findings) if findings else 0
