"""Spares the search for reference loops while much is made that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unsearched() -> Iterator[None]:
    """Look for no loops of references until this ends.

    Where nothing is thrown away the search finds nothing, and takes a third of the time of a long file.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
