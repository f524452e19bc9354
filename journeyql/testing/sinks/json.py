"""Looks into JSON: it can be read by everybody, and no key stands twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NoReturn


def problems(text: str, _harmless: str) -> Iterator[str]:
    """Why a strict reader would refuse the text, or read it otherwise than another."""
    try:
        json.loads(text, object_pairs_hook=_unique, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        yield f"it cannot be read as JSON: {error}"


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        message = f"the key {next(key for key in keys if keys.count(key) > 1)!r} stands twice in an object"
        raise ValueError(message)
    return found


def _refused(constant: str) -> NoReturn:
    message = f"{constant} is no value of JSON"
    raise ValueError(message)
