"""Commands of plugins: imported when they are called, and answered for by the plugin when that fails."""

from __future__ import annotations

import contextlib
from typing import Any

import attrs
import click
from click.shell_completion import CompletionItem

from journeyql.cli import refusals, streams
from journeyql.cli.host import CommandHost
from journeyql.cli.state import state_of
from journeyql.engine.errors import ConfigError
from journeyql.plugin.errors import PluginError
from journeyql.plugin.host import attend
from journeyql.plugin.isolate import Failure, attempted, described, guarded
from journeyql.plugin.origin import Offered
from journeyql.plugin.targets import resolved
from journeyql.plugin.types import Command


@attrs.frozen(eq=False, repr=False)
class _Passing:
    """An exception that a command may raise: it is about the user or the surroundings, not about the plugin."""

    error: BaseException


class ExternalCommand(click.Command):
    """A command of a plugin. All that is done for it, reading its arguments included, is done by the plugin."""

    def __init__(self, offer: Offered[Command]) -> None:
        super().__init__(offer.item.name, help=offer.item.summary)
        self.offer = offer

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """A context that holds the arguments as they are."""
        context = click.Context(self, info_name=info_name, parent=parent, **extra)
        context.args = list(args)
        return context

    def invoke(self, ctx: click.Context) -> int:
        """Run the plugin's command; the exit code that it returns."""
        command = self._command()
        attend(CommandHost(state_of(ctx), self.offer))
        outcome = attempted(lambda: _run(command, ctx))
        if isinstance(outcome, Failure):
            raise self._failed(outcome.reason)
        if isinstance(outcome, _Passing):
            if isinstance(outcome.error, OSError) and not isinstance(outcome.error, BrokenPipeError):
                raise self._failed(described(outcome.error), usage=True) from None
            raise outcome.error
        return outcome if type(outcome) is int else refusals.CLEAN

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What may follow; nothing when the plugin cannot tell."""
        command = self._command()
        outcome = guarded(lambda: _completed(command, ctx, incomplete))
        return [] if isinstance(outcome, Failure) else outcome

    def _command(self) -> click.Command:
        found = resolved(self.offer.item.target)
        if isinstance(found, click.Command):
            return found
        reason = found.reason if isinstance(found, Failure) else f"it is no click command but {type(found).__name__}"
        raise self._failed(reason)

    def _failed(self, reason: str, *, usage: bool = False) -> PluginError:
        origin = self.offer.origin
        return PluginError(f"the command `{self.offer.item.name}` of plugin {origin} failed: {reason}", usage=usage)


def _run(command: click.Command, ctx: click.Context) -> object:
    try:
        with command.make_context(ctx.info_name, ctx.args, parent=ctx.parent) as inner:
            return command.invoke(inner)
    except click.exceptions.Exit as error:
        return error.exit_code
    except SystemExit as error:
        return _status(error)
    except click.ClickException as error:
        return refusals.misused(error)
    except (click.Abort, OSError, streams.ReaderGoneError, PluginError, ConfigError) as error:
        return _Passing(error)


def _status(error: SystemExit) -> int:
    """The exit code that a command asks for, as Python understands it: words are an error message."""
    if error.code is None or isinstance(error.code, int):
        return error.code or refusals.CLEAN
    return refusals.said(str(error.code), 1)


def _completed(command: click.Command, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    with contextlib.suppress(click.ClickException):
        inner = command.make_context(ctx.info_name, list(ctx.args), parent=ctx.parent, resilient_parsing=True)
        return [item for item in command.shell_complete(inner, incomplete) if isinstance(item, CompletionItem)]
    return []
