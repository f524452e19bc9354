"""Whether customers are told before their data is collected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeyql.diagnostics import Diagnostic
from journeyql.model import Ref, Touchpoint
from journeyql_privacy.case import Case
from journeyql_privacy.checks import Check
from journeyql_privacy.record import Handling
from journeyql_privacy.telling import listed, route, steps, title

_INFERRED = "inferred"


def no_notice(case: Case, check: Check) -> Iterator[Diagnostic]:
    """Data that is collected from the customer, in answers or by observation, on some path without a notice of it."""
    for (place, notices), handlings in _collected(case).items():
        path = case.paths.without(place, notices)
        if path is not None:
            told = f"None of {', '.join(_named(case, notices))} is" if notices else "No notice is"
            yield check.rule.at(
                handlings[0].cell.span,
                f"The model does not show that customers are told before {title(case.view, place)} collects "
                f"{listed(handling.data for handling in handlings)} ({check.cited(case)}). {told} given on the way "
                f"{route(path)}.",
                help="add `notice: NAME` there or earlier on that path; a notice with `covers` speaks of nothing else",
                related=steps(path),
            )


def _collected(case: Case) -> Mapping[tuple[Touchpoint, tuple[str, ...]], list[Handling]]:
    """What is collected at each touchpoint, by the notices that speak of it."""
    found: dict[tuple[Touchpoint, tuple[str, ...]], list[Handling]] = {}
    for handling in case.handlings:
        if handling.collected and _from_the_customer(case, handling):
            speaking = (item.notice.path for item in case.record.announced if item.speaks_of(handling))
            found.setdefault((handling.place, tuple(speaking)), []).append(handling)
    return found


def _from_the_customer(case: Case, handling: Handling) -> bool:
    source = case.view[handling.data.source_]
    return not isinstance(source, Ref) and source != _INFERRED


def _named(case: Case, notices: tuple[str, ...]) -> list[str]:
    return [f"`{case.view.model.elements[path].id}`" for path in notices]
