"""The entry point of the command line: start-up and end happen with the garbage collector at rest."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import NoReturn

#: Garbage is looked for after so many new objects: rarely enough to cost little, often enough to take no memory.
_OBJECTS = 200_000


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    gc.disable()  # what start-up makes stays until the end; looking through it again and again costs a tenth of it
    from journeyql.cli import lost
    from journeyql.cli.ending import run

    lost.listen()
    gc.freeze()
    gc.set_threshold(_OBJECTS)
    gc.enable()
    code = run(args)
    gc.freeze()  # nor is there anything to find when all of it goes
    sys.exit(code)
