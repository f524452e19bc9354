"""What may follow any value, and what may follow an arrow."""

from __future__ import annotations

from typing import Any

import attrs

from journeyql.model.quantity import Duration
from journeyql.model.types import DURATION, GUARD, SHARE, TEXT, YES_NO, ref
from journeyql.model.varying import Many, Ref, Varying
from journeyql.model.vocabulary import many, one, options


@options
class Remarks:
    """What may follow any value: `emotion: 2 from=survey because="They wait" note="Ask again"`."""

    from_: Many[Ref[Any]] = many(ref("evidence"), "The evidence for it.", zh="依据")
    because: Varying[str] = one(TEXT, "Why it is so.", zh="因为")
    note: Many[str] = many(TEXT, "A remark for those who read the file.", zh="备注")


@options
class FlowTerms(Remarks):
    """What may follow an arrow: `-> call "no answer" share=35% delay=2d if=c_news parallel=yes`."""

    share: Varying[float] = one(SHARE, "The percentage of cases that take this way.", zh="占比")
    delay: Varying[Duration] = one(DURATION, "The time that passes on the way.", zh="延迟")
    if_: Many[str] = many(GUARD, "What must hold for this way.", zh="如果")
    unless: Many[str] = many(GUARD, "What must not hold for this way.", zh="除非")
    parallel: Varying[bool] = one(YES_NO, "Whether this way is taken together with the others.", zh="并行")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Terminal:
    """A word that stands at an end of an arrow instead of a step, if no step has that name."""

    name: str
    zh: str
    doc: str
    example: str


START = Terminal(
    name="start",
    zh="开始",
    doc="The beginning of the journey, in front of an arrow: where customers come in.",
    example='start -> file\nstart -> call "without the app" share=20%',
)
END = Terminal(
    name="end",
    zh="结束",
    doc="The end of the journey, behind an arrow: where customers leave.",
    example='touchpoint pay "Pays"\n  -> end "gives up" share=30%',
)
