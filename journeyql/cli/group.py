"""The command group: it knows the names and summaries of its commands, and imports one when it is called."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import click

from journeyql import __version__
from journeyql.cli import streams
from journeyql.cli.choice import missing
from journeyql.cli.options import plugin_options
from journeyql.cli.state import state_of
from journeyql.diagnostics import visible
from journeyql.engine.errors import ConfigError
from journeyql.plugin.errors import PluginError
from journeyql.spelling import did_you_mean

if TYPE_CHECKING:
    from journeyql.plugin.origin import Offered
    from journeyql.plugin.types import Command

_COMMANDS = {
    "check": ("journeyql.cli.check", "Check maps and print what is wrong with them."),
    "compile": ("journeyql.cli.compile", "Draw maps: each with a renderer, beside its file or where you say."),
    "explain": ("journeyql.cli.explain", "Explain a rule, or a word or sign of the language."),
    "fmt": ("journeyql.cli.fmt", "Write maps in their canonical form."),
    "new": ("journeyql.cli.new", "Write a first map to start from."),
    "plugins": ("journeyql.cli.plugins", "Show which plugins are installed and what they offer."),
    "report": ("journeyql.cli.report", "Say what to do about a journey, on one page."),
    "rules": ("journeyql.cli.rules", "Show all rules."),
    "schema": ("journeyql.cli.schema", "Print the JSON Schema of exported maps."),
}


#: The exit code when nothing is asked for: a script that calls no command is wrong.
_NO_COMMAND = 2


class LazyGroup(click.Group):
    """A group whose commands live in modules of their own, or in plugins."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*_COMMANDS, *(offer.item.name for offer in self._offered(ctx))})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, imported now."""
        if cmd_name in _COMMANDS:
            command: click.Command = importlib.import_module(_COMMANDS[cmd_name][0]).command
            return command
        offers = (offer for seeming in (True, False) for offer in self._offered(ctx, seeming=seeming))
        offer = next((offer for offer in offers if offer.item.name == cmd_name), None)
        if offer is None:
            return None
        from journeyql.cli.external import ExternalCommand  # only for commands of plugins

        return ExternalCommand(offer)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with, or a message with the nearest one."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            question = did_you_mean(args[0], self.list_commands(ctx)) or "`journeyql --help` lists all commands"
            message = f"there is no command `{args[0]}`; {question}"
            raise missing(message, state_of(ctx).plugins)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with their summaries, without importing any of them."""
        offered = [(offer.item.name, offer.item.summary) for offer in self._offered(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(sorted([*offered, *((name, summary) for name, (_, summary) in _COMMANDS.items())]))

    def _offered(self, ctx: click.Context, *, seeming: bool = True) -> tuple[Offered[Command], ...]:
        """The commands of plugins, or of those that seem to have some.

        A wrong `-p` or configuration must not keep help from working.
        """
        state = state_of(ctx)
        try:
            return (state.commanding if seeming else state.plugins).commands
        except (PluginError, ConfigError):
            return ()


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 clean, 1 findings, 2 usage or files, 3 a defect of JourneyQL or of a plugin.",
)
@click.version_option(__version__, "-V", "--version", message="journeyql %(version)s")
@plugin_options
@click.pass_context
def app(context: click.Context) -> int:
    """Customer journeys as code: write a map as text, check it, draw it.

    Begin with `journeyql new`, then `journeyql compile`.
    """
    if context.invoked_subcommand is not None:
        return 0
    streams.tell(visible(context.get_help()))
    return _NO_COMMAND
