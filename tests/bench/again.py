"""Looking again at a file in which one line has changed, against looking at it from cold, in one process.

Both parse, resolve and run a pass that looks at each element; whatever can be kept in memory for a line's shape is warm.
Run it as `python tests/bench/again.py [RUNS]`.
"""

from __future__ import annotations

import datetime
import re
import statistics
import sys
import time
import types
from collections.abc import Iterator
from pathlib import PurePosixPath

from process import map_of

from journeyql.engine.config import Config
from journeyql.engine.following import Following
from journeyql.engine.inputs import Input
from journeyql.engine.session import Session
from journeyql.model import Touchpoint
from journeyql.plugin import Diagnostic, Pass, PassContext, Rule, Severity, hookimpl
from journeyql.plugin.manager import Plugins

LINES = 3000
RULE = Rule(name="low", code="BCH001", summary="A low score.", severity=Severity.HINT, reason="To have findings.")
#: What changes: the words, and what they become.
EDITS = (
    (r"emotion=\d", "emotion=1", "emotion=4"),
    (r'"Step number \d+"', '"Another step"', '"A step"'),
    (r"severity=\w+", "severity=high", "severity=low"),
    (r"impact=\d", "impact=2", "impact=5"),
    (r'"Does the thing', '"Makes the thing', '"Does a thing'),
)


def low(context: PassContext[object]) -> Iterator[Diagnostic]:
    """Touchpoints with the lowest score."""
    element = context.element
    if isinstance(element, Touchpoint) and context.view[element.emotion] == 1:
        yield RULE.at(element.span, "it is low")


def session() -> Session:
    """A run with one pass, which looks at each element."""
    module = types.ModuleType("bench")
    work = Pass(name="low", summary="Low scores.", work=low, rules=(RULE,), scope="element", varies_by=())
    module.journeyql_passes = hookimpl(specname="journeyql_passes")(lambda: [work])  # type: ignore[attr-defined]
    return Session.start(Plugins.of([module]), Config(), today=datetime.date(2026, 1, 1))


def texts(text: str, runs: int) -> Iterator[str]:
    """The text after one edit of one line each, spread over the file."""
    for number in range(runs):
        pattern, one, other = EDITS[number % len(EDITS)]
        found = [*re.finditer(pattern, text)]
        place = found[number * len(found) // runs]
        new = one if place[0] != one else other
        text = text[: place.start()] + new + text[place.end() :]
        yield text


def seconds(following: Following, text: str) -> float:
    """How long one look takes."""
    start = time.perf_counter()
    following.look(text)
    return time.perf_counter() - start


def main() -> None:
    """Print the ratio."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    shared, item = session(), Input("map.journey", None, PurePosixPath("map.journey"))
    text = map_of(LINES)
    followed = Following(shared, item)
    followed.look(text)
    pairs = [(seconds(followed, new), seconds(Following(shared, item), new)) for new in texts(text, runs)]
    ratio = statistics.median(again / cold for again, cold in pairs)
    cold = statistics.median(cold for _, cold in pairs) * 1000
    sys.stdout.write(f"{LINES} lines, one changed: {ratio:.1%} of cold ({runs} pairs; here cold takes {cold:.0f} ms)\n")


if __name__ == "__main__":
    main()
