"""Reads a file's bytes with a limit; anything that is no regular file is refused with a reason."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

import attrs

#: The largest file that is compiled.
ROOT_LIMIT = 64 * 1024 * 1024
#: The largest file that another file may use.
USED_LIMIT = 5 * 1024 * 1024
_MIB = 1024 * 1024
_KINDS = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISFIFO, "it is a pipe, not a file"),
    (stat.S_ISSOCK, "it is a socket, not a file"),
    (stat.S_ISCHR, "it is a device, not a file"),
    (stat.S_ISBLK, "it is a device, not a file"),
)


@attrs.frozen(eq=False, repr=False)
class Unreadable:
    """Why a file cannot be read, in words that complete "cannot be read: …"."""

    reason: str


def read(path: Path, limit: int) -> bytes | Unreadable:
    """The bytes of a regular file of at most `limit` bytes."""
    try:
        refused = _refused(path.stat(), limit)
        return refused or _bounded(path, limit)
    except OSError as error:
        return Unreadable(reason_of(error))
    except ValueError as error:  # a NUL character in the path
        return Unreadable(str(error))


def reason_of(error: OSError) -> str:
    """The operating system's reason, in small letters, without the path."""
    words = error.strerror or type(error).__name__
    return words[:1].lower() + words[1:]


def _refused(status: os.stat_result, limit: int) -> Unreadable | None:
    for is_kind, words in _KINDS:
        if is_kind(status.st_mode):
            return Unreadable(words)
    return too_large(limit) if status.st_size > limit else None


def too_large(limit: int) -> Unreadable:
    """The refusal of a file beyond the limit."""
    return Unreadable(f"it is larger than {limit // _MIB} MiB")


def _bounded(path: Path, limit: int) -> bytes | Unreadable:
    # Not blocking, and looked at again once it is open: the path may have become a pipe in the meantime.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        refused = _refused(os.fstat(descriptor), limit)
        data = b"" if refused else file.read(limit + 1)
    return refused or (too_large(limit) if len(data) > limit else data)


def read_stream(stream: BinaryIO, limit: int = ROOT_LIMIT) -> bytes | Unreadable:
    """The bytes of a stream, for example standard input."""
    try:
        data = stream.read(limit + 1)
    except OSError as error:
        return Unreadable(reason_of(error))
    return too_large(limit) if len(data) > limit else data
