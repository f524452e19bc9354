"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from journeyql.cli.state import state_of

F = TypeVar("F", bound=Callable[..., Any])
_SEVERITIES = ("error", "warning", "info", "hint")


def _add_plugins(context: click.Context, _parameter: click.Parameter, value: tuple[str, ...]) -> None:
    state_of(context).select(value, external=True)


def _no_external(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    state_of(context).select((), external=not value)


def plugin_options(function: F) -> F:
    """Add `-p` and `--no-external-plugins`; they may stand in front of the command or behind it."""
    only = click.option(
        "-p",
        "--plugin",
        multiple=True,
        metavar="NAME",
        expose_value=False,
        is_eager=True,
        callback=_add_plugins,
        help="Of the external plugins load this one only (repeatable); no:NAME leaves a plugin out.",
    )
    none = click.option(
        "--no-external-plugins",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_no_external,
        help="Load only the plugins that come with JourneyQL.",
    )
    return none(only(function))


def view_options(function: F) -> F:
    """Add the options that choose a point of view."""
    texts = {
        "--state": "The state of the journey to look at, for example future.",
        "--locale": "The language to look at, for example de or zh-Hans.",
        "--market": "The market to look at: a declared one, or a territory code like DE.",
        "--persona": "The persona to look at.",
    }
    function = click.option(
        "--context",
        multiple=True,
        metavar="DIMENSION=NAME",
        callback=_pairs,
        help="The value of a dimension that a plugin adds, for example regime=gdpr (repeatable).",
    )(function)
    for name, words in texts.items():
        function = click.option(name, default="", metavar="NAME", help=words)(function)
    return function


def _pairs(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    pairs = [text.partition("=") for text in given]
    if not all(name and value for name, _, value in pairs):
        message = "expected DIMENSION=NAME, for example regime=gdpr"
        raise click.BadParameter(message, context, parameter)
    return tuple((name, value) for name, _, value in pairs)


def report_options(function: F) -> F:
    """Add the options that say how findings are printed and what they mean for the exit code."""
    given = (
        click.option("--max-diagnostics", type=click.IntRange(min=0), help="How many findings to show; 0 for all."),
        click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="When to colour."),
        click.option(
            "--format",
            "format_",
            default="text",
            metavar="NAME",
            help="text, concise, github, gitlab, json, junit, sarif, or a plugin's.",
        ),
        click.option(
            "--rule-set",
            multiple=True,
            metavar="NAME",
            help="workshop, recommended, strict, or a plugin's, in place of the configured ones (repeatable).",
        ),
        click.option("--fail-on", type=click.Choice(_SEVERITIES), help="The least severity that makes exit code 1."),
    )
    for option in given:
        function = option(function)
    return function


def json_option(function: F) -> F:
    """Add `--json` to a listing."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")(function)
