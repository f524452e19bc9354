"""Who answers for a map, how it is cut, how often it writes to customers, and in whose words it speaks."""

from __future__ import annotations

from collections.abc import Iterable

from journeyql.plugin import Pass, hookimpl
from journeyql_governance import contact_rules, owner_rules, shape_rules, wording_rules
from journeyql_governance.options import Governance, Wording

_VARIES = ("state", "segment", "market")


@hookimpl
def journeyql_passes() -> Iterable[Pass]:
    """Three analyses; each looks through the eyes of each persona by itself, so that a finding comes once."""
    yield Pass(
        name="governance",
        summary="Owners, those who are not asked, resistance, stages that mirror departments, maps that are too long.",
        work="journeyql_governance.analysis:govern",
        rules=(*shape_rules.RULES, *owner_rules.RULES),
        varies_by=_VARIES,
        options=Governance,
    )
    yield Pass(
        name="contacts",
        summary="Messages to customers: how many each persona can get in all journeys together, and at what hours.",
        work="journeyql_governance.analysis:count_contacts",
        rules=contact_rules.RULES,
        varies_by=_VARIES,
    )
    yield Pass(
        name="wording",
        summary="Technical words in what customers say and do, and titles in the words of the company.",
        work="journeyql_governance.analysis:read",
        rules=wording_rules.RULES,
        varies_by=(*_VARIES, "language"),
        options=Wording,
    )
