"""What a journey consists of: stages and touchpoints."""

from __future__ import annotations

from typing import Any

from journeyql.model.element import Element, Measure
from journeyql.model.kinds.channel import Channel
from journeyql.model.kinds.journey import Journey
from journeyql.model.kinds.words import DAYS, FEELING, KANO, PROMOTERS, TEN, THING, TIME
from journeyql.model.quantity import Clock, Date, Duration, Range
from journeyql.model.types import DURATION, LITERAL, NAME, NUMBER, PICTURE, SCORE, TEXT, YES_NO, ref, word
from journeyql.model.varying import Many, Ref, Varying
from journeyql.model.vocabulary import Spread, common, kind, many, one, options

_ACTORS = ("persona", "segment", "team", "partner", "system")


@options
class Survey:
    """What may follow a survey: `survey: csat delay=2h followup=48h`."""

    question: Varying[str] = one(TEXT, "The words of the question.", zh="问题")
    delay: Varying[Duration] = one(DURATION, "How long after the touchpoint it is asked.", zh="延迟")
    followup: Varying[Duration] = one(DURATION, "How soon somebody calls back those who are unhappy.", zh="回访")


@options
class Rate:
    """What may follow a number of cases: `capacity: 900 per=1h`."""

    per: Varying[Duration] = one(DURATION, "The time in which they are counted.", zh="周期")


@options
class Season:
    """What may follow the days of a busy season."""

    name: Varying[str] = one(TEXT, "What the season is called.", zh="名称")
    load: Varying[float] = one(NUMBER, "How many cases come then, in the unit of `capacity`.", zh="负荷")


@common
class Moment(Element):
    """What a stage and a touchpoint have in common: everything that can be said of a part of the experience."""

    channel: Varying[Ref[Channel]] = one(ref("channel"), "Where it happens; also `@name`.", zh="渠道", inherits=True)
    emotion: Varying[float] = one(
        SCORE,
        "How well the customer feels, on the scale of the journey; from 1 to 5 by default.",
        zh="情绪",
        options=Measure,
    )
    feeling: Varying[str] = one(FEELING, "What the customer feels, in a word or two.", zh="感受")
    doing: Many[str] = many(TEXT, "What the customer does.", zh="行为")
    thinking: Many[str] = many(TEXT, "What the customer thinks, in the customer's words.", zh="想法")
    expectation: Many[str] = many(TEXT, "What the customer expects to happen.", zh="期望")
    moment: Varying[str] = one(
        word(end="结尾", peak="峰值", truth="关键时刻"),
        "Why it will be remembered: a moment of truth, the designed peak, the end.",
        zh="时刻",
    )
    importance: Varying[float] = one(TEN, "How much it matters to customers, from 0 to 10.", zh="重要性")
    task: Varying[str] = one(
        NAME, "What gets done; the same name in several channels lets them be compared.", zh="任务"
    )
    optional: Varying[bool] = one(YES_NO, "Whether customers may leave it out.", zh="可选")
    actor: Varying[Ref[Any]] = one(ref(*_ACTORS), "Who acts, when it is not the customer.", zh="执行者")
    initiator: Varying[Ref[Any]] = one(ref(*_ACTORS), "Who sets it off.", zh="发起者")
    at: Varying[Clock | Duration | Date] = one(
        TIME, "When it happens: a time of day, a date, or the time since the journey began.", zh="时间"
    )
    wait: Varying[Duration] = one(DURATION, "How long the customer has to wait.", zh="等待", options=Measure)
    duration: Varying[Duration] = one(DURATION, "How long it takes, waiting left out.", zh="时长", options=Measure)
    automatable: Varying[bool] = one(YES_NO, "Whether the company's part could be done by a machine.", zh="可自动化")
    carries: Many[str] = many(THING, "What goes on to the next step: a cart, points, an identity.", zh="携带")
    mockup: Many[str] = many(LITERAL, "Designs of what the customer sees, as paths or addresses.", zh="设计稿")
    image: Varying[str] = one(PICTURE, "A picture of it, PNG or JPEG.", zh="图片")
    journey: Varying[Ref[Journey]] = one(ref("journey"), "The journey that tells it in detail.", zh="子旅程")
    survey: Many[str] = many(
        word(nps="净推荐值", csat="满意度", ces="费力度", rating="评分", open="开放问题"),
        "What customers are asked here.",
        zh="调查",
        options=Survey,
    )
    event: Many[str] = many(LITERAL, "The names under which it is tracked in the data.", zh="埋点")
    of: Varying[Ref[Any]] = one(ref("touchpoint", "stage"), "The planned one that it realises.", zh="对应")
    environment: Varying[str] = one(TEXT, "The physical surroundings.", zh="环境")
    staff: Varying[str] = one(TEXT, "Whom the customer meets.", zh="人员")
    capacity: Varying[float] = one(NUMBER, "How many cases it can take.", zh="容量", options=Rate)
    season: Many[Date | Range[Date]] = many(DAYS, "The days when most customers come.", zh="旺季", options=Season)
    nps: Varying[float] = one(PROMOTERS, "The net promoter score, from -100 to 100.", zh="净推荐值", options=Measure)
    csat: Varying[float] = one(NUMBER, "The satisfaction, as the mean of 1 to 5.", zh="满意度", options=Measure)
    ces: Varying[float] = one(NUMBER, "The customer effort score, as the mean of 1 to 7.", zh="费力度", options=Measure)
    kano: Varying[str] = one(KANO, "Kano's class: what having it, or not having it, does to satisfaction.", zh="卡诺")


@kind("stage", inside=("journey",), zh="阶段", bare="touchpoint", spread=Spread.STORY)
class Stage(Moment):
    """A phase of the journey in the customer's terms; without touchpoints it acts as one itself.

    Example:
        journey shop "Buys online"
          stage aware "Hears of the shop" role=awareness
            goal: "Be remembered"
            duties: "Reach people where they look for presents"
            touchpoint ad "Sees an advertisement" emotion=3
    """

    role: Varying[str] = one(
        word(
            awareness="认知",
            learning="了解",
            consideration="考虑",
            comparison="比较",
            decision="决策",
            purchase="购买",
            delivery="交付",
            onboarding="上手",
            use="使用",
            service="服务",
            after_sales="售后",
            retention="留存",
            loyalty="忠诚",
            advocacy="推荐",
            feedback="反馈",
            farewell="离开",
        ),
        "What the stage is in the usual course of a journey; presets check its duties by it.",
        zh="角色",
    )
    duties: Many[str] = many(TEXT, "What the company has to do in it.", zh="职责")
    sequence: Varying[str] = one(
        word(ordered="依次", any="任意"), "Whether its touchpoints come in the order written.", zh="顺序"
    )


@kind("touchpoint", inside=("stage",), zh="触点", spread=Spread.STORY)
class Touchpoint(Moment):
    """One meeting of customer and service, or anything else the customer goes through.

    Example:
        channel app "Resident app" kind=online
        journey repair "Getting a tap repaired"
          stage report "Report the fault"
            touchpoint file "Files a repair request" @app emotion=2 feeling=annoyed
              doing: "Photographs the tap and fills in the form"
              thinking: "Will anybody read this?"
              wait: 4min target=1min within=80%
              csat: 3.1 target=4.2
    """
