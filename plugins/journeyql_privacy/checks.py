"""From the checks of a regime to the work of its pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import attrs

from journeyql.plugin import Diagnostic, PassContext, PassWork, Rule
from journeyql_privacy.case import Case
from journeyql_privacy.facts import RECORDS
from journeyql_privacy.regime import Regime


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Check:
    """One thing that a body of law asks for: a rule, the provision it rests on, and how breaches are found.

    `lacking`: it reports what is missing, and so is asked only of journeys that declare their regimes. `local`: it
    looks at single words, and so holds even while some line of the file cannot be read.
    """

    rule: Rule
    provision: str
    find: Callable[[Case, Check], Iterable[Diagnostic]]
    lacking: bool = False
    local: bool = False

    def cited(self, case: Case) -> str:
        """The provision as messages cite it."""
        return f"{case.regime.short} {self.provision}"


def analysis(regime: Regime, checks: tuple[Check, ...]) -> PassWork:
    """The work of a pass that asks these checks of every journey to which a regime applies."""

    def analyse(context: PassContext[object]) -> Iterator[Diagnostic]:
        records = context.facts.get(RECORDS)
        seen: set[object] = set()
        for case in records.cases(regime) if records is not None else ():
            asked = (check for check in checks if _asked(check, case))
            yield from _new((item for check in asked for item in check.find(case, check)), seen)

    return analyse


def _asked(check: Check, case: Case) -> bool:
    return (case.declared or not check.lacking) and (case.view.model.complete or check.local)


def _new(findings: Iterable[Diagnostic], seen: set[object]) -> Iterator[Diagnostic]:
    """Those that no other case has at the same place; the second of a rule at one place is another problem."""
    count: Counter[object] = Counter()
    for finding in findings:
        place = (finding.rule.name, finding.span)
        count[place] += 1
        if (place, count[place]) not in seen:
            seen.add((place, count[place]))
            yield finding
