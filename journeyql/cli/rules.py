"""The command `rules list`: every rule with its severity in this project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from journeyql.cli.options import json_option, plugin_options
from journeyql.cli.state import State, state_of
from journeyql.cli.tables import print_json, print_table
from journeyql.diagnostics import Rule
from journeyql.engine.errors import ConfigError
from journeyql.engine.rulebook import Rulebook, fitting, rulebook
from journeyql.plugin.origin import Offered

if TYPE_CHECKING:
    from journeyql.model import Json


@click.group("rules", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """Show all rules."""
    if context.invoked_subcommand is None:
        context.invoke(list_)


@command.command("list")
@json_option
@plugin_options
@click.pass_context
def list_(context: click.Context, *, as_json: bool = False) -> None:
    """List the rules: name, code, severity in this project, what it is about, and whose it is."""
    book = book_of(state_of(context))
    if as_json:
        rules: list[Json] = [
            {
                "name": offer.item.name,
                "code": offer.item.code,
                "severity": _severity(book, offer),
                "summary": offer.item.summary,
                "plugin": offer.origin.plugin,
            }
            for offer in book.rules
        ]
        print_json({"version": 1, "rules": rules})
        return
    rows = ((o.item.code, o.item.name, _severity(book, o), o.item.summary, o.origin.plugin) for o in book.rules)
    print_table(("CODE", "RULE", "SEVERITY", "SUMMARY", "FROM"), rows)


def book_of(state: State) -> Rulebook:
    """The rules of core and plugins, as the project has set them."""
    passes, _ = fitting(state.plugins.passes)
    book, problems = rulebook(passes, state.plugins, state.config)
    if problems:
        raise ConfigError(problems)
    return book


def _severity(book: Rulebook, offer: Offered[Rule]) -> str:
    severity = book.severities.get(offer.item.name, offer.item.severity)
    return "off" if severity is None else severity.word
