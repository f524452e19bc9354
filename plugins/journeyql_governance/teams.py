"""Teams and partners that have no part, promise no time, or bring no knowledge; channels that nobody runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from journeyql.diagnostics import Diagnostic, Related, Rule
from journeyql.model import Backstage, Channel, Element, Organisation, Partner, Team, View
from journeyql.wording import quoted
from journeyql_governance.drafts import is_draft, owned
from journeyql_governance.options import Governance
from journeyql_governance.owner_rules import (
    CHANNEL_WITHOUT_OWNER,
    PARTNER_WITHOUT_PROMISE,
    TEAM_WITHOUT_KNOWLEDGE,
    UNUSED_TEAM,
)
from journeyql_governance.references import referred

_MOST = 5


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Gap:
    """What is missing from several elements alike, told in one finding."""

    rule: Rule
    found: Callable[[View], Iterator[Element]]
    told: str
    help: str
    drafts: bool = False


def findings(view: View, options: Governance) -> Iterator[Diagnostic]:
    """One finding of each rule, with all whom it concerns; a draft that has no owner yet is asked for that first."""
    draft = is_draft(view, options)
    if draft and not all(owned(view, journey) for journey in view.journeys):
        return
    for gap in _GAPS:
        found = list(gap.found(view)) if gap.drafts or not draft else []
        if found:
            yield gap.rule.at(
                view.span(found[0], found[0].title),
                f"{quoted(map(view.title, found))}: {gap.told}.",
                help=gap.help,
                related=[Related(view.span(one, one.title), "and here") for one in found[1:_MOST]],
            )


def _unused(view: View) -> Iterator[Element]:
    """Those declared beside a journey that nothing names; a company's library may have more than one map needs."""
    sources = {journey.source.name for journey in view.journeys}
    declared = [one for one in view.of(Organisation) if one.source.name in sources and not view.children(one)]
    named = referred(view.model, {one.path for one in declared}) if declared else set()
    return (one for one in declared if one.path not in named)


def _unpromising(view: View) -> Iterator[Element]:
    working = {ref.path for work in view.of(Backstage) for ref in view[work.by]}
    return (one for one in view.of(Partner) if one.path in working and not view[one.sla])


def _silent(view: View) -> Iterator[Element]:
    teams = view.of(Team)
    told = [team for team in teams if view[team.provides]]
    return (team for team in teams if not view[team.provides]) if len(told) * 2 >= len(teams) else iter(())


def _unowned(view: View) -> Iterator[Element]:
    return (one for one in view.of(Channel) if view[one.kind] == "online" and view[one.owner] is None)


_GAPS = (
    _Gap(
        rule=UNUSED_TEAM,
        found=_unused,
        told="no part in this map; nothing is owned or done by them, and they are neither asked nor told",
        help="give them their part (owner=, by=, consulted:, informed:), or take them out",
        drafts=True,
    ),
    _Gap(
        rule=PARTNER_WITHOUT_PROMISE,
        found=_unpromising,
        told="at work behind a touchpoint, and no time is promised",
        help="a journey is as fast as its slowest partner: write what was agreed, sla: 24h within=95%",
    ),
    _Gap(
        rule=TEAM_WITHOUT_KNOWLEDGE,
        found=_silent,
        told="nothing is said of what they know of customers, though others say it",
        help='each department hears something that nobody else hears: provides: "Complaints"',
    ),
    _Gap(
        rule=CHANNEL_WITHOUT_OWNER,
        found=_unowned,
        told="online, and run by nobody",
        help="say who answers for what customers meet there: owner=TEAM",
    ),
)
