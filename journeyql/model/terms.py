"""What may follow any value, and what may follow an arrow."""

from __future__ import annotations

from typing import Any

from journeyql import ast
from journeyql.model.quantity import Duration, percentage
from journeyql.model.types import DURATION, NAME, TEXT, YES_NO, Misread, ValueType, ref
from journeyql.model.varying import Many, Ref, Varying
from journeyql.model.vocabulary import many, one, options

_ALL = 100.0
_EXPECTS = "a percentage from 0% to 100%"


def _share(value: ast.Value) -> float | Misread:
    found = None if isinstance(value, ast.Text) else percentage(value.value)
    return Misread(f"expected {_EXPECTS}") if found is None or not 0 <= found <= _ALL else found


SHARE: ValueType[float] = ValueType(
    name="share", expects=_EXPECTS, read=_share, schema={"type": "number", "minimum": 0, "maximum": 100}, dump=float
)


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
    if_: Many[str] = many(NAME, "What must hold for this way.", zh="如果")
    unless: Many[str] = many(NAME, "What must not hold for this way.", zh="除非")
    parallel: Varying[bool] = one(YES_NO, "Whether this way is taken together with the others.", zh="并行")
