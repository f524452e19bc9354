"""Whole processes against `python -c "import click"`: paired runs, medians of the ratios of CPU time.

Run it with the Python of the environment that JourneyQL is installed in: `python tests/bench/process.py [RUNS]`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HEAD = 'journey j "Journey"\nchannel app "App" kind=online\nteam ops "Operations"\n'
STEP = """  touchpoint t{n} "Step number {n}" @app emotion={score}
    doing: "Does the thing that comes {n}th"
    pain p{n} "It is slow" severity=medium
      action "Make it faster" owner=ops impact=3 effort=2
"""


def map_of(lines: int) -> str:
    """A map of about so many lines."""
    steps = (lines - HEAD.count("\n")) // STEP.count("\n")
    parts = [HEAD]
    for n in range(steps):
        if n % 8 == 0:
            parts.append(f'stage s{n} "Stage {n}"\n')
        parts.append(STEP.format(n=n, score=n % 5 + 1))
    return "".join(parts)


def cpu(command: list[str]) -> float:
    """The CPU seconds (user and system) that a command takes, its children included."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{command} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def ratio(command: list[str], base: list[str], runs: int) -> tuple[float, float, float]:
    """The smallest, median and largest ratio of paired runs."""
    cpu(command), cpu(base)
    ratios = sorted(cpu(command) / cpu(base) for _ in range(runs))
    return ratios[0], statistics.median(ratios), ratios[-1]


def main() -> None:
    """Print a row for each command."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    base = [sys.executable, "-c", "import click"]
    program = [sys.executable, "-m", "journeyql"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.journey"
        path.write_text(map_of(200), encoding="utf-8")
        rows = {
            "--help": [*program, "--help"],
            "plugins list": [*program, "plugins", "list"],
            "check, 200 lines": [*program, "check", str(path)],
            "compile -t dot, 200 lines": [*program, "compile", str(path), "-t", "dot", "-o", f"{folder}/"],
            "compile -t map, 200 lines": [*program, "compile", str(path), "-t", "map", "-o", f"{folder}/"],
            "compile -t flow, 200 lines": [*program, "compile", str(path), "-t", "flow", "-o", f"{folder}/"],
        }
        for name, command in rows.items():
            low, middle, high = ratio(command, base, runs)
            sys.stdout.write(f"{name:28} {middle:5.2f} x import click  ({low:.2f} to {high:.2f}, {runs} pairs)\n")


if __name__ == "__main__":
    main()
