"""Memory of checking many files: the peak resident size for 10,000 files against that for 1,000.

Run it with the Python of the environment that JourneyQL is installed in: `python tests/bench/memory.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from process import map_of

FEW, MANY = 1_000, 10_000


def peak(folder: Path) -> int:
    """The peak resident size in KiB of checking a folder."""
    command = [sys.executable, "-m", "journeyql", "check", str(folder), "--max-diagnostics", "10"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"check ended with {process.returncode}")
    return usage.ru_maxrss


def main() -> None:
    """Print both sizes and their ratio."""
    text = map_of(45)
    with tempfile.TemporaryDirectory() as folder:
        sizes = []
        for count in (FEW, MANY):
            below = Path(folder) / str(count)
            below.mkdir()
            for number in range(count):
                (below / f"map{number}.journey").write_text(text.replace('"Journey"', f'"Journey {number}"'), "utf-8")
            sizes.append(peak(below))
        few, many = sizes
        sys.stdout.write(f"{FEW} files {few} KiB, {MANY} files {many} KiB: {many / few:.3f}\n")


if __name__ == "__main__":
    main()
