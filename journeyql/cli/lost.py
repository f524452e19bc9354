"""Tells, in one line each, of exceptions that nobody can catch: of threads, of objects that go, of what is done at the end."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from journeyql.cli import streams
from journeyql.plugin.isolate import described

if TYPE_CHECKING:
    from sys import UnraisableHookArgs
    from threading import ExceptHookArgs


def listen() -> None:
    """From now on, for as long as the process lives, they show no traceback."""
    sys.unraisablehook = threading.excepthook = _tell


def _tell(lost: UnraisableHookArgs | ExceptHookArgs) -> None:
    if lost.exc_value is not None and not isinstance(lost.exc_value, SystemExit):
        streams.tell(f"warning: nobody could catch {described(lost.exc_value)}")
