"""Commands of plugins: imported when they are called, and answered for by the plugin when that fails."""

from __future__ import annotations

from typing import NoReturn

import click

from journeyql.cli.host import CommandHost
from journeyql.cli.state import state_of
from journeyql.plugin.errors import PluginError
from journeyql.plugin.host import attend
from journeyql.plugin.isolate import Failure
from journeyql.plugin.targets import resolved


def external_command(context: click.Context, name: str) -> click.Command:
    """The command of a plugin, or one that says why it cannot be used."""
    state = state_of(context)
    offer = next(offer for offer in state.plugins.commands if offer.item.name == name)
    attend(CommandHost(state, offer))
    found = resolved(offer.item.target)
    if isinstance(found, click.Command):
        return found
    reason = found.reason if isinstance(found, Failure) else f"it is no click command but {type(found).__name__}"

    @click.command(name, context_settings={"ignore_unknown_options": True})
    @click.argument("rest", nargs=-1)
    def broken(rest: tuple[str, ...]) -> NoReturn:  # noqa: ARG001 - whatever follows is not looked at
        msg = f"the command `{name}` of plugin {offer.origin} cannot be used: {reason}"
        raise PluginError(msg)

    return broken
