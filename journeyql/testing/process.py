"""Runs this interpreter again, with the same search path and other surroundings."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from typing import Final

import attrs

#: Whatever takes longer than this, in seconds, does not end.
LONGEST: Final = 600


@attrs.frozen
class Ended:
    """How a process ended: its code, and what it wrote."""

    code: int
    output: bytes
    errors: str

    @property
    def complaint(self) -> str:
        """The last line of what it complained about."""
        lines = self.errors.strip().splitlines()
        return lines[-1] if lines else f"code {self.code}, without a word"


def run(arguments: Iterable[str], *, input_: bytes = b"", variables: Mapping[str, str] | None = None) -> Ended:
    """The end of a Python process in a folder of its own that can import what this one can."""
    path = os.pathsep.join(folder or os.getcwd() for folder in sys.path)  # noqa: PTH109 - what an empty entry means
    environment = {**os.environ, **(variables or {}), "PYTHONPATH": path, "PYTHONSAFEPATH": "1"}
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(  # noqa: S603 - this very interpreter
            [sys.executable, *arguments],
            input=input_,
            capture_output=True,
            cwd=folder,
            env=environment,
            timeout=LONGEST,
            check=False,
        )
    return Ended(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))
