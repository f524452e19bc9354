"""What the customer does not see: the lanes of a service blueprint."""

from __future__ import annotations

from typing import Any

from journeyql.model.element import Element
from journeyql.model.types import YES_NO, ref
from journeyql.model.varying import Many, Ref, Varying
from journeyql.model.vocabulary import common, kind, many, one

_PLACES = ("touchpoint", "stage")


@common
class Work(Element):
    """What the lanes of a blueprint have in common."""

    by: Many[Ref[Any]] = many(ref("team", "partner", "system"), "Who or what does it.", zh="由")
    reads: Many[Ref[Any]] = many(ref("system", "partner"), "Where the data it needs comes from.", zh="读取")
    writes: Many[Ref[Any]] = many(ref("system", "partner"), "Where the data it makes goes.", zh="写入")


@kind("backstage", inside=_PLACES, zh="后台")
class Backstage(Work):
    """What the company's people do for the touchpoint, before or behind the customer's eyes.

    Example:
        team clerks "Shop assistants"
        system crm "Customer relations"
        journey shop "Buys in the shop"
          stage try "Tries on" emotion=4
            backstage "Lays out the sizes" by=clerks reads=crm
            backstage "Advises at the mirror" by=clerks visible=yes
    """

    visible: Varying[bool] = one(YES_NO, "Whether the customer sees it (front stage).", zh="可见")


@kind("support", inside=_PLACES, zh="支持")
class Support(Work):
    """What has to run so that the people can do their work: processes, systems, other companies.

    Example:
        partner psp "Payment provider"
        system orders "Order system"
        journey shop "Buys online"
          stage pay "Pays" emotion=3
            support "Checks the card" by=psp writes=orders
    """


@kind("proof", inside=_PLACES, zh="有形展示")
class Proof(Work):
    """What the customer can see, touch or keep of the service.

    Example:
        team packing "Packing"
        journey shop "Buys online"
          stage deliver "Gets the parcel" emotion=5
            proof "A box with a handwritten note" by=packing
    """
