# ruff: noqa: E402, T201 - a script that prepares its path and prints
"""Measures bringing a catalogue of 5,000 messages up to date against writing its file, as a ratio (goal: 2).

Run `python tests/bench/merge.py`. One text in ten has changed, one in ten has moved, one in ten is new. Runs are
paired, and the median of the ratios is shown.
"""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from journeyql.engine.write import Writer
from journeyql_l10n.catalogue import Catalogue, Message, header
from journeyql_l10n.merging import Merged, merged
from journeyql_l10n.writing import written

COUNT, PAIRS = 5_000, 15


def known() -> list[Message]:
    return [
        Message(
            key=f"shop.stage{n // 50}.step{n}:title",
            text=f"Does the thing that comes {n}th",
            translation=f"Tut, was als {n}. kommt",
            notes=("touchpoint title", f"In: Shop › Stage {n // 50}"),
        )
        for n in range(COUNT)
    ]


def wanted() -> list[Message]:
    found = []
    for n, old in enumerate(known()):
        key = old.key.replace("shop.", "market.") if n % 10 == 1 else f"{old.key}x" if n % 10 == 2 else old.key
        text = f"Really {old.text}" if n % 10 == 0 else f"Something new {n}" if n % 10 == 2 else old.text
        found.append(Message(key=key, text=text, notes=old.notes))
    return found


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def write(result: Merged, path: Path, turn: int) -> None:
    """Write the file as `l10n update` does; each turn another content, so that it really is written."""
    content = written(Catalogue(header("de"), result.messages)) + f"\n# {turn}\n"
    Writer().write(path, content.encode())


def main() -> None:
    new, old = wanted(), known()
    result = merged(new, old)
    told = {"moved": result.moved, "doubtful": result.doubtful, "new": result.new, "obsolete": result.obsolete}
    ratios = []
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(PAIRS):
            merging = seconds(lambda: merged(new, old))
            writing = seconds(lambda turn=turn: write(result, Path(folder, "de.po"), turn))  # type: ignore[misc]
            ratios.append(merging / writing)
    print(f"{COUNT} messages, {told}")
    print(f"merge / write: {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}, {PAIRS} pairs)")


if __name__ == "__main__":
    main()
