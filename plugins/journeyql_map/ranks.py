"""What analyses say of the cards: which pains hurt most, and which measures are worth doing first."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from journeyql.facts import PAINS, QUADRANTS, Facts
from journeyql.model import Journey, View

#: So many pains are numbered: who marks all marks none.
_MARKED = 3


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Ranks:
    """The numbers of the worst pains and the quadrants of measures, by path.

    The numbers are those on the page of decisions, where places that hurt and have no pain are numbered as well. `worst`
    is the title of number 1, if that is a pain.
    """

    pains: Mapping[str, int] = attrs.field(factory=dict)
    quadrants: Mapping[str, str] = attrs.field(factory=dict)
    worst: str = ""

    @classmethod
    def of(cls, facts: Facts, view: View, journey: Journey) -> Ranks:
        """The ranks of a journey; none where no analysis was made, and none of a pain that is alone."""
        ranked = [one for one in facts.get(PAINS) or () if view.around(one.place, Journey) in {journey, None}]
        order = enumerate(sorted(ranked, key=lambda one: one.rank), start=1)
        written = [(number, one.pain) for number, one in order if one.pain is not None]
        quadrants = facts.get(QUADRANTS) or {}
        if len(written) < 2:  # noqa: PLR2004 - one alone is no order
            return cls(quadrants=quadrants)
        number, first = written[0]
        numbers = {pain.path: number for number, pain in written[:_MARKED]}
        return cls(pains=numbers, quadrants=quadrants, worst=view.title(first) if number == 1 else "")
