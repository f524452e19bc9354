"""Puts the lines that run through one channel between cards side by side, with as few crossings as it can."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import attrs

#: With more lines than this in one channel, their first order is kept: it bounds the time.
_MOST_SORTED = 120
_APART = 6.0
_OVERLAP = 4


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Run:
    """A line along a channel from `low` to `high`.

    `turns` are the places where it leaves to one side: the place, and -1 (before) or 1 (behind) the channel.
    `tag` is the part of it that words stand on: from, to, and how far they reach to either side. Runs of one
    `bundle` come from one point or lead to one, and share a line.
    """

    key: int
    low: float
    high: float
    turns: tuple[tuple[float, int], ...]
    tag: tuple[float, float, float] | None = None
    bundle: Hashable = None

    @property
    def reach(self) -> float:
        """How far its words reach to either side."""
        return self.tag[2] if self.tag else 0.0


def spread(runs: Sequence[Run], gap: float) -> tuple[dict[int, float], float]:
    """The offset of each run across the channel, from 0, and the width that lines and words need together."""
    offsets: dict[int, float] = {}
    placed: list[tuple[Run, float]] = []
    bundles = _bundled(runs)
    for run in _ordered([_joined(bundle) for bundle in bundles]):
        offset = max((at + _apart(other, run, gap) for other, at in placed if _meet(run, other)), default=0.0)
        offsets[run.key] = max(offset, run.reach)
        placed.append((run, offsets[run.key]))
    shared = {run.key: offsets[bundle[0].key] for bundle in bundles for run in bundle}
    return shared, max((at + run.reach for run, at in placed), default=0.0)


def _bundled(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs that share a line; words keep theirs to themselves."""
    found: dict[Hashable, list[Run]] = {}
    for run in runs:
        alone = run.bundle is None or run.tag is not None
        found.setdefault(("alone", run.key) if alone else ("bundle", run.bundle), []).append(run)
    return list(found.values())


def _joined(runs: Sequence[Run]) -> Run:
    if len(runs) == 1:
        return runs[0]
    turns = tuple(dict.fromkeys(turn for run in runs for turn in run.turns))
    return attrs.evolve(runs[0], low=min(run.low for run in runs), high=max(run.high for run in runs), turns=turns)


def _apart(one: Run, other: Run, gap: float) -> float:
    """How far two runs have to stay apart so that neither touches the other's words."""
    needed = gap
    for tagged, line in ((one, other), (other, one)):
        if tagged.tag and line.low < tagged.tag[1] + _APART and tagged.tag[0] < line.high + _APART:
            needed = max(needed, tagged.reach + _APART)
    if one.tag and other.tag and one.tag[0] < other.tag[1] + _APART and other.tag[0] < one.tag[1] + _APART:
        needed = max(needed, one.reach + other.reach + _APART)
    return needed


def _meet(one: Run, other: Run) -> bool:
    """Whether two runs would touch if they lay on one line."""
    return one.low < other.high + _APART and other.low < one.high + _APART


def _crossings(first: Run, second: Run) -> int:
    """How often two runs cross when the first lies before the second; ends that would lie on each other count more."""
    after = sum(1 for place, side in first.turns if side > 0 and second.low < place < second.high)
    before = sum(1 for place, side in second.turns if side < 0 and first.low < place < first.high)
    return after + before + _OVERLAP * len(_ends(first, 1) & _ends(second, -1))


def _ends(run: Run, side: int) -> set[float]:
    return {place for place, turn in run.turns if turn == side}


def _ordered(runs: Sequence[Run]) -> list[Run]:
    """The runs in an order of few crossings: neighbours change places while that helps."""
    order = sorted(runs, key=lambda run: (sum(side for _, side in run.turns), run.high - run.low, run.low, run.key))
    if len(order) > _MOST_SORTED:
        return order
    for _ in range(len(order)):
        moved = False
        for index in range(len(order) - 1):
            first, second = order[index], order[index + 1]
            if _crossings(second, first) < _crossings(first, second):
                order[index], order[index + 1] = second, first
                moved = True
        if not moved:
            break
    return order
