# ruff: noqa: E402, S311, T201 - a script that prepares its path, makes up text and prints
"""Measures parsing against Lark on the whole file: throughput, linearity and memory, as ratios.

Run `python tests/bench/parse.py`. Runs are paired and medians are shown; both sides build the same tree,
which is checked.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from made_up import made_up
from whole_file import WholeFile

from journeyql.source import SourceFile
from journeyql.syntax import parse
from journeyql.syntax.plans import expression

PAIRS = 9


def corpus(lines: int, seed: int = 1) -> str:
    """The examples of the repository that are in order, then made-up journeys up to a number of lines."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("examples/**/*.journey"))]
    fine = [text for text in texts if not parse(SourceFile("x", text)).diagnostics]
    return "".join(fine) + made_up(random.Random(seed), lines)


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def shapes(text: str) -> int:
    lex = expression().finditer
    return len({bytes(token.lastindex or 0 for token in lex(line.strip())) for line in text.split("\n")})


def throughput() -> None:
    source = SourceFile("bench.journey", corpus(4_000))
    oracle = WholeFile()
    parsed = parse(source)
    if parsed.diagnostics or parsed.document.body != oracle.parse(source).body:
        sys.exit("the two parsers disagree")
    pairs = [(seconds(lambda: oracle.parse(source)), seconds(lambda: parse(source))) for _ in range(PAIRS)]
    ratio = statistics.median(slow / fast for slow, fast in pairs)
    lines = source.text.count("\n")
    print(f"corpus: {lines} lines, {len(source.text.encode())} bytes, {shapes(source.text)} shapes")
    print(f"throughput: {ratio:.2f} x whole-file Lark (median of {PAIRS} pairs; trees equal)")
    fast = statistics.median(fast for _, fast in pairs)
    print(f"  here: {lines / fast:,.0f} lines/s, {len(source.text.encode()) / fast / 1e6:.2f} MB/s")


def linearity() -> None:
    sizes = (1_000, 10_000, 100_000)
    sources = [SourceFile("bench.journey", made_up(random.Random(2), size)) for size in sizes]
    costs = [statistics.median(seconds(lambda s=source: parse(s)) for _ in range(5)) for source in sources]  # type: ignore[misc]
    per_byte = [cost / len(source.text) for cost, source in zip(costs, sources, strict=True)]
    steps = ", ".join(f"{size:,} lines {cost / per_byte[0]:.2f}" for size, cost in zip(sizes, per_byte, strict=True))
    print(f"linearity (time per character, 1,000 lines = 1): {steps}")


def memory() -> None:
    text = corpus(10_000)
    source = SourceFile("bench.journey", text)
    parse(source)
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    parsed = parse(source)
    gc.collect()
    held = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    print(
        f"memory: {held / len(text.encode()):.2f} bytes of tree for each byte of source ({len(parsed.document.body)} top nodes)"
    )


if __name__ == "__main__":
    throughput()
    linearity()
    memory()
