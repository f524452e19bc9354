"""What is done about findings: improvements, and rescues while the customer is still there."""

from __future__ import annotations

from typing import Any

from journeyql.model.element import Element
from journeyql.model.kinds.channel import Channel
from journeyql.model.kinds.metric import Metric
from journeyql.model.kinds.stage import Rate
from journeyql.model.kinds.words import RATING
from journeyql.model.quantity import Date, Duration, Money
from journeyql.model.types import (
    AMOUNT,
    DATE,
    DURATION,
    LITERAL,
    MONEY,
    NUMBER,
    SHARE,
    TEXT,
    Amount,
    ref,
    word,
)
from journeyql.model.varying import Many, Ref, Varying
from journeyql.model.vocabulary import FILE, common, kind, many, one, options

_TARGETS = ("pain", "need", "opportunity", "cause", "factor", "risk", "goal", "metric", "touchpoint", "stage")


@options
class Benefit:
    """What may follow a benefit: `benefit: 5% metric=conversion`, `benefit: 90000EUR per=1y`."""

    per: Varying[Duration] = one(DURATION, "The time in which it comes once.", zh="周期")
    metric: Varying[Ref[Metric]] = one(ref("metric"), "The figure that rises by it.", zh="衡量")


@options
class Announcement:
    """What may follow the day on which customers were told."""

    text: Varying[str] = one(TEXT, "What customers were told.", zh="内容")
    channel: Varying[Ref[Channel]] = one(ref("channel"), "The channel by which they were told.", zh="渠道")


@common
class Remedy(Element):
    """What an action and a recovery have in common."""

    kind: Varying[str] = one(
        word(
            fix="修复",
            feature="功能",
            design="设计",
            emotional_design="情感化设计",
            content="内容",
            personalisation="个性化",
            automation="自动化",
            process="流程",
            training="培训",
            communication="沟通",
            compensation="补偿",
            priority="优先",
            research="研究",
        ),
        "What sort of measure it is.",
        zh="类型",
    )
    impact: Varying[float] = one(RATING, "How much it would help, from 1 to 5.", zh="影响")
    effort: Varying[float] = one(RATING, "How much work it is, from 1 to 5.", zh="工作量")
    due: Varying[Date] = one(DATE, "When it has to be done.", zh="截止")
    within: Varying[Duration] = one(DURATION, "How soon after its occasion it has to happen.", zh="时限")
    cost: Varying[Money] = one(MONEY, "What it costs.", zh="成本", options=Rate)
    benefit: Varying[Amount] = one(
        AMOUNT, "What it brings, as money or as a rise of a figure.", zh="收益", options=Benefit
    )
    reach: Varying[float] = one(NUMBER, "How many customers it would help.", zh="覆盖人数", options=Rate)
    confidence: Varying[float] = one(SHARE, "How sure the estimates are.", zh="把握")
    horizon: Varying[str] = one(
        word(quick_win="速赢", short="短期", medium="中期", long="长期"), "How far off it is.", zh="期限"
    )
    addresses: Many[Ref[Any]] = many(
        ref(*_TARGETS), "What it is meant to mend, when it does not stand in it.", zh="针对"
    )
    depends: Many[Ref[Any]] = many(ref("action", "recovery", "experiment"), "What has to be done before.", zh="依赖")
    phase: Varying[float] = one(NUMBER, "The phase of the plan it belongs to, counted from 1.", zh="阶段")
    announced: Varying[Date] = one(DATE, "The day on which customers were told of it.", zh="公告", options=Announcement)
    when: Varying[str] = one(LITERAL, "The condition that sets it off.", zh="条件")
    system: Varying[Ref[Any]] = one(ref("system", "partner"), "The system that carries it out.", zh="系统")


@kind(
    "action",
    inside=(
        "pain",
        "need",
        "opportunity",
        "cause",
        "factor",
        "risk",
        "goal",
        "touchpoint",
        "stage",
        "journey",
        FILE,
    ),
    zh="措施",
)
class Action(Remedy):
    """An improvement somebody is going to make; standing in a finding it addresses it.

    Example:
        team web "Web team"
        journey shop "Buys online"
          stage pay "Pays" emotion=1
            pain missing "The link leads to an empty page" severity=medium
              action "Show useful links on the 404 page" owner=web impact=3 effort=1 horizon=quick-win
    """


@kind("recovery", inside=("touchpoint", "stage", "pain"), zh="补救")
class Recovery(Remedy):
    """What makes up for a failure while the customer is still there.

    Example:
        system mailer "Marketing automation"
        journey shop "Buys online"
          stage wait "Waits for the parcel" emotion=2
            recovery late "A coupon for the delay" when=`days_late >= 1` within=2h system=mailer
    """
