"""When the company addresses its customers, and how often it may."""

from __future__ import annotations

from journeyql.model.element import Element
from journeyql.model.kinds.channel import Channel
from journeyql.model.kinds.words import PURPOSE, TIME
from journeyql.model.quantity import Clock, Date, Duration, Range
from journeyql.model.types import CLOCK, DURATION, NUMBER, range_of, ref
from journeyql.model.varying import Many, Ref, Varying
from journeyql.model.vocabulary import FILE, kind, many, one


@kind("contact", inside=("touchpoint", "stage", "journey", "action", "recovery"), zh="触达")
class Contact(Element):
    """A message that the company sends of its own accord.

    Example:
        channel email "E-mail" kind=online
        journey shop "Buys online"
          stage decide "Decides"
            touchpoint leave "Leaves a full cart"
              contact reminder "You forgot something" @email kind=marketing delay=2h at=19:00
    """

    kind: Varying[str] = one(PURPOSE, "What the message is for.", zh="类型")
    channel: Varying[Ref[Channel]] = one(ref("channel"), "The channel by which it is sent.", zh="渠道", inherits=True)
    at: Varying[Clock | Duration | Date] = one(
        TIME, "When it is sent: a time of day, a date, or the time since the journey began.", zh="时间"
    )
    delay: Varying[Duration] = one(DURATION, "How long after what causes it it is sent.", zh="延迟")


@kind("cap", inside=(FILE, "journey"), zh="上限")
class Cap(Element):
    """How many messages of the company are too many, and when none may come.

    Example:
        channel email "E-mail" kind=online
        cap @email kind=marketing limit=3 per=7d quiet=22:00..08:00
    """

    kind: Many[str] = many(PURPOSE, "The kinds of messages that are counted; all, if none is named.", zh="类型")
    channel: Many[Ref[Channel]] = many(
        ref("channel"), "The channels that are counted together; all, if none is named.", zh="渠道"
    )
    limit: Varying[float] = one(NUMBER, "How many messages a customer may get at most.", zh="次数")
    per: Varying[Duration] = one(DURATION, "The time in which they are counted.", zh="周期")
    quiet: Varying[Range[Clock]] = one(
        range_of(CLOCK, "22:00..08:00"), "The hours of the day in which none may come.", zh="免打扰"
    )
