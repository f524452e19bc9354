"""Where customer and service meet: channels."""

from __future__ import annotations

from typing import Any

from journeyql.model.element import Element
from journeyql.model.types import NAME, TEXT, ref, word
from journeyql.model.varying import Many, Ref, Varying
from journeyql.model.vocabulary import FILE, kind, many, one


@kind("channel", inside=(FILE,), zh="渠道")
class Channel(Element):
    """A means by which customer and service meet, or by which customers hear of it from others.

    Example:
        channel app "Resident app" kind=online carrier="mini program" icon=phone
        channel desk "Reception" kind=offline environment="A counter in a noisy hall" staff="One clerk"
        channel neighbours "Neighbours' chat group" kind=hidden
    """

    kind: Varying[str] = one(
        word(online="线上", offline="线下", hidden="隐性", voice="语音", iot="物联网", virtual="虚拟"),
        "What kind of channel it is; a hidden one is out of the company's hands.",
        zh="类型",
    )
    carrier: Varying[str] = one(TEXT, "The technical carrier of an online channel.", zh="载体")
    environment: Varying[str] = one(TEXT, "The physical surroundings of an offline channel.", zh="环境")
    staff: Varying[str] = one(TEXT, "Whom the customer meets there.", zh="人员")
    icon: Varying[str] = one(NAME, "The name of the icon that stands for it.", zh="图标")
    markets: Many[Ref[Any]] = many(ref("market"), "The markets in which it exists; all, if none is named.", zh="市场")
