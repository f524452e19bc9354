"""The rules of privacy against one breadth-first search over the same graph: paired runs, medians of the ratios.

Run it with the Python of the environment that JourneyQL is installed in: `python tests/bench/privacy.py [RUNS]`.
The map has 5,000 touchpoints, 10,000 flows and 30 consents (two touchpoints fewer make it even). What is timed are the
passes `privacy`, `gdpr` and `eprivacy`: reading the facets, following all consents and notices, every rule. The graph
is resolved before. Times are those of the processor.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator

import journeyql_privacy
from journeyql.facts import FactKey, Facts
from journeyql.model import Graph, View
from journeyql.plugin import NoOptions, PassContext
from journeyql.testing import TODAY, check
from journeyql_privacy.analysis import privacy
from journeyql_privacy.eprivacy import EPRIVACY
from journeyql_privacy.eprivacy_pass import analyse as eprivacy
from journeyql_privacy.gdpr import GDPR
from journeyql_privacy.gdpr_pass import analyse as gdpr

TOUCHPOINTS, CONSENTS, STAGES = 4_998, 30, 98


def declarations() -> Iterator[str]:
    """Thirty consents, each with a purpose; the rest rests on contract."""
    for number in range(CONSENTS):
        yield f'consent c{number} "Consent {number}"\n'
        yield f'purpose p{number} "Purpose {number}" basis=c{number} retain=6mo\n'
        yield f'data d{number} "Data {number}"\n'
    yield 'purpose order "Order" basis=contract retain=6mo\nnotice privacy "Notice"\n'
    yield 'recipient mailer "Mailer" country=US safeguard=scc\nstorage cookie "Cookie" essential=no for=p0\n'


def touchpoints(rng: random.Random, careless: float) -> Iterator[str]:
    """Triples: one that lets only those on who consent, one that uses data, one that collects; `careless` ones let all on.

    Of the other arrows four of five lead onward, to the first of a triple, and one back.
    """
    for number in range(TOUCHPOINTS):
        triple, place = divmod(number, 3)
        consent = triple % CONSENTS
        if number % (TOUCHPOINTS // STAGES) == 0:
            yield f'  stage s{number} "Stage {number}"\n'
        yield f'    touchpoint t{number} "Touchpoint {number}"\n'
        if number == 0:
            yield f"      notice: privacy\n      asks: {', '.join(f'c{one}' for one in range(CONSENTS))}\n"
        if place == 0:
            if rng.random() >= careless:
                yield f"      -> t{number + 1} if=c{consent}\n      -> t{number + 2} unless=c{consent}\n"
            continue
        yield (
            f"      uses: d{consent} for=p{consent} to=mailer\n"
            if place == 1
            else f"      collects: d{consent} for=order\n"
        )
        if place == 2 and triple % 7 == 0:
            yield f"      withdraws: c{consent}\n"
        away = rng.randint(1, 12) if rng.random() < 0.8 else -rng.randint(0, 12)
        yield f'      -> t{3 * min(max(triple + away, 0), TOUCHPOINTS // 3 - 1)} "or else"\n'


def view_of(careless: float) -> View:
    """The map, read."""
    rng = random.Random(20261126)  # noqa: S311 - it must be the same every time
    body = "".join((*touchpoints(rng, careless), *declarations()))
    return check(f'journey shop "Shop"\n  regimes: gdpr, eprivacy\n{body}', plugins=[journeyql_privacy]).view


def search(graph: Graph) -> int:
    """One breadth-first search from the start; how many touchpoints it reaches."""
    waiting = deque(edge.target for edge in graph.out(None))
    seen = {node.path for node in waiting if node is not None}
    while waiting:
        node = waiting.popleft()
        for edge in graph.out(node) if node is not None else ():
            if edge.target is not None and edge.target.path not in seen:
                seen.add(edge.target.path)
                waiting.append(edge.target)
    return len(seen)


def rules(view: View) -> int:
    """All passes of privacy; how many findings they have."""
    facts: dict[FactKey, object] = {}
    found = 0
    for work in (privacy, gdpr, eprivacy):
        context = PassContext(
            view=view,
            facts=Facts(facts),
            options=NoOptions(),
            today=TODAY,
            contributions=lambda _: (GDPR, EPRIVACY),
            store=facts.__setitem__,
        )
        found += sum(1 for _ in work(context))
    return found


def seconds(work: Callable[[], object]) -> float:
    """How much of the processor's time a call takes."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def ratio(view: View) -> float:
    """One run of the rules in terms of one search."""
    return seconds(lambda: rules(view)) / seconds(lambda: search(view.graph))


def main() -> None:
    """Print a row for a careful and two careless maps."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for careless in (0.0, 0.02, 0.5):
        view = view_of(careless)
        reached, edges, found = search(view.graph), len(view.graph.edges), rules(view)
        gc.collect()
        gc.freeze()  # as the command line does with what was made before
        ratios = sorted(ratio(view) for _ in range(runs))
        sys.stdout.write(
            f"{reached} touchpoints, {edges} flows, {found:4} findings: {statistics.median(ratios):5.1f} x one search"
            f"  ({ratios[0]:.1f} to {ratios[-1]:.1f}, {runs} pairs)\n"
        )


if __name__ == "__main__":
    main()
