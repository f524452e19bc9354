"""Which contexts a pass has to see: those that really differ, up to a limit."""

from __future__ import annotations

import math

import attrs

from journeyql.model import Context, Model, Persona

#: How many views of one file are looked at.
MOST_VIEWS = 200
#: How many elements are looked at in all of these views together, but for the first few.
_MOST_ELEMENTS, _FEW = 1_000_000, 10
#: How many combinations are compared to find out which ones differ.
_MOST_COMBINATIONS = 4000


@attrs.frozen(eq=False, repr=False)
class Contexts:
    """The contexts to look at, the default one first; `dropped` when some that differ are left out."""

    contexts: tuple[Context, ...]
    dropped: bool = False


def differing(model: Model, dimensions: tuple[str, ...], limit: int = MOST_VIEWS) -> Contexts:
    """One context for each view that differs along the dimensions; the last dimensions give way first."""
    kept = dimensions
    while len(kept) > 1 and _combinations(model, kept) > _MOST_COMBINATIONS:
        kept = kept[:-1]
    most = min(limit, max(_FEW, _MOST_ELEMENTS // max(len(model.elements), 1)))
    found = model.contexts(kept, most + 1)
    return Contexts(found[:most], dropped=len(found) > most or kept != dimensions)


def _combinations(model: Model, dimensions: tuple[str, ...]) -> int:
    more = {"persona": len(model.all(Persona)) if model.used("segment") else 0}
    return math.prod(1 + len(model.used(name)) + more.get(name, 0) for name in dimensions)
