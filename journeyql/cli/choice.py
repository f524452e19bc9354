"""Names that the user gives: one that exists, or a message about what does, and which plugins may be to blame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from journeyql.plugin.errors import PluginError
from journeyql.spelling import did_you_mean

if TYPE_CHECKING:
    from journeyql.plugin.manager import Plugins


def chosen(word: str, name: str, known: Iterable[str], option: str, meant: str = "") -> str:
    """A name that exists, or a message that lists those that do; `meant`: the one that another word stands for."""
    there = sorted(known)
    if name in there:
        return name
    question = f"did you mean `{meant}`?" if meant else did_you_mean(name, there)
    tail = f"{question} " if question else ""
    message = f"{option}: there is no {word} `{name}`; {tail}available: {', '.join(there) or 'none'}"
    raise click.ClickException(message)


def offered(plugins: Plugins, word: str, name: str, known: Iterable[str], option: str) -> str:
    """The name of something that plugins offer."""
    try:
        return chosen(word, name, known, option)
    except click.ClickException as error:
        raise missing(error.message, plugins) from None


def missing(message: str, plugins: Plugins) -> click.ClickException | PluginError:
    """What to raise when nobody offers what was asked for: it may be that of a plugin that is not there."""
    failures = "".join(f"\n  {failure.origin}: {failure.reason}" for failure in plugins.failures)
    if failures:
        return PluginError(f"{message}\na plugin that cannot be used may offer it:{failures}")
    absent = ", ".join(str(origin) for origin in plugins.left_out)
    return click.ClickException(f"{message}\na plugin that is left out may offer it: {absent}" if absent else message)
