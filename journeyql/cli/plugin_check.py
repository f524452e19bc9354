"""The command `plugins check`: what the author of a plugin may have forgotten."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import click

from journeyql.cli import streams
from journeyql.cli.choice import offered
from journeyql.cli.options import json_option, plugin_options
from journeyql.cli.state import state_of
from journeyql.cli.tables import print_json
from journeyql.diagnostics import visible

if TYPE_CHECKING:
    from journeyql.model import Json
    from journeyql.testing import Outcome

#: The exit code when a plugin does not hold to what is asked of it.
_FOUND = 1


@click.command("check")
@click.argument("name")
@json_option
@plugin_options
@click.pass_context
def command(context: click.Context, name: str, *, as_json: bool = False) -> int:
    """Look at an installed plugin from all sides: what it registers, says, imports, finds, draws, changes and costs.

    Its code is run, beside that of the other plugins that are loaded.
    """
    plugins = state_of(context).plugins
    loaded = {plugin.origin.plugin: plugin.address.partition(":")[0] for plugin in plugins.loaded}
    module = loaded[offered(plugins, "plugin", name, loaded, "plugins check")]
    from journeyql.testing import conformance  # the kit is no part of any other command

    beside = [importlib.import_module(other) for other in loaded.values() if other != module]
    report = conformance(module, beside=beside)
    if as_json:
        checks: list[Json] = [_json(outcome) for outcome in report.outcomes]
        print_json({"version": 1, "plugin": report.plugin, "ok": report.ok, "checks": checks})
    else:
        streams.write("".join(f"{visible(line)}\n" for line in str(report).split("\n")))
    return 0 if report.ok else _FOUND


def _json(outcome: Outcome) -> Json:
    problems: list[Json] = [{"message": problem.message, "help": problem.help} for problem in outcome.problems]
    notes: list[Json] = [note.message for note in outcome.notes]
    return {
        "name": outcome.name,
        "summary": outcome.summary,
        "ok": outcome.ok,
        "problems": problems,
        "notes": notes,
    }
