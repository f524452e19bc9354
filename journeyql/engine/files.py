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

    def beside(self, user: str, path: str, limit: int) -> bytes | reading.Unreadable | Refused:
        """The bytes, at most `limit`, of a file beside the one at `user`, or below."""


@attrs.frozen(eq=False, repr=False)
class Disk:
    """Regular files below a root, links followed: nothing else is ever read.

    `folder` is where the compiled file was named, which a link leaves when it is followed; what is `piped` stands in
    none, though it uses files of the current one.
    """

    start: str
    folder: Path
    root: str
    piped: bool = False

    @classmethod
    def around(cls, item: Input) -> Disk:
        """The files of the project that an input belongs to."""
        folder = item.folder.resolve()
        start = folder / item.name if item.path is None else item.path
        return cls(os.path.realpath(start), folder, os.path.realpath(root_of(folder)), item.path is None)

    def place(self, user: str, path: str) -> str | Refused:
        """The real path of a file."""
        real = os.path.realpath(self._around(user) / path)
        if not _below(real, self.root):
            return Refused("it lies outside the project", f"a journeyql.toml marks the root; {_now(self.root)}")
        if not real.endswith(SUFFIX):
            return Refused("it is a link to a file that is no journey", f"link to a {SUFFIX} file")
        return real

    def read(self, place: str) -> bytes | reading.Unreadable:
        """The bytes of a regular file."""
        return reading.read(Path(place), reading.USED_LIMIT)

    def beside(self, user: str, path: str, limit: int) -> bytes | reading.Unreadable | Refused:
        """The bytes of a regular file that no link leads out of the folder of the one at `user`."""
        if self.piped and user == self.start:
            return Refused(
                "a map from standard input stands in no folder", "save the map as a file, beside its pictures"
            )
        try:
            folder = os.path.realpath(self._around(user))
            real = os.path.realpath(Path(folder) / path)
        except ValueError as error:  # a character that no path has
            return reading.Unreadable(str(error))
        if not _below(real, folder):
            return Refused("a link leads out of the folder of the map", "put a copy of the file there")
        return reading.read(Path(real), limit)

    def _around(self, user: str) -> Path:
        """The folder of the file at a place."""
        return self.folder if user == self.start else Path(user).parent


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

    def beside(self, user: str, path: str, limit: int) -> bytes | reading.Unreadable | Refused:
        """The bytes of a file that is no map, as it stands on the disk."""
        return self.disk.beside(user, path, limit)


@attrs.frozen(eq=False, repr=False)
class Memory:
    """Texts by their paths, with forward slashes, and the bytes of what is no text; what is compiled is one of them."""

    start: str
    texts: Mapping[str, str | bytes]

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
        found = self.texts[place]
        return found if isinstance(found, bytes) else found.encode("utf-8", "surrogatepass")

    def beside(self, user: str, path: str, limit: int) -> bytes | reading.Unreadable | Refused:
        """The bytes of one of them; there is no folder to look into."""
        place = self.place(user, path)
        if isinstance(place, Refused) or place not in self.texts:
            return Refused("it is not among the files that are given", "a map in memory stands in no folder")
        data = self.read(place)
        return data if isinstance(data, reading.Unreadable) or len(data) <= limit else reading.too_large(limit)


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
