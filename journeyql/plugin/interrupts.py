"""Tells the user's Ctrl-C from a KeyboardInterrupt that a plugin raises itself."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class InterruptedByUserError(KeyboardInterrupt):
    """The user pressed Ctrl-C (or the process received SIGINT)."""


class _State:
    """Whether our handler is in place, and whether it was called."""

    watching = False
    asked = False


@contextmanager
def watched() -> Iterator[None]:
    """While this lasts, Ctrl-C raises `InterruptedByUserError`, and `told_apart` is true."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may set signal handlers
        return
    before = signal.signal(signal.SIGINT, _on_signal)
    _State.watching, _State.asked = True, False
    try:
        yield
    finally:
        _State.watching = False
        signal.signal(signal.SIGINT, before)


def _on_signal(_number: int, _frame: FrameType | None) -> None:
    _State.asked = True
    raise InterruptedByUserError


def told_apart() -> bool:
    """Whether a plain KeyboardInterrupt is known not to come from the user."""
    return _State.watching


def insist() -> None:
    """Raise the user's interrupt again if a plugin caught and swallowed it."""
    if _State.watching and _State.asked:
        raise InterruptedByUserError
