"""Decides about colour: the option first, then the environment, then whether anybody is looking."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO


def wanted(choice: str, stream: TextIO | None, environ: Mapping[str, str]) -> bool:
    """Whether to print in colour (https://no-color.org, https://force-color.org).

    >>> wanted("auto", None, {"FORCE_COLOR": "1", "NO_COLOR": "1"}), wanted("always", None, {"NO_COLOR": "1"})
    (False, True)
    """
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return stream is not None and not stream.closed and stream.isatty() and environ.get("TERM") != "dumb"
