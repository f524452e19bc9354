"""Reads what a font file says of itself: the families of its faces, and which characters they have.

Only the tables that say so are read (OpenType specification 1.9.1: "Organization of an OpenType font", "name", "OS/2", "cmap").
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

import attrs

#: The tag of a table -> where it begins, and how long it is.
_Tables: TypeAlias = dict[bytes, tuple[int, int]]

_COLLECTION: Final = b"ttcf"
_OUTLINES: Final = frozenset({b"\x00\x01\x00\x00", b"OTTO", b"true"})
#: Names of the family: that of all its weights goes before that of four faces.
_FAMILY: Final = (16, 1)
#: (platform, encoding) of the tables of characters that are read, the best first.
_UNICODE: Final = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))
_SEGMENTS, _GROUPS = 4, 12
_REGULAR: Final = 400
#: No table that is read is larger.
_MOST: Final = 8 * 1024 * 1024


@attrs.frozen(eq=False, repr=False, slots=False)
class Face:
    """A face of a font file: its family, its weight from 1 to 1000 (400 is regular), and where its characters stand.

    A `variable` one can take other weights than its own, if who draws it can ask for them.
    """

    path: Path
    family: str
    weight: int
    italic: bool
    variable: bool
    _cmap: tuple[int, int]

    @property
    def plainness(self) -> tuple[bool, int, str]:
        """The order in which faces of a family stand in for all of it: upright first, then regular weight."""
        return (self.italic, abs(self.weight - _REGULAR), self.path.name)

    def lacks(self, characters: Iterable[str]) -> frozenset[str]:
        """Those of some characters that it does not have."""
        return frozenset(one for one in characters if not self._characters.has(ord(one)))

    @cached_property
    def _characters(self) -> _Characters:
        try:
            with self.path.open("rb") as file:
                return _characters(_read(file, *self._cmap))
        except (OSError, struct.error, IndexError):
            return _Characters((), ())


@attrs.frozen(eq=False, repr=False)
class _Characters:
    """Ranges of characters, by their last and first ones."""

    ends: tuple[int, ...]
    starts: tuple[int, ...]

    def has(self, code: int) -> bool:
        place = bisect_left(self.ends, code)
        return place < len(self.ends) and self.starts[place] <= code


def faces(path: Path) -> tuple[Face, ...]:
    """The faces of a font file; none if it cannot be read."""
    try:
        with path.open("rb") as file:
            return tuple(_faces(path, file))
    except (OSError, struct.error, IndexError, UnicodeDecodeError):
        return ()


def _faces(path: Path, file: BinaryIO) -> Iterator[Face]:
    for offset in _offsets(file):
        tables = _tables(file, offset)
        if b"cmap" in tables and b"name" in tables:
            family = _family(_read(file, *tables[b"name"]))
            weight, italic = _weight(_read(file, *tables[b"OS/2"])) if b"OS/2" in tables else (_REGULAR, False)
            yield Face(path, family, weight, italic, b"fvar" in tables, tables[b"cmap"])


def _read(file: BinaryIO, start: int, length: int) -> bytes:
    file.seek(start)
    return file.read(min(length, _MOST))


def _offsets(file: BinaryIO) -> tuple[int, ...]:
    """Where the faces of a file begin: several in a collection."""
    tag, _, count = struct.unpack(">4sII", _read(file, 0, 12))
    if tag != _COLLECTION:
        return (0,) if tag in _OUTLINES else ()
    return struct.unpack(f">{min(count, 64)}I", _read(file, 12, 4 * min(count, 64)))


def _tables(file: BinaryIO, offset: int) -> _Tables:
    (count,) = struct.unpack(">H", _read(file, offset + 4, 2))
    entries = struct.iter_unpack(">4sIII", _read(file, offset + 12, 16 * count))
    return {tag: (start, length) for tag, _, start, length in entries}


def _family(table: bytes) -> str:
    """The English name of the family, or any."""
    count, texts = struct.unpack_from(">HH", table, 2)
    found: dict[tuple[int, bool], str] = {}
    for platform, _, language, name, length, at in struct.iter_unpack(">HHHHHH", table[6 : 6 + 12 * count]):
        if name in _FAMILY and platform in {0, 3}:
            english = language in {0, 0x409}
            found.setdefault((name, english), table[texts + at : texts + at + length].decode("utf-16-be"))
    order = ((name, english) for english in (True, False) for name in _FAMILY)
    return next((found[key] for key in order if key in found), "")


def _weight(table: bytes) -> tuple[int, bool]:
    """The weight of a face, and whether it is slanted (bits 0 and 9 of its selection)."""
    (weight,) = struct.unpack_from(">H", table, 4)
    (selection,) = struct.unpack_from(">H", table, 62)
    return weight, bool(selection & 0x201)


def _characters(table: bytes) -> _Characters:
    """The characters of the best table that there is."""
    (count,) = struct.unpack_from(">H", table, 2)
    entries = {(one, two): at for one, two, at in struct.iter_unpack(">HHI", table[4 : 4 + 8 * count])}
    at = next((entries[key] for key in _UNICODE if key in entries), None)
    if at is None:
        return _Characters((), ())
    (form,) = struct.unpack_from(">H", table, at)
    if form == _GROUPS:
        return _groups(table, at)
    return _segments(table, at) if form == _SEGMENTS else _Characters((), ())


def _segments(table: bytes, at: int) -> _Characters:
    """Format 4; characters that a segment has and a glyph lacks are rare, and count as had."""
    (twice,) = struct.unpack_from(">H", table, at + 6)
    ends = struct.unpack_from(f">{twice // 2}H", table, at + 14)
    starts = struct.unpack_from(f">{twice // 2}H", table, at + 16 + twice)
    return _Characters(ends, starts)


def _groups(table: bytes, at: int) -> _Characters:
    """Format 12."""
    (count,) = struct.unpack_from(">I", table, at + 12)
    numbers = struct.unpack_from(f">{3 * count}I", table, at + 16)
    return _Characters(numbers[1::3], numbers[0::3])
