"""Runs a plugin's code so that whatever it raises ends only that call."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from types import TracebackType
from typing import TypeVar

import attrs

from journeyql.diagnostics import visible
from journeyql.plugin import interrupts

T = TypeVar("T")

_LONGEST = 300


@attrs.frozen(eq=False, repr=False)
class Failure:
    """Why a call into a plugin gave nothing: one line of words that are safe to print."""

    reason: str


def guarded(work: Callable[[], T]) -> T | Failure:
    """The result of `work`, or why there is none; what it prints goes to standard error."""

    def quiet() -> T:
        with contextlib.redirect_stdout(sys.stderr):
            return work()

    return attempted(quiet)


def attempted(work: Callable[[], T]) -> T | Failure:
    """The result of `work`, or why there is none.

    Only the user's own interrupt passes; `sys.exit`, a raised KeyboardInterrupt and any other exception is a failure.
    """
    try:
        result = work()
    except interrupts.InterruptedByUserError:
        raise
    except KeyboardInterrupt as error:
        interrupts.insist()
        if not interrupts.told_apart():
            raise
        return Failure(described(error))
    except BaseException as error:  # noqa: BLE001 - whatever a plugin raises is what this function is for
        interrupts.insist()
        return Failure(described(error))
    interrupts.insist()
    return result


def described(error: BaseException) -> str:
    r"""An exception as one short printable line: its type, its words, and where it was raised.

    >>> described(ValueError("two\nlines"))
    'ValueError: two lines'
    """
    try:
        words = str(error)
    except Exception:  # noqa: BLE001 - an exception whose own text raises is still reported
        words = "its message cannot be read"
    if isinstance(error, SystemExit):
        words = f"it called exit ({words or 'without a status'})"
    line = one_line(words)
    name = one_line(type(error).__name__)
    return f"{name}: {line}{_place(error.__traceback__)}" if line else f"{name}{_place(error.__traceback__)}"


def one_line(text: str, longest: int = _LONGEST) -> str:
    """Text cut to a length, without line breaks and control characters."""
    cut = text if len(text) <= longest else f"{text[:longest]}…"
    return visible(" ".join(cut.split()))


def _place(trace: TracebackType | None) -> str:
    """The innermost place outside this module, so that a plugin's author finds the line."""
    found = ""
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name != __file__ and not name.startswith("<frozen"):
            found = f" ({one_line(name.replace(chr(92), '/').rsplit('/', 1)[-1])}, line {trace.tb_lineno})"
        trace = trace.tb_next
    return found
