"""Who and what stands behind a journey: teams, partners, systems, competitors."""

from __future__ import annotations

from journeyql.model.element import Element
from journeyql.model.quantity import Duration
from journeyql.model.types import DURATION, SHARE, TEXT
from journeyql.model.varying import Many, Varying
from journeyql.model.vocabulary import FILE, common, kind, many, one, options


@options
class ServiceLevel:
    """What may follow a promised time: `sla: 4h within=90% for="first reply"`."""

    within: Varying[float] = one(SHARE, "The share of cases for which the time is promised.", zh="达标率")
    for_: Varying[str] = one(TEXT, "What has to happen in that time.", zh="事项")


@common
class Provider(Element):
    """What all who contribute to a service have in common."""

    provides: Many[str] = many(TEXT, "What it contributes: services, data, knowledge.", zh="提供")
    sla: Many[Duration] = many(DURATION, "A time it promises to keep.", zh="服务水平", options=ServiceLevel)


@common
class Organisation(Provider):
    """What a team and a partner have in common."""

    duties: Many[str] = many(TEXT, "What it has to do for this map.", zh="职责")
    resists: Many[str] = many(TEXT, "What it is likely to oppose, and why.", zh="阻力")


@kind("team", inside=(FILE,), zh="团队")
class Team(Organisation):
    """A group of colleagues: a department, a squad, the people who draw the map.

    Example:
        team service_ops "Service operations"
          provides: "Complaint statistics"
          duties: "Answer every request within a day"
          sla: 4h within=90% for="first reply"
          resists: "Fears more calls during the pilot"
    """

    members: Many[str] = many(TEXT, "Who belongs to it, as people or roles.", zh="成员")
    meets: Varying[Duration] = one(DURATION, "How often it meets about this map.", zh="例会")


@kind("partner", inside=(FILE,), zh="伙伴")
class Partner(Organisation):
    """Another company that does part of the service.

    Example:
        partner courier "City courier"
          provides: "Delivery on the same day"
          sla: 24h within=95% for="delivery in town"
    """


@kind("system", inside=(FILE,), zh="系统")
class System(Provider):
    """A piece of software or a machine that takes part in the service or keeps its data.

    Example:
        team it "IT"
        system crm "Customer relations" owner=it provides="Purchase history"
    """


@kind("competitor", inside=(FILE,), zh="竞品")
class Competitor(Provider):
    """Another company whose customers' experience serves as a benchmark.

    Example:
        competitor other "The other shop"
          provides: "Checkout on one page"
          metric checkout "Time at the checkout" value=45s better=lower
    """
