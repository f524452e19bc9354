"""The files that findings are in, as programs want to read them: relative to where JourneyQL was called."""

from __future__ import annotations

import os
import urllib.parse
from pathlib import Path


def relative(name: str, folder: str) -> str:
    """The path of a file, with forward slashes, from a folder (absolute; empty: names are relative already).

    >>> relative("./maps/../a.journey", ""), relative("/shop/maps/a.journey", "/shop")
    ('a.journey', 'maps/a.journey')
    """
    if not folder:
        return Path(os.path.normpath(name)).as_posix()
    try:
        return Path(os.path.relpath(os.path.join(folder, name), folder)).as_posix()  # noqa: PTH118 - it is no path yet
    except ValueError:  # another drive
        return name


def uri(name: str, folder: str) -> str:
    """The path as a relative reference of RFC 3986: whatever is no letter, digit, `-._~` or `/` is escaped.

    >>> uri("maps/50% off: 触点?.journey", "")
    'maps/50%25%20off%3A%20%E8%A7%A6%E7%82%B9%3F.journey'
    """
    path = relative(name, folder)
    try:
        return urllib.parse.quote(path, errors="surrogateescape")
    except UnicodeEncodeError:  # no file is called so; a plugin's source may be
        return urllib.parse.quote(path, errors="replace")
