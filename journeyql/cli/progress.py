"""Shows on a terminal how far long work is; nothing anywhere else."""

from __future__ import annotations

import sys
import time
from typing import TextIO

from journeyql.report.columns import shown

_QUIET_SECONDS = 1.0
_BETWEEN_SECONDS = 0.1
_WIDEST = 60
_CLEAR = "\r\x1b[K"


class Progress:
    """One line on standard error that is rewritten while files are worked on."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._on = self._stream is not None and self._stream.isatty()
        self._next = time.monotonic() + _QUIET_SECONDS
        self._count = 0
        self._drawn = False

    def step(self, name: str) -> None:
        """Say that a file is being worked on."""
        self._count += 1
        if self._on and time.monotonic() >= self._next:
            self._next = time.monotonic() + _BETWEEN_SECONDS
            self._drawn = True
            self._stream.write(f"{_CLEAR}{self._count} {shown(name)[-_WIDEST:]}")
            self._stream.flush()

    def done(self) -> None:
        """Take the line away."""
        if self._drawn:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._drawn = False
