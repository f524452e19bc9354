"""Reads entry points from the `*.dist-info` folders on the search path, as the standard library would, only sooner.

`importlib.metadata` brings the packages for e-mail, archives and sockets with it, which together take as long as
reading a map. A search path of plain folders, which nearly every installation has, can be read without it; the files
are those of the PyPA specifications "Entry points" and "Recording installed projects". Where anything else is met
(archives, eggs, finders that know distributions of their own), there is no answer, and the standard library is asked.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.machinery import PathFinder

import attrs

_INFO = (".dist-info", ".egg-info")
_LONGEST = len(".dist-info")
_BLOCK = 65_536
_SEPARATORS = re.compile(r"[-_.]+")


@attrs.frozen(eq=False, repr=False)
class Point:
    """An entry point: its name and value, and the folder that describes the distribution it came in."""

    name: str
    value: str
    folder: str

    @property
    def distribution(self) -> tuple[str, str]:
        """Name and version of the distribution: those of the folder, or, where that has none, those of its metadata."""
        stem, kind = os.path.splitext(os.path.basename(self.folder))  # noqa: PTH119, PTH122 - as below
        name, _, version = stem.partition("-")
        if kind == _INFO[0] and name and version:
            return name, version
        text = self.text("METADATA") or self.text("PKG-INFO")
        return header(text, "Name"), header(text, "Version")

    def source(self) -> bytes | None:
        """The text of the module, if it lies as a file beside the folder; none where only an import can find it."""
        stem = os.path.join(os.path.dirname(self.folder), *self.value.split("."))  # noqa: PTH118, PTH120 - as below
        package = _bytes(f"{stem}{os.sep}__init__.py")
        return _bytes(f"{stem}.py") if package is None else package

    def text(self, name: str) -> str:
        """A file that describes the distribution; nothing when it cannot be read."""
        return _text(self.folder, name)


def header(text: str, name: str) -> str:
    r"""The value of a header in core metadata; the description after the first empty line is no header.

    >>> header("Name: acme\nVersion: 1.0\n\nName: other", "Name")
    'acme'
    """
    lines = text.partition("\n\n")[0].splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(f"{name}:")), "")


def points(group: str, search: Iterable[str] | None = None) -> tuple[Point, ...] | None:
    """The entry points of a group, or None when only the standard library can tell.

    The first distribution of a name hides the others, as it does in the standard library.
    """
    folders = [folder or "." for folder in (sys.path if search is None else search)]
    if not all(map(_is_plain, folders)) or not all(map(_is_usual, sys.meta_path)):
        return None
    found: list[Point] = []
    seen: set[str] = set()
    for folder in folders:
        for info in _infos(folder):
            name = _normalised(info)
            if name not in seen:
                seen.add(name)
                found += _points(os.path.join(folder, info), group)  # noqa: PTH118 - `pathlib` for each is slow
    return tuple(found)


def _is_plain(folder: str) -> bool:
    """Whether an entry of the search path is a folder, or nothing at all."""
    if not isinstance(folder, str) or folder.endswith(".egg"):
        return False
    return os.path.isdir(folder) or not os.path.exists(folder)  # noqa: PTH110, PTH112 - as below


def _is_usual(finder: object) -> bool:
    return finder is PathFinder or not hasattr(finder, "find_distributions")


def _infos(folder: str) -> Iterator[str]:
    try:
        names = os.listdir(folder)  # noqa: PTH208 - as above
    except OSError:
        return
    yield from (name for name in names if name[-_LONGEST:].lower().endswith(_INFO))


def _normalised(info: str) -> str:
    return _SEPARATORS.sub("-", os.path.splitext(info)[0].partition("-")[0]).lower()  # noqa: PTH122 - as above


def _points(folder: str, group: str) -> Iterator[Point]:
    section, text = "", _text(folder, "entry_points.txt")
    for line in map(str.strip, text.splitlines() if group in text else ()):
        if line.startswith("[") and line.endswith("]"):
            section = line.strip("[]")
        elif section == group and line and not line.startswith("#"):
            name, _, value = line.partition("=")
            yield Point(name.strip(), value.strip(), folder)


def _text(folder: str, name: str) -> str:
    try:
        return (_bytes(f"{folder}{os.sep}{name}") or b"").decode().replace("\r\n", "\n")
    except UnicodeDecodeError:
        return ""


def _bytes(path: str) -> bytes | None:
    """A file, None if it cannot be read; a file object asks the system twice as often, for each of many files."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError):
        return None
    parts: list[bytes] = []
    try:
        while not parts or len(parts[-1]) == _BLOCK:
            parts.append(os.read(descriptor, _BLOCK))
    except OSError:
        return None
    finally:
        os.close(descriptor)
    return b"".join(parts)
