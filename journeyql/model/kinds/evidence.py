"""What a map rests on: research and data."""

from __future__ import annotations

from typing import Any

from journeyql.model.element import Element
from journeyql.model.quantity import Date
from journeyql.model.types import COUNT, DATE, LITERAL, SHARE, ref, word
from journeyql.model.varying import Many, Ref, Varying
from journeyql.model.vocabulary import FILE, kind, many, one, options


@options
class Mix:
    """What may follow a share of a sample: `mix: 12% of=silent`."""

    of: Varying[Ref[Any]] = one(ref("segment", "persona", "market"), "Who makes up this share.", zh="对象")


@kind("evidence", inside=(FILE, "journey"), zh="证据")
class Evidence(Element):
    """A study, a data set or a report; what is said cites it with `from=`.

    Example:
        segment active "Active customers"
        segment silent "Silent customers"
        evidence survey_q3 "Survey, third quarter" method=survey sample=412 date=2026-09-30
          covers: active, silent
          mix: 88% of=active
          mix: 12% of=silent
          source: `surveys/2026-q3.csv`
    """

    method: Varying[str] = one(
        word(
            workshop="工作坊",
            external="外部资料",
            interview="访谈",
            focus_group="焦点小组",
            survey="问卷",
            observation="观察",
            biometric="生物识别",
            crm="客户数据",
            analytics="数据分析",
        ),
        "How it was gained; stated and measured evidence is told apart by it.",
        zh="方法",
    )
    sample: Varying[float] = one(COUNT, "How many people or cases it rests on.", zh="样本")
    date: Varying[Date] = one(DATE, "When it was gained.", zh="日期")
    covers: Many[Ref[Any]] = many(
        ref("persona", "segment", "market", "journey", "stage", "touchpoint"),
        "What it says something about.",
        zh="覆盖",
    )
    source_: Many[str] = many(LITERAL, "Where it is kept, as a path or an address.", zh="来源")
    mix: Many[float] = many(SHARE, "Who is in the sample, share by share.", zh="构成", options=Mix)
