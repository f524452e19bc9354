"""Where a file and those that it uses are read from: the disk, below the project's root, or texts in memory."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import attrs

from journeyql.engine import reading
from journeyql.engine.inputs import SUFFIX, Input
from journeyql.engine.project import root_of


@attrs.frozen(eq=False, repr=False)
class Refused:
    """Why a file cannot be used, and what would help."""

    reason: str
    help: str


class Files(Protocol):
    """The files around one that is compiled. A place is the one name that a file has, however it is reached."""

    @property
    def start(self) -> str:
        """The place of the file that is compiled."""

    def place(self, user: str, path: str) -> str | Refused:
        """The place of the file that the one at `user` names by a relative path."""

    def read(self, place: str) -> bytes | reading.Unreadable:
        """The bytes of a used file."""


@attrs.frozen(eq=False, repr=False)
class Disk:
    """Regular files below a root, links followed: nothing else is ever read.

    `folder` is where the compiled file was named, which a link leaves when it is followed.
    """

    start: str
    folder: Path
    root: str

    @classmethod
    def around(cls, item: Input) -> Disk:
        """The files of the project that an input belongs to."""
        folder = item.folder.resolve()
        start = folder / item.name if item.path is None else item.path
        return cls(os.path.realpath(start), folder, os.path.realpath(root_of(folder)))

    def place(self, user: str, path: str) -> str | Refused:
        """The real path of a file."""
        folder = self.folder if user == self.start else Path(user).parent
        real = os.path.realpath(folder / path)
        if not _below(real, self.root):
            return Refused("it lies outside the project", f"a journeyql.toml marks the root; {_now(self.root)}")
        if not real.endswith(SUFFIX):
            return Refused("it is a link to a file that is no journey", f"link to a {SUFFIX} file")
        return real

    def read(self, place: str) -> bytes | reading.Unreadable:
        """The bytes of a regular file."""
        return reading.read(Path(place), reading.USED_LIMIT)


@attrs.frozen(eq=False, repr=False)
class Edited:
    """The files around one on the disk, with other bytes in that one."""

    disk: Disk
    data: bytes | reading.Unreadable

    @property
    def start(self) -> str:
        """Its real path."""
        return self.disk.start

    def place(self, user: str, path: str) -> str | Refused:
        """The real path of a used file."""
        return self.disk.place(user, path)

    def read(self, place: str) -> bytes | reading.Unreadable:
        """The other bytes, or those of a used file."""
        return self.data if place == self.start else self.disk.read(place)


@attrs.frozen(eq=False, repr=False)
class Memory:
    """Texts by their paths, with forward slashes; the file that is compiled is one of them."""

    start: str
    texts: Mapping[str, str]

    def place(self, user: str, path: str) -> str | Refused:
        """The path of a text."""
        found = posixpath.normpath(posixpath.join(posixpath.dirname(user), path))
        if found.startswith(("../", "/")):
            return Refused("it lies outside the project", "give it among the files")
        return found

    def read(self, place: str) -> bytes | reading.Unreadable:
        """The bytes of a text; half of a surrogate pair is encoded as it is, so that reading finds it."""
        if place not in self.texts:
            return reading.Unreadable("no such file or directory")
        return self.texts[place].encode("utf-8", "surrogatepass")


def _now(root: str) -> str:
    """What the root of the project is, as seen from the current folder: findings name no place on the machine."""
    try:
        path = Path(os.path.relpath(root, os.path.realpath("."))).as_posix()
    except ValueError:  # different drives
        return "it is on another drive now"
    return "it is the current folder now" if path == "." else f"it is {path} now"


def _below(path: str, root: str) -> bool:
    try:
        return os.path.commonpath([path, root]) == root
    except ValueError:  # different drives
        return False
