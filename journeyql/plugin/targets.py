"""Finds the object that an address `package.module:attribute` names."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable

from journeyql.plugin.isolate import Failure, guarded

_ADDRESS = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*:[^\W\d]\w*(\.[^\W\d]\w*)*")


def is_address(text: str) -> bool:
    """Whether a text has the form of an address.

    >>> is_address("acme.work:run"), is_address("acme.work")
    (True, False)
    """
    return _ADDRESS.fullmatch(text) is not None


def resolved(target: object) -> object | Failure:
    """The object an address names, imported now; anything but an address is the object itself."""
    if not isinstance(target, str):
        return target
    return guarded(lambda: _imported(target))


def called(target: object) -> Callable[..., object] | Failure:
    """The function that a contribution names as its work."""
    found = resolved(target)
    if isinstance(found, Failure) or callable(found):
        return found
    return Failure(f"its work `{target}` is not a function but {type(found).__name__}")


def _imported(address: str) -> object:
    module, _, path = address.partition(":")
    found: object = importlib.import_module(module)
    for name in path.split("."):
        found = getattr(found, name)
    return found
