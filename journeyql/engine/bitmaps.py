"""Reads what a picture made of dots says of itself: PNG and JPEG, by their bytes and never by their names.

What pictures say besides their dots is left out: remarks, the place and the device that took them, animations.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import Final

import attrs

from journeyql.engine.files import Refused
from journeyql.plugin.work import Picture

#: The longest side of a picture, in dots.
MOST_DOTS: Final = 4096

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
#: What else might stand in a file that is called a picture: how it begins, and what it is.
_OTHERS: Final = (
    (b"GIF8", "a GIF"),
    (b"RIFF", "a WebP picture or a sound"),
    (b"<svg", "an SVG picture"),
    (b"<?xml", "an SVG picture or other XML"),
    (b"<!DOC", "a page"),
    (b"<html", "a page"),
    (b"%PDF", "a PDF"),
    (b"\0\0\0", "a HEIC or AVIF picture, or a film"),
    (b"BM", "a BMP picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
)
#: The parts of a PNG that make its dots (PNG, third edition, 11.2 and 11.3.1), and how long the first one is.
_CHUNKS: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"IDAT", b"IEND"})
_IHDR: Final = 13
#: JPEG (ITU-T T.81, table B.1): beginnings of frames that every program can read, of scans, and what makes dots.
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
_SCAN, _APP0, _APP14, _APP15, _REMARK = 0xDA, 0xE0, 0xEE, 0xEF, 0xFE
_END: Final = b"\xff\xd9"


#: Four colours in a JPEG are those of print, which programs show in different ways.
_INKS: Final = 4
_PRINTED: Final = Refused("it has the four colours of print (CMYK)", "save it with the colours of screens (RGB)")
_BROKEN: Final = Refused("it is cut off or damaged", "save it again, or fetch a whole copy")


def picture(data: bytes) -> Picture | Refused:
    """The picture that a file holds, or why there is none that may be shown.

    >>> picture(b"GIF89a...").reason
    'it is a GIF'
    """
    if data.startswith(_PNG):
        return _fitting("image/png", _from_png(data))
    if data.startswith(_JPEG):
        return _fitting("image/jpeg", _from_jpeg(data))
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    known = next((name for sign, name in _OTHERS if start.startswith(sign)), "")
    if known:
        return Refused(f"it is {known}", "save it as PNG or JPEG")
    return Refused("it is neither PNG nor JPEG" if data else "it is empty", "save it as PNG or JPEG")


@attrs.frozen
class _Dots:
    """The width and height of a picture, and the bytes that make its dots."""

    width: int
    height: int
    data: bytes


def _fitting(media_type: str, found: _Dots | Refused | None) -> Picture | Refused:
    if isinstance(found, Refused):
        return found
    if found is None or not found.width or not found.height:
        return _BROKEN
    if max(found.width, found.height) > MOST_DOTS:
        size = f"{found.width:,} × {found.height:,} dots"
        return Refused(f"it has {size}", f"make it smaller: at most {MOST_DOTS:,} in each direction; 400 are plenty")
    return Picture(media_type=media_type, width=found.width, height=found.height, content=found.data)


def _from_png(data: bytes) -> _Dots | None:
    chunks = list(_chunks(data))
    kinds = [kind for kind, _ in chunks]
    if kinds[:1] != [b"IHDR"] or kinds[-1] != b"IEND" or b"IDAT" not in kinds or len(chunks[0][1]) != _IHDR + 12:
        return None
    width, height = struct.unpack_from(">II", chunks[0][1], 8)
    return _Dots(width, height, _PNG + b"".join(chunk for kind, chunk in chunks if kind in _CHUNKS))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG up to its end, each with its kind; none behind one that is cut off or damaged."""
    at = len(_PNG)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        chunk = data[at : at + 12 + length]
        if len(chunk) != 12 + length or zlib.crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:]):
            return
        yield chunk[4:8], chunk
        if chunk[4:8] == b"IEND":
            return
        at += len(chunk)


def _from_jpeg(data: bytes) -> _Dots | Refused | None:
    end = data.rfind(_END)
    width = height = 0
    kept = [data[:2]]
    for kind, segment in _segments(data):
        if kind == _SCAN:
            kept.append(data[len(data) - len(segment) : end + 2])
            return _Dots(width, height, b"".join(kept)) if end > len(data) - len(segment) else None
        if kind in _FRAMES and len(segment) >= 10:  # noqa: PLR2004 - marker, length, precision, height, width, colours
            height, width, colours = struct.unpack_from(">HHB", segment, 5)
            if colours == _INKS:
                return _PRINTED
        if kind in {_APP0, _APP14} or not (_APP0 <= kind <= _APP15 or kind == _REMARK):
            kept.append(segment)
    return None


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The parts of a JPEG before its first scan, each with its marker, and that scan with all that follows."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 - what every marker begins with
        kind, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if kind == _SCAN:
            yield kind, data[at:]
            return
        if length < 2 or at + 2 + length > len(data):  # noqa: PLR2004 - the length counts itself
            return
        yield kind, data[at : at + 2 + length]
        at += 2 + length
