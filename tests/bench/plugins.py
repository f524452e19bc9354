"""What plugins cost: starting and checking with 200 installed plugins against none, as ratios of CPU time.

The time that Python itself takes to import the modules of the plugins is measured apart and left out: what remains is
the engine's own.

Run it with the Python of the environment that JourneyQL is installed in: `python tests/bench/plugins.py [RUNS]`.
Findings must be the same; the program ends with a message when they are not.
"""

from __future__ import annotations

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from process import cpu, map_of

COUNT = 200
MODULE = """
from journeyql.plugin import Pass, hookimpl


def work(ctx):
    return ()


@hookimpl
def journeyql_passes():
    yield Pass(name="{name}", summary="Looks at nothing.", work="{module}:work")
"""


def install(folder: Path) -> None:
    """Many plugins with a pass each, as an installer leaves them."""
    for number in range(COUNT):
        module, name = f"acme_many{number}", f"many{number}"
        (folder / f"{module}.py").write_text(MODULE.format(name=name, module=module), "utf-8")
        info = folder / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: acme-many{number}\nVersion: 1.0\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[journeyql]\n{name} = {module}\n", "utf-8")
    compileall.compile_dir(folder, quiet=2)  # as an installer does


def findings(path: Path) -> str:
    command = [sys.executable, "-m", "journeyql", "check", "--format", "json", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def difference(command: list[str], runs: int, plain: str, many: str) -> tuple[float, float]:
    """The medians over paired runs of the CPU seconds with no plugins, and of what many on the path add to them."""

    def once(path: str) -> float:
        os.environ["PYTHONPATH"] = path
        return cpu(command)

    once(plain), once(many)
    pairs = [(once(plain), once(many)) for _ in range(runs)]
    return statistics.median(one for one, _ in pairs), statistics.median(other - one for one, other in pairs)


def main() -> None:
    """Print a row for each command."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    program = [sys.executable, "-m", "journeyql"]
    with tempfile.TemporaryDirectory() as plain, tempfile.TemporaryDirectory() as many:
        install(Path(many))
        path = Path(plain) / "map.journey"
        path.write_text(map_of(200), "utf-8")
        os.environ["PYTHONPATH"] = plain
        before = findings(path)
        os.environ["PYTHONPATH"] = many
        if findings(path) != before:
            raise SystemExit("the findings differ")
        names = ", ".join(f"acme_many{number}" for number in range(COUNT))
        tried = f"import pluggy, journeyql.plugin\ntry:\n    import {names}\nexcept ImportError:\n    pass"
        _, importing = difference([sys.executable, "-c", tried], runs, plain, many)
        for name, words in {
            "--version": ["--version"],
            "--help": ["--help"],
            "check, 200 lines": ["check", str(path)],
        }.items():
            none, more = difference([*program, *words], runs, plain, many)
            whole, own = 1 + more / none, 1 + (more - importing) / none
            sys.stdout.write(
                f"{name:18} with {COUNT} plugins: {whole:.3f} x with none; {own:.3f} without their import ({runs} pairs)\n"
            )


if __name__ == "__main__":
    main()
