"""Paints a difference of two texts for a terminal."""

from __future__ import annotations

from journeyql.report.style import Style

_HEAD, _PLACE, _GONE, _NEW = "1", "36", "31", "32"
_CODES = {"---": _HEAD, "+++": _HEAD, "@@": _PLACE, "-": _GONE, "+": _NEW}


def painted(difference: str, style: Style) -> str:
    r"""A difference with its lines in the usual colours.

    >>> painted("-one\n two\n", Style(color=True))
    '\x1b[31m-one\x1b[0m\n two\n'
    """
    return "".join(_line(line, style) for line in difference.splitlines(keepends=True))


def _line(line: str, style: Style) -> str:
    words = line.rstrip("\r\n")
    code = next((code for sign, code in _CODES.items() if line.startswith(sign)), "")
    return style.paint(words, code) + line[len(words) :] if code else line
