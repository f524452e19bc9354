# ruff: noqa: E402 - a script that prepares its path
"""The analyses against Lark on the whole file, and the analysis of flow on its own as maps grow.

Run it with the Python of the environment that JourneyQL is installed in: `python tests/bench/analysis.py [RUNS]`.
First all passes over a made-up map of 3,000 lines, in terms of Lark with an Indenter parsing the same file; the
model is read anew for each run. Then the pass `flow` for maps of 100, 1,000 and 10,000 touchpoints with branches, loops
and waits: time for each touchpoint in terms of the shortest map, and calls of functions for each, which do not depend
on how busy the machine is; the graph is resolved before. Runs are paired, medians are shown, and times are those of the
processor.
"""

from __future__ import annotations

import datetime
import gc
import itertools
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from whole_file import WholeFile

from journeyql.engine.config import Config
from journeyql.engine.files import Memory
from journeyql.engine.inputs import Input
from journeyql.engine.session import Session
from journeyql.facts import Facts
from journeyql.model import View
from journeyql.plugin import PassContext
from journeyql.plugin.manager import Plugins
from journeyql.plugin.selection import Selection
from journeyql.source import SourceFile
from journeyql.testing import TODAY, check
from journeyql_flow.analysis import analyse
from journeyql_flow.options import Options

LINES, SIZES, IN_STAGE = 3_000, (100, 1_000, 10_000), 7
#: How often the command line looks for garbage.
GARBAGE = 200_000
HEAD = """\
persona mei "Mei Chen, first-time tenant" segment=new_tenant
persona tom "Tom Berg, landlord of two flats"
segment new_tenant "New tenants"
channel app "App" kind=online
channel desk "Desk" kind=offline
team ops "Operations"
system crm "Customer relations"
evidence survey "Tenant survey" method=survey sample=412 date=2026-09-30
journey made "Made up" owner=ops
"""


def map_of(touchpoints: int, seed: int = 1) -> str:
    """A map with branches, loops, waits and all that a careful writer says of some of its touchpoints."""
    return HEAD + "".join(_touchpoints(random.Random(seed), touchpoints))  # noqa: S311 - the same every time


def _touchpoints(rng: random.Random, count: int) -> Iterator[str]:
    for number in range(count):
        if number % IN_STAGE == 0:
            yield f'  stage s{number} "Stage {number}"\n'
        yield f'    touchpoint t{number} "Touchpoint {number}" @{rng.choice(("app", "desk"))} emotion={rng.randint(1, 5)}\n'
        yield f'      doing: "Does what is to be done {number}"\n'
        yield f"      wait: {rng.randint(1, 90)}min target={rng.randint(1, 60)}min from=survey\n"
        if rng.random() < 0.4:
            yield f"      emotion[tom]: {rng.randint(1, 5)}\n      csat: 3.1 target=4.2 sample=90\n"
        if rng.random() < 0.5:
            yield f'      pain p{number} "Something hurts" severity={rng.choice(("low", "medium", "high"))} frequency=20%\n'
            yield '        cause "Nobody looked"\n'
            yield f'        action a{number} "Look" impact={rng.randint(1, 5)} effort={rng.randint(1, 5)} owner=ops\n'
        if rng.random() < 0.3:
            yield '      backstage "Looks it up" by=ops reads=crm\n'
        yield from _arrows(rng, number, count)


def _arrows(rng: random.Random, number: int, count: int) -> Iterator[str]:
    """A short cut here, a way back there, now and then a way out."""
    if number + 3 < count and rng.random() < 0.3:
        yield f'      -> t{number + rng.randint(2, 3)} "some" share={rng.randint(5, 40)}%\n'
    if number and rng.random() < 0.25:
        yield f'      -> t{max(number - rng.randint(1, 9), 0)} "again" share={rng.randint(1, 20)}%\n'
    if rng.random() < 0.01:
        yield '      -> end "gives up" share=2%\n'


def seconds(work: Callable[[], object]) -> float:
    """How much of the processor's time a call takes."""
    gc.collect()
    begin = time.process_time()
    work()
    return time.process_time() - begin


def against_lark(runs: int) -> None:
    """All passes over a map of 3,000 lines, in terms of Lark."""
    touchpoints = next(count for count in range(LINES) if map_of(count).count("\n") >= LINES)
    text = map_of(touchpoints)
    plugins = Plugins.discover(Selection.of([], external=False, environ={}))
    session = Session.start(plugins, Config(), today=datetime.date(2026, 11, 26))
    item, files = (
        Input("made.journey", None, PurePosixPath("made.journey")),
        Memory("made.journey", {"made.journey": text}),
    )
    oracle, source = WholeFile(), SourceFile("made.journey", text)
    found = session.check(item, files).diagnostics
    gc.collect()
    gc.freeze()  # as the command line does, for both sides
    gc.set_threshold(GARBAGE)

    def pair() -> float:
        gc.collect()  # so that memory is not scattered by what is left of the last pair
        fresh = session.check(item, files, analysed=False).analysis  # of a model that nobody has looked at yet
        return seconds(fresh.findings) / seconds(lambda: oracle.parse(source))

    ratios = sorted(pair() for _ in range(runs))
    sys.stdout.write(
        f"{text.count(chr(10))} lines, {touchpoints} touchpoints, {len(session.passes)} passes, {len(found)} findings: "
        f"{statistics.median(ratios):.2f} x Lark with Indenter ({ratios[0]:.2f} to {ratios[-1]:.2f}, {runs} pairs)\n"
    )


def flow(view: View) -> int:
    """The pass `flow`; how many findings it has."""
    facts: dict = {}
    context = PassContext(view=view, facts=Facts(facts), options=Options(), today=TODAY, store=facts.__setitem__)
    return sum(1 for _ in analyse(context))


def calls(work: Callable[[], object]) -> int:
    """How many functions a call calls."""
    found = itertools.count()
    sys.setprofile(lambda _frame, event, _value: next(found) if event in {"call", "c_call"} else None)
    work()
    sys.setprofile(None)
    return next(found)


def growth(runs: int) -> None:
    """The pass `flow` for each touchpoint, as maps grow."""
    costs = []
    for size in SIZES:
        view = check(map_of(size)).view
        for journey in view.journeys:
            for part in view.perspectives(journey).values():
                part.flow(journey)
        found = flow(view)
        gc.freeze()  # as the command line does with what was made before
        cost = statistics.median(seconds(lambda view=view: flow(view)) for _ in range(runs)) / size  # type: ignore[misc]
        costs.append(cost)
        called = calls(lambda view=view: flow(view)) // size  # type: ignore[misc]
        sys.stdout.write(
            f"flow, {size:6,} touchpoints, {found:3} findings: {cost / costs[0]:.2f} (100 touchpoints = 1), "
            f"{called} calls a touchpoint\n"
        )


def main() -> None:
    """Print both."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    against_lark(runs)
    growth(runs)


if __name__ == "__main__":
    main()
