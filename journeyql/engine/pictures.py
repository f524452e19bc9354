"""Finds the pictures that a map names: beside the file that names them or below, and never fetched from elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final, TypeAlias

import attrs

from journeyql.diagnostics import Diagnostic
from journeyql.engine.files import Files, Refused
from journeyql.engine.reading import Unreadable
from journeyql.engine.resolving import has_scheme
from journeyql.engine.rules import UNUSABLE_PICTURE
from journeyql.model import PICTURE, Cell, Model, properties_of
from journeyql.plugin.work import Picture

#: The largest file of a picture, in bytes.
MOST_BYTES: Final = 1024 * 1024
#: How many bytes the pictures of one map may have together, each counted as often as it is named.
MOST_TOGETHER: Final = 16 * 1024 * 1024
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_SMALLER: Final = "make it smaller: 400 dots in each direction are plenty"
#: The name of the file that names a picture, and the path that it gives.
_Key: TypeAlias = tuple[str, str]


@attrs.frozen(eq=False, repr=False, slots=False)
class Pictures:
    """The pictures of a model, read when they are first asked for; `places` has the place of each file by its name."""

    model: Model
    files: Files
    places: Mapping[str, str]

    def of(self, cell: Cell[str] | None) -> Picture | None:
        """The picture that a value names, if it can be shown."""
        found = None if cell is None else self._known.get(_key(cell))
        return found if isinstance(found, Picture) else None

    def findings(self) -> Iterator[Diagnostic]:
        """What is wrong with pictures, under each path."""
        for cell in self._cells:
            found = self._known[_key(cell)]
            if isinstance(found, Refused):
                words = f"the picture `{cell.value}` cannot be shown: {found.reason}"
                yield UNUSABLE_PICTURE.at(cell.span, words, help=found.help)

    @cached_property
    def _cells(self) -> tuple[Cell[str], ...]:
        """Every value that names a picture, whatever the context."""
        holders = [holder for item in self.model.elements.values() for holder in (item, *item.facets.values())]
        fields = {cls: _fields(cls) for cls in set(map(type, holders))}
        return tuple(
            cell for holder in holders for field in fields[type(holder)] for cell in getattr(holder, field).cells
        )

    @cached_property
    def _known(self) -> Mapping[_Key, Picture | Refused]:
        """Each picture, or why it cannot be shown; those that come first take the room that there is."""
        found: dict[_Key, Picture | Refused] = {}
        left = MOST_TOGETHER
        for key, count in Counter(map(_key, self._cells)).items():
            one = self._read(*key)
            size = len(one.content) * count if isinstance(one, Picture) else 0
            fits = size <= left
            left -= size if fits else 0
            found[key] = one if fits else Refused(f"all together have more than {_mib(MOST_TOGETHER)}", _SMALLER)
        return found

    def _read(self, name: str, path: str) -> Picture | Refused:
        place = self.places.get(name, "")
        if has_scheme(name) or not place:
            return Refused(f"{name} does not stand in a folder", "name pictures in a file of the project")
        found = _misspelt(path) or self.files.beside(place, path, MOST_BYTES)
        if isinstance(found, Unreadable):
            large = found.reason.startswith("it is larger")
            return Refused(found.reason, _SMALLER if large else f"the path begins at the folder of {name}")
        if isinstance(found, Refused):
            return found
        from journeyql.engine.bitmaps import picture  # few maps have any

        return picture(found)


def _key(cell: Cell[str]) -> _Key:
    return (cell.source.name, cell.value)


def _fields(cls: type) -> tuple[str, ...]:
    """The attributes of a class that name pictures."""
    return tuple(spec.field for spec in properties_of(cls).values() if spec.value is PICTURE)


def _misspelt(path: str) -> Refused | None:
    if has_scheme(path) or path.startswith("//"):
        return Refused("it lies elsewhere, and nothing is ever fetched", "save it beside the map, and give its path")
    if "\\" in path:
        return Refused("a path is written with forward slashes", f"write `{path.replace(chr(92), '/')}`")
    if path.startswith(("/", "~")) or _DRIVE.match(path):
        return Refused("the path holds on one machine only", "give it from the folder of the map on")
    if ".." in PurePosixPath(path).parts:
        return Refused("it lies outside of the folder of the map", "put it beside the map, or into a folder below")
    return None if path.strip() else Refused("no path is given", "write one like `images/mei.png`")


def _mib(size: int) -> str:
    return f"{size // 2**20} MiB"
