"""Whether customers are told before their data is collected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeyql.diagnostics import Diagnostic
from journeyql.model import Ref, Touchpoint
from journeyql_privacy.case import Case
from journeyql_privacy.checks import Check
from journeyql_privacy.consent import Notice
from journeyql_privacy.mentions import marked
from journeyql_privacy.record import Handling
from journeyql_privacy.telling import listed, route, title

_INFERRED = "inferred"


def no_notice(case: Case, check: Check) -> Iterator[Diagnostic]:
    """Data that is collected from the customer, in answers or by observation, on some path without a notice of it."""
    for (place, notices), handlings in _collected(case).items():
        path = case.paths.without(place, [notice.path for notice in notices])
        if path is not None:
            found = tuple(mention for notice in notices for mention in case.mentions(notice))
            yield check.rule.at(
                handlings[0].cell.span,
                f"The model does not show that customers are told before {title(case.view, place)} collects "
                f"{listed(handling.data for handling in handlings)} ({check.cited(case)}). {_lacking(notices)} given on "
                f"the way {route(path, [mention.place for mention in found])}.",
                help="add `notice: NAME` there or earlier on that path; a notice with `covers` speaks of nothing else",
                related=marked(found, path),
            )


def _lacking(notices: tuple[Notice, ...]) -> str:
    if not notices:
        return "No notice that speaks of it is"
    names = listed(notices)
    return f"`{names}` is not" if len(notices) == 1 else f"None of {names} is"


def _collected(case: Case) -> Mapping[tuple[Touchpoint, tuple[Notice, ...]], list[Handling]]:
    """What is collected at each touchpoint, by the notices that speak of it."""
    found: dict[tuple[Touchpoint, tuple[Notice, ...]], list[Handling]] = {}
    for handling in case.handlings:
        if handling.collected and _from_the_customer(case, handling):
            speaking = tuple(item.notice for item in case.record.announced if item.speaks_of(handling))
            found.setdefault((handling.place, speaking), []).append(handling)
    return found


def _from_the_customer(case: Case, handling: Handling) -> bool:
    source = case.view[handling.data.source_]
    return not isinstance(source, Ref) and source != _INFERRED
