"""Tells the user's Ctrl-C from a KeyboardInterrupt that a plugin raises itself, and lets nobody swallow it."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs


class InterruptedByUserError(KeyboardInterrupt):
    """The user pressed Ctrl-C (or the process received SIGINT)."""


class _State:
    """Whether we are watching, and whether the user asked to end."""

    watching = False
    asked = False


@contextmanager
def watched() -> Iterator[None]:
    """While this lasts, Ctrl-C raises `InterruptedByUserError`, and `told_apart` is true.

    Where interrupts are ignored, as in a job that a shell runs in the background, they stay so.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may set signal handlers
        return
    before, shown = signal.getsignal(signal.SIGINT), sys.unraisablehook
    try:
        _State.watching, _State.asked = True, False
        sys.unraisablehook = lambda lost: None if _is_the_users(lost) else shown(lost)
        if before is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, _on_signal)
        yield
        insist()
    finally:
        signal.signal(signal.SIGINT, before)
        sys.unraisablehook = shown
        _State.watching = False


def _on_signal(_number: int, _frame: FrameType | None) -> None:
    _State.asked = True
    raise InterruptedByUserError


def _is_the_users(lost: UnraisableHookArgs) -> bool:
    """Whether an exception that nobody can catch, raised while an object went, is the user's: `insist` raises it again."""
    return isinstance(lost.exc_value, InterruptedByUserError)


def told_apart() -> bool:
    """Whether a plain KeyboardInterrupt is known not to come from the user."""
    return _State.watching


def insist() -> None:
    """Raise the user's interrupt again if somebody caught and swallowed it."""
    if _State.watching and _State.asked:
        raise InterruptedByUserError
