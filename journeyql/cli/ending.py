"""Runs the command line and turns every way it can end into an exit code and at most a few lines of words."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from journeyql.cli import streams
from journeyql.cli.group import app
from journeyql.cli.refusals import CLEAN, DEFECT, INTERRUPTED, USAGE, misused, said
from journeyql.cli.state import State
from journeyql.engine.errors import ConfigError
from journeyql.plugin import interrupts
from journeyql.plugin.errors import PluginError
from journeyql.plugin.isolate import described, running

#: `1`: a defect shows the place in the code where it happened.
TRACEBACK_VARIABLE = "JOURNEYQL_TRACEBACK"
#: With this, a shell asks click for what may follow.
_COMPLETION_VARIABLE = "_JOURNEYQL_COMPLETE"


def run(args: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code."""
    streams.prepare()
    try:
        with interrupts.watched():
            code = _invoked(args)
            streams.finish()
    except KeyboardInterrupt:
        streams.abandon()
        return INTERRUPTED
    except (BrokenPipeError, streams.ReaderGoneError):
        streams.abandon()  # there is nobody left to tell
        return USAGE
    except OSError as error:
        streams.abandon()
        name = f"{error.filename}: " if error.filename else "the output cannot be written: "
        return said(f"{name}{error.strerror or error}", USAGE)
    return code


def _invoked(args: Sequence[str] | None) -> int:
    state = State()
    try:
        code = app.main(args=args, prog_name="journeyql", standalone_mode=False, obj=state)
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        return misused(error)
    except PluginError as error:
        return said(str(error), USAGE if error.usage else DEFECT)
    except SystemExit as error:  # so click ends a completion, and what nobody reads any more
        if _COMPLETION_VARIABLE in os.environ:
            raise
        raise streams.ReaderGoneError from error
    except (OSError, KeyboardInterrupt, streams.ReaderGoneError):
        raise
    except BaseException as error:  # noqa: BLE001 - the last place that can say it in words
        interrupts.insist()  # Python wraps what is raised while a class is made
        return _configuration(error) or _defect(error, state)
    return code if isinstance(code, int) else CLEAN


def _configuration(error: BaseException) -> int:
    """The exit code of a wrong configuration, 0 for any other exception."""
    if not isinstance(error, ConfigError):
        return CLEAN
    for problem in error.problems:
        said(problem, USAGE)
    return USAGE


def _defect(error: BaseException, state: State) -> int:
    """Name the plugin whose code was running; without one, the defect is ours."""
    if os.environ.get(TRACEBACK_VARIABLE):
        import traceback  # start-up does without it

        traceback.print_exception(error)
    culprit = state.culprit(running(error))
    if culprit is not None:
        return said(f"plugin {culprit} failed: {described(error)}", DEFECT)
    words = f"JourneyQL has a defect: {described(error, ours=True)}"
    return said(f"{words}\nplease report it; {TRACEBACK_VARIABLE}=1 shows where it happened", DEFECT)
