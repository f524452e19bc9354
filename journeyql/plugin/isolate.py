"""Runs a plugin's code so that whatever it raises ends only that call."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Any, TypeVar

import attrs

from journeyql.diagnostics import visible
from journeyql.plugin import interrupts

T = TypeVar("T")

_LONGEST = 300
#: Where JourneyQL itself lies, as the names of its files begin.
_OURS = __file__.removesuffix(os.path.join("plugin", os.path.basename(__file__)))  # noqa: PTH118, PTH119 - at start-up
#: What imports a plugin, and is no place where a plugin fails.
_IMPORTING = ("<frozen", importlib.__file__)


@attrs.frozen(eq=False, repr=False)
class Failure:
    """Why a call into a plugin gave nothing: one line of words that are safe to print.

    `modules` are those whose code was running, the innermost first; empty when nothing was raised. `traced` is the
    reason as a report of a defect of ours gives it.
    """

    reason: str
    modules: tuple[str, ...] = ()
    traced: str = ""

    @classmethod
    def of(cls, error: BaseException) -> Failure:
        """What an exception says."""
        return cls(described(error), running(error), described(error, ours=True))


class _Aside:
    """Standard error as plugins have it in the place of both streams: they cannot close it."""

    def __init__(self, stream: object) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> object:
        """Whatever the stream can do."""
        return getattr(self._stream, name)

    def close(self) -> None:
        """Leave it open: others need it."""


def guarded(work: Callable[[], T]) -> T | Failure:
    """The result of `work`, or why there is none; what it prints goes to standard error."""

    def quiet() -> T:
        aside: Any = None if sys.stderr is None else _Aside(sys.stderr)
        streams = sys.stdout, sys.stderr
        sys.stdout = sys.stderr = aside  # `contextlib` takes longer than many a plugin
        try:
            return work()
        finally:
            sys.stdout, sys.stderr = streams

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
        return Failure.of(error)
    except BaseException as error:  # noqa: BLE001 - whatever a plugin raises is what this function is for
        failure = Failure.of(error)
        interrupts.insist()
        return failure
    interrupts.insist()
    return result


def described(error: BaseException, *, ours: bool = False) -> str:
    r"""An exception as one short printable line: its type, its words, and where a plugin raised it, or met it.

    A place in JourneyQL's own files is named only if it is a defect of `ours`.

    >>> described(ValueError("two\nlines"))
    'ValueError: two lines'
    """
    try:
        line = one_line(str(error))
    except BaseException:  # noqa: BLE001 - an exception whose own text raises is still reported
        line = "its message cannot be read"
    if isinstance(error, SystemExit):
        line = f"it called exit ({line or 'without a status'})"
    name = one_line(type(error).__name__)
    place = "" if isinstance(error, SyntaxError) and error.filename else _place(error.__traceback__, ours=ours)
    return f"{name}: {line}{place}" if line else f"{name}{place}"


def running(error: BaseException) -> tuple[str, ...]:
    """The modules whose code was running when something was raised, the innermost first."""
    found: list[str] = []
    trace = error.__traceback__
    while trace is not None:
        found.append(str(trace.tb_frame.f_globals.get("__name__", "")))
        trace = trace.tb_next
    return tuple(dict.fromkeys(reversed(found)))


def one_line(text: str, longest: int = _LONGEST) -> str:
    """Text cut to a length, without line breaks and control characters."""
    cut = text if len(text) <= longest else f"{text[:longest]}…"
    return visible(" ".join(cut.split()))


def _place(trace: TracebackType | None, *, ours: bool) -> str:
    """The innermost place outside JourneyQL, or of all if it is a defect of `ours`: an author finds the line by it."""
    hidden = (*_IMPORTING, __file__ if ours else _OURS)
    found = ""
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if not name.startswith(hidden):
            found = f" ({one_line(name.replace(chr(92), '/').rsplit('/', 1)[-1])}, line {trace.tb_lineno})"
        trace = trace.tb_next
    return found
