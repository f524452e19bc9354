"""The entry point of the command line: everything else is imported with the garbage collector at rest."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import NoReturn


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    gc.disable()  # what start-up makes stays until the end; looking through it again and again costs a tenth of it
    from journeyql.cli.ending import run

    gc.freeze()
    gc.enable()
    sys.exit(run(args))
