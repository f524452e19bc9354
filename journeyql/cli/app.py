"""The entry point of the command line: it can be interrupted, and start-up and end leave the garbage collector at rest.

Nothing is imported here that Python has not loaded by itself, so that hardly any time passes before `main`.
"""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False  # that of `typing` would be a long import
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

#: Garbage is looked for after so many new objects: rarely enough to cost little, often enough to take no memory.
_OBJECTS = 50_000
_INTERRUPTED = 130


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    try:
        _heed_interrupts()
    except KeyboardInterrupt:
        os._exit(_INTERRUPTED)
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


def _heed_interrupts() -> None:
    """Leave at once on Ctrl-C: before and after the run itself there is nothing to put in order.

    Python's own way, an exception, would surface as a traceback wherever an import happens to be.
    """
    import signal

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else the caller wants none
        signal.signal(signal.SIGINT, lambda _number, _frame: os._exit(_INTERRUPTED))
