"""How much there is to win by serving a need, after Ulwick.

    opportunity = importance + max(importance - satisfaction, 0)

Both are from 0 to 10, so it is from 0 to 20 (Anthony W. Ulwick, "Turn customer input into innovation", Harvard Business
Review, January 2002; What Customers Want, 2005). Published bands: from 15 on extreme, from 12 on high, from 10 on worth
a look; below 10 customers are served appropriately or do not care.

A must-be of Kano's comes first while it fails, that is below the middle of satisfaction: what is taken for granted wins
nobody by being better, and loses customers by being missing (Kano et al., "Attractive quality and must-be quality", 1984).
"""

from __future__ import annotations

import attrs

from journeyql.facts import OpportunityScore
from journeyql.model import Factor, Finding, Need, Opportunity, Pain
from journeyql_priorities.eyes import Eyes
from journeyql_priorities.measures import Measures

EXTREME, HIGH, WORTH_A_LOOK = 15.0, 12.0, 10.0
MUST_BE = "must-be"
_MIDDLE = 5.0


def opportunity(importance: float, satisfaction: float) -> float:
    """Ulwick's score.

    >>> opportunity(9, 3), opportunity(6, 5), opportunity(4, 6)
    (15, 7, 4)
    """
    return importance + max(importance - satisfaction, 0)


def asked(eyes: Eyes, finding: Finding) -> tuple[float, float] | None:
    """Importance and satisfaction of the customers for whom there is most to win; None unless both are stated."""
    if not finding.importance.cells or not finding.satisfaction.cells:
        return None
    pairs = ((seen[finding.importance], seen[finding.satisfaction]) for seen in eyes.people)
    known = [(importance, served) for importance, served in pairs if importance is not None and served is not None]
    return max(known, key=lambda pair: (opportunity(*pair), pair[0]), default=None)


def kano(eyes: Eyes, finding: Finding) -> str:
    """Kano's class of a finding that can have one, empty when it is not stated."""
    return eyes.word(finding.kano) if isinstance(finding, Pain | Need | Opportunity) else ""


def failing(score: OpportunityScore) -> bool:
    """Whether something that customers take for granted is missing."""
    return score.kano == MUST_BE and score.satisfaction < _MIDDLE


def opportunities(measures: Measures) -> tuple[OpportunityScore, ...]:
    """All that has importance and satisfaction, the largest opportunity first; equal ones share a rank."""
    eyes = measures.eyes
    kinds: tuple[type[Finding], ...] = (Need, Pain, Opportunity, Factor)
    found = [
        score for kind in kinds for finding in eyes.every(kind) if (score := _scored(measures, finding)) is not None
    ]
    found.sort(key=_order)
    ranks: dict[tuple[bool, float, float], int] = {}
    for place, score in enumerate(found, start=1):
        ranks.setdefault(_order(score), place)
    return tuple(attrs.evolve(score, rank=ranks[_order(score)]) for score in found)


def _order(score: OpportunityScore) -> tuple[bool, float, float]:
    return (not failing(score), -score.score, -score.importance)


def _scored(measures: Measures, finding: Finding) -> OpportunityScore | None:
    pair = asked(measures.eyes, finding)
    if pair is None:
        return None
    return OpportunityScore(
        rank=0,
        element=finding,
        importance=pair[0],
        satisfaction=pair[1],
        score=opportunity(*pair),
        kano=kano(measures.eyes, finding),
        answers=measures.answers.get(finding.path, ()),
    )
