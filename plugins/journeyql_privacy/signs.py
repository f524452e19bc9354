"""Signs that pictures put at touchpoints: personal data, consent, and data that leaves the territory of a law."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from journeyql.model import Journey, Moment, View
from journeyql.plugin import Sign
from journeyql_privacy.consent import Consent
from journeyql_privacy.data import Purpose
from journeyql_privacy.facets import Collecting, Lawfulness, Processing, Using
from journeyql_privacy.parties import Recipient
from journeyql_privacy.regime import Regime

if TYPE_CHECKING:
    from journeyql.plugin import RenderContext

_LOCK: Final = "M3.5 7.2h9v7h-9zM5.4 7.2V5a2.6 2.6 0 0 1 5.2 0v2.2M8 10v1.6"
_TICKED: Final = "M2.5 2.5h11v11h-11zM5 8.2l2.2 2.2L11.2 5.8"
_GLOBE: Final = (
    "M8 1.8a6.2 6.2 0 1 0 0 12.4 6.2 6.2 0 0 0 0-12.4zM1.8 8h12.4M8 1.8c-3.4 3.8-3.4 8.6 0 12.4 3.4-3.8 3.4-8.6 0-12.4"
)


def _personal(_ctx: RenderContext[Any], view: View, step: Moment) -> bool:
    deeds = view.facet(step, Processing)
    return any(view[field] for field in (deeds.collects, deeds.uses, deeds.erases))


def _consent(ctx: RenderContext[Any], view: View, step: Moment) -> bool:
    """Whether consent is asked for, or what is done with data rests on one under any body of law."""
    if view[view.facet(step, Processing).asks]:
        return True
    lights = [view, *(view.narrowed(regime=regime.name) for regime in ctx.contributions(Regime))]
    return any(_rests(light, purpose) for purpose in _purposes(view, step) for light in lights)


def _rests(view: View, purpose: Purpose) -> bool:
    basis = view[purpose.basis]
    return basis is not None and view.named(basis, Consent, purpose) is not None


def _abroad(ctx: RenderContext[Any], view: View, step: Moment) -> bool:
    """Whether anybody who is given data uses it where it is not at home, by the laws of the journey; by all if it names none."""
    journey = view.around(step, Journey)
    declared = view[view.facet(journey, Lawfulness).regimes] if journey is not None else ()
    regimes = [one for one in ctx.contributions(Regime) if not declared or one.name in declared]
    homes = [one.territories for one in regimes if one.safeguards]  # others do not ask where data goes
    countries = {view[one.country] for one in _recipients(view, step)} - {None}
    return any(country not in home for country in countries for home in homes)


def _purposes(view: View, step: Moment) -> Iterator[Purpose]:
    """What data is collected and used for at a touchpoint."""
    deeds = view.facet(step, Processing)
    collecting = [cell.option(Collecting) for cell in view.cells(deeds.collects)]
    using = [cell.option(Using) for cell in view.cells(deeds.uses)]
    named = (ref for given in (*collecting, *using) if given is not None for ref in view[given.for_])
    return (purpose for purpose in map(view.follow, named) if purpose is not None)


def _recipients(view: View, step: Moment) -> Iterator[Recipient]:
    """Everybody who is given data at a touchpoint, and those to whom they pass it on."""
    for cell in view.cells(view.facet(step, Processing).uses):
        given = cell.option(Using)
        for named in view[given.to] if given is not None else ():
            recipient = view.follow(named)
            if recipient is not None:
                yield recipient
                yield from view.within(recipient, Recipient)


PERSONAL: Final = Sign(name="1-personal-data", drawing=_LOCK, label="privacy.sign.personal", at=_personal)
CONSENT: Final = Sign(name="2-consent", drawing=_TICKED, label="privacy.sign.consent", at=_consent)
ABROAD: Final = Sign(name="3-abroad", drawing=_GLOBE, label="privacy.sign.abroad", at=_abroad)
