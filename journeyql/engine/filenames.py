"""Says which names files can have on every system, and makes such a name of another one."""

from __future__ import annotations

import re

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
# What Windows takes for a device, with any ending (Microsoft: "Naming Files, Paths, and Namespaces").
_DEVICE = re.compile(r"(?i:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?= *(?:\.|\Z))")


def is_inside(path: str) -> bool:
    """Whether a path is relative, stays in its folder, and can be written on every system.

    >>> is_inside("maps/a.svg"), is_inside("../a.svg"), is_inside("/a.svg"), is_inside("nul.svg")
    (True, False, False, False)
    """
    return not _UNSAFE.search(path) and all(map(_is_name, path.split("/")))


def _is_name(part: str) -> bool:
    return part not in {"", ".", ".."} and not _DEVICE.match(part) and part == part.rstrip(" .")


def writable(stem: str) -> str:
    """The beginning of a file's name, changed as little as needed for all systems to write it.

    >>> writable("shop"), writable("What now?"), writable("con"), writable("nul.x")
    ('shop', 'What now-', 'con-', 'nul-.x')
    """
    safe = _UNSAFE.sub("-", stem)
    device = _DEVICE.match(safe)
    return safe if device is None else f"{device[0]}-{safe[device.end() :]}"
