"""Standard output and error: honest about what could not be written, quiet when nobody reads any more."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from journeyql.engine.reading import Unreadable

_CLOSED = "standard output is closed"


class _Closed(io.TextIOBase):
    """Standard output that was closed before we began: writing to it fails instead of being lost."""

    def writable(self) -> bool:
        """It takes text, and refuses it."""
        return True

    def write(self, _text: str) -> NoReturn:
        """Refuse."""
        raise OSError(errno.EBADF, _CLOSED)


def read_input() -> bytes | Unreadable:
    """What standard input holds."""
    from journeyql.engine import reading  # most runs read files

    return (
        reading.Unreadable("standard input is closed") if sys.stdin is None else reading.read_stream(sys.stdin.buffer)
    )


class ReaderGoneError(Exception):
    """Whoever read our output has gone. No OSError, because click turns that into an exit code of its own."""


def prepare() -> None:
    """Make every character printable, whatever the encoding of the terminal."""
    if sys.stdout is None:
        sys.stdout = _Closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@contextlib.contextmanager
def _failing_in_words() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        raise ReaderGoneError from error
    except ValueError as error:
        raise OSError(errno.EBADF, _CLOSED) from error


def write(text: str) -> None:
    """Text to standard output."""
    with _failing_in_words():
        sys.stdout.write(text)


def write_bytes(data: bytes) -> None:
    """Bytes to standard output, after the text before them."""
    if not isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.write(data.decode("utf-8", "backslashreplace"))
        return
    with _failing_in_words():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def tell(text: str) -> None:
    """A line to standard error; nothing is lost when that is closed, because there is no other place."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"{text}\n")


def finish() -> None:
    """Write out what is still held back, so that a full disk is noticed."""
    with _failing_in_words():
        sys.stdout.flush()


def abandon() -> None:
    """Drop what is still held back: the interpreter would try again on leaving, and complain."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
