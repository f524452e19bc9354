"""Says on standard error why something was not done, each time with the exit code of its class."""

from __future__ import annotations

import click

from journeyql.cli import streams
from journeyql.diagnostics import visible

CLEAN, USAGE, DEFECT, INTERRUPTED = 0, 2, 3, 130


def said(words: str, code: int) -> int:
    """Print an error; the code."""
    streams.tell(f"error: {visible(words)}")
    return code


def misused(error: click.ClickException) -> int:
    """Print how a command is used, and what was wrong with it; the code."""
    context = getattr(error, "ctx", None)
    if context is not None:
        streams.tell(visible(context.get_usage()))
        streams.tell(f"Try `{visible(context.command_path)} --help`.\n")
    return said(error.format_message(), USAGE)
