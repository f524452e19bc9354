"""The program, as `journeyql` and as `python -m journeyql`: importing it starts it.

From the first line an interrupt ends the process: before and after a run there is nothing to put in order, and
Python's own way, an exception, would surface as a traceback wherever an import happens to be.
"""

import os

INTERRUPTED = 130

try:
    import signal

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else the caller wants none
        signal.signal(signal.SIGINT, lambda _number, _frame: os._exit(INTERRUPTED))
    from journeyql.cli.app import main
except KeyboardInterrupt:
    os._exit(INTERRUPTED)

if __name__ == "__main__":
    main()
