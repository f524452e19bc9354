"""Writes a file so that it holds either its old or its new bytes, whatever happens in between."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import attrs

from journeyql.engine.reading import reason_of

_MARK = ".journeyql-tmp"
_STRAY = re.compile(r"\..+\.([0-9]+)-[0-9a-f]{8}\.journeyql-tmp")


@attrs.frozen(eq=False, repr=False)
class NotWritten:
    """Why a file was not written: the path and the reason in one line."""

    path: str
    reason: str


@attrs.define(eq=False, repr=False)
class Writer:
    """Writes the files of one run; what killed runs left behind is removed once for each folder."""

    _cleared: set[Path] = attrs.field(factory=set)

    def write(self, path: Path, data: bytes) -> bool | NotWritten:
        """Put bytes into a file: True if it changed, False if it held them already.

        The bytes go into a new file beside it, which then takes its place. A link is replaced, not followed.
        """
        try:
            self._clear_strays(path.parent)
            mode = _replaceable(path)
            if isinstance(mode, NotWritten):
                return mode
            if mode is not None and path.read_bytes() == data:
                return False
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, data, mode)
        except OSError as error:
            return NotWritten(path.as_posix(), reason_of(error))
        except ValueError as error:  # a character that no file name may have
            return NotWritten(path.as_posix(), str(error))
        return True

    def _clear_strays(self, folder: Path) -> None:
        if folder in self._cleared or not folder.is_dir():
            return
        self._cleared.add(folder)
        with os.scandir(folder) as entries:
            strays = [entry.path for entry in entries if _is_stray(entry.name)]
        for stray in strays:
            Path(stray).unlink(missing_ok=True)


def _is_stray(name: str) -> bool:
    """Whether a file was left by a run that was killed; those of running processes stay."""
    match = _STRAY.fullmatch(name) if name.endswith(_MARK) else None
    return match is not None and not _is_running(int(match[1]))


def _replaceable(path: Path) -> int | NotWritten | None:
    """The mode of the file that is there, None if there is none; only a regular file or a link gives way."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(found.st_mode):
        return None
    if not stat.S_ISREG(found.st_mode):
        kind = "it is a folder" if stat.S_ISDIR(found.st_mode) else "it is no regular file"
        return NotWritten(path.as_posix(), kind)
    if not os.access(path, os.W_OK):
        return NotWritten(path.as_posix(), "permission denied: the file is read-only")
    return stat.S_IMODE(found.st_mode)


def _replace(path: Path, data: bytes, mode: int | None) -> None:
    temporary = path.with_name(f".{path.name[:40]}.{os.getpid()}-{os.urandom(4).hex()}{_MARK}")
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(temporary, flags, 0o666), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:  # an interrupt, too, must leave nothing behind
        temporary.unlink(missing_ok=True)
        raise


def _is_running(process: int) -> bool:
    if os.name == "nt":  # there, signal 0 would end the process
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def create(path: Path, data: bytes) -> NotWritten | None:
    """Write a file that must not exist yet; why it was not written, if so."""
    if path.is_symlink() or path.exists():
        return NotWritten(path.as_posix(), "the file exists already, and is left as it is")
    outcome = Writer().write(path, data)
    return outcome if isinstance(outcome, NotWritten) else None
