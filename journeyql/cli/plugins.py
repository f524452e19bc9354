"""The command `plugins list`: which plugins are installed, what they offer, and which cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs
import click

from journeyql.cli import plugin_check, plugin_info, plugin_new
from journeyql.cli.options import json_option, plugin_options
from journeyql.cli.state import state_of
from journeyql.cli.tables import print_json, print_table
from journeyql.plugin.manager import HOOKS

if TYPE_CHECKING:
    from journeyql.model import Json
    from journeyql.plugin.manager import Plugins
    from journeyql.plugin.origin import Origin


@attrs.frozen(eq=False, repr=False)
class _Row:
    """A plugin as the listing shows it."""

    origin: Origin
    status: str
    offers: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@click.group("plugins", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """Show which plugins are installed and what they offer."""
    if context.invoked_subcommand is None:
        context.invoke(list_)


@command.command("list")
@json_option
@plugin_options
@click.pass_context
def list_(context: click.Context, *, as_json: bool = False) -> None:
    """List the installed plugins: name, version, status, and what they offer."""
    rows = sorted(_rows(state_of(context).plugins), key=lambda row: row.origin)
    if as_json:
        print_json({"version": 1, "plugins": [_json(row) for row in rows]})
        return
    print_table(
        ("NAME", "VERSION", "FROM", "STATUS", "OFFERS"),
        (
            (row.origin.plugin, row.origin.version, row.origin.distribution, row.status, ", ".join(row.offers))
            for row in rows
        ),
    )
    for row in rows:
        for reason in row.reasons:
            print_table((f"{row.origin.plugin}: {reason}",), ())


command.add_command(plugin_check.command)
command.add_command(plugin_info.command)
command.add_command(plugin_new.command)


def _rows(plugins: Plugins) -> Iterator[_Row]:
    broken = {failure.origin for failure in plugins.broken}
    reasons: dict[Origin, list[str]] = {failure.origin: [] for failure in plugins.failures}
    for failure in plugins.failures:
        reasons[failure.origin].append(failure.reason)
    for plugin in plugins.loaded:
        found = tuple(reasons.get(plugin.origin, ()))
        yield _Row(plugin.origin, "partly refused" if found else "loaded", _offers(plugins, plugin.origin), found)
    for origin in sorted(broken - {plugin.origin for plugin in plugins.loaded}):
        yield _Row(origin, "broken", (), tuple(reasons.get(origin, ())))
    for origin in plugins.left_out:
        yield _Row(origin, "left out")


def _offers(plugins: Plugins, origin: Origin) -> tuple[str, ...]:
    return tuple(
        f"{hook.word} {offer.item.name}" for hook in HOOKS for offer in plugins.offers(hook) if offer.origin == origin
    )


def _json(row: _Row) -> Json:
    return {
        "name": row.origin.plugin,
        "distribution": row.origin.distribution,
        "version": row.origin.version,
        "status": row.status,
        "offers": list(row.offers),
        "reasons": list(row.reasons),
    }
