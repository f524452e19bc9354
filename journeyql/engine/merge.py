"""Makes one finding of those that several views have in common, and names the contexts in which it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, combinations

import attrs

from journeyql.diagnostics import Diagnostic, order
from journeyql.model import Context

#: How the context in which nothing is settled is called beside settled ones.
DEFAULT = "the default view"


def merged(by_context: Mapping[Context, tuple[Diagnostic, ...]], base: Context) -> tuple[Diagnostic, ...]:
    """The findings of several views, each once, sorted; without contexts when it holds in all of them.

    Findings of one rule at one place are the same problem, even if their figures differ from view to view: the
    most severe is kept, else the first. What `base` settles holds for all contexts, and is not named.
    """
    if not any(by_context.values()):
        return ()
    kept: dict[object, Diagnostic] = {}
    holds: dict[object, list[Context]] = {}
    for context, findings in by_context.items():
        for key, finding in numbered(findings, _place_of):
            known = kept.setdefault(key, finding)
            if finding.severity > known.severity:
                kept[key] = finding
            holds.setdefault(key, []).append(context)
    everywhere = len(by_context)
    found = (
        finding if len(holds[key]) == everywhere else attrs.evolve(finding, contexts=_named(finding, holds[key], base))
        for key, finding in kept.items()
    )
    return tuple(sorted(found, key=order))


def _wider(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The contexts that settle some of these words, but not all."""
    return chain.from_iterable(combinations(words, size) for size in range(1, len(words)))


def numbered(
    findings: Iterable[Diagnostic], place_of: Callable[[Diagnostic], object]
) -> Iterator[tuple[tuple[object, int], Diagnostic]]:
    """Each finding with its place and its number there; the second at one place is another problem than the first."""
    seen: Counter[object] = Counter()
    for finding in dict.fromkeys(findings):
        place = place_of(finding)
        seen[place] += 1
        yield (place, seen[place]), finding


def _place_of(finding: Diagnostic) -> tuple[object, ...]:
    return order(finding)[:-1]  # rule and place: the words may differ from view to view


def _named(finding: Diagnostic, contexts: list[Context], base: Context) -> tuple[str, ...]:
    settled = set(base.words)
    words = [tuple(word for word in context.words if word not in settled) for context in contexts]
    # What holds for a market holds for each of its personas: only the widest contexts are named.
    known = set(words)
    widest = [mine for mine in words if known.isdisjoint(_wider(mine))]
    names = (" ".join(mine) or DEFAULT for mine in widest)
    return tuple(dict.fromkeys((*finding.contexts, *names)))
