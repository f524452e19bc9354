"""How many claims of each journey are assumed, stated and measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from journeyql.facts import EvidenceMix
from journeyql.model import ASSUMED, MEASURED, STATED
from journeyql_evidence.claims import Claim

_GRADES: Final = (ASSUMED, STATED, MEASURED)


def mixes(claims: Mapping[str, Sequence[Claim]]) -> tuple[EvidenceMix, ...]:
    """The counts of each journey that claims anything, altogether and by property, in the order in which they occur."""
    return tuple(_mix(journey, found) for journey, found in claims.items() if found)


def _mix(journey: str, claims: Sequence[Claim]) -> EvidenceMix:
    by: dict[str, list[int]] = {}
    for claim in claims:
        by.setdefault(claim.name, [0, 0, 0])[_GRADES.index(claim.grade)] += 1
    assumed, stated, measured = (sum(counts[index] for counts in by.values()) for index in range(len(_GRADES)))
    named = tuple((name, (counts[0], counts[1], counts[2])) for name, counts in by.items())
    return EvidenceMix(journey=journey, assumed=assumed, stated=stated, measured=measured, by=named)
