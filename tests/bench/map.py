"""What drawing a map costs: a whole process against `python -c "import click"`, and the time per touchpoint.

Run it with the Python of the environment that JourneyQL is installed in: `python tests/bench/map.py [RUNS]`.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from process import map_of, ratio

from journeyql.facts import Facts
from journeyql.loops import unsearched
from journeyql.plugin import RenderContext
from journeyql.render import LIGHT, Catalogue, Labels
from journeyql.testing import check
from journeyql_map.catalogue import EN
from journeyql_map.options import Options
from journeyql_map.render import render

#: Lines of a touchpoint in the maps that are drawn.
_LINES = 4
_SIZES = (100, 1_000, 10_000)


def context(touchpoints: int) -> RenderContext[Options]:
    """All that the renderer is given for a map of so many touchpoints."""
    model = check(map_of(touchpoints * _LINES + 3)).model
    if model is None:
        raise SystemExit("the map was not understood")
    return RenderContext(
        view=model.view(),
        facts=Facts(),
        diagnostics=(),
        options=Options(),
        stem="map",
        locale="en",
        label=Labels("en", (Catalogue(locale="en", texts=EN),)),
        theme=LIGHT,
    )


def drawing(touchpoints: int, runs: int) -> float:
    """The median of the CPU time of drawing alone, in microseconds per touchpoint."""
    given = context(touchpoints)
    found = []
    for _ in range(runs):
        with unsearched():  # as the engine calls it
            start = time.process_time()
            render(given)
            found.append(time.process_time() - start)
    return statistics.median(found) / touchpoints * 1e6


def main() -> None:
    """Print a row for each measure."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    base = [sys.executable, "-c", "import click"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.journey"
        path.write_text(map_of(24 * _LINES + 3), encoding="utf-8")
        command = [sys.executable, "-m", "journeyql", "compile", str(path), "-t", "map", "-o", f"{folder}/"]
        low, middle, high = ratio(command, base, runs)
        sys.stdout.write(f"compile -t map, 24 touchpoints: {middle:.2f} x import click ({low:.2f} to {high:.2f})\n")
        subprocess.run(command, check=False, capture_output=True)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        sys.stdout.write(f"peak memory of the largest child: {peak:.0f} MiB\n")
    for size in _SIZES:
        sys.stdout.write(f"drawing {size:6} touchpoints: {drawing(size, max(3, runs // 5)):7.1f} µs each\n")


if __name__ == "__main__":
    main()
