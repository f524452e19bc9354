"""China's Personal Information Protection Law for JourneyQL: the registrations, which import nothing that they name."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.plugin import Contribution, Pass, hookimpl
from journeyql_privacy.api import RECORDS, Regime
from journeyql_privacy_pipl.rules import RULES


@hookimpl
def journeyql_contributions() -> Iterator[Contribution]:
    """The law as one more body of law."""
    yield Contribution(name="pipl", to=Regime, value="journeyql_privacy_pipl.regime:PIPL")


@hookimpl
def journeyql_passes() -> Iterator[Pass]:
    """What the law asks of a journey."""
    yield Pass(
        name="pipl",
        summary="What China's Personal Information Protection Law asks of a journey.",
        work="journeyql_privacy_pipl.analysis:analyse",
        rules=RULES,
        requires=(RECORDS,),
        varies_by=("state", "segment", "market"),
    )
