"""The words of this plugin's pictures that the core's catalogues lack, and a way to ask for both."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Final

import attrs

from journeyql.model import Date, Duration, Touchpoint, properties_of
from journeyql.render import Catalogue, Labels, numbers

_EN: Final = Catalogue(
    locale="en",
    texts={
        "graphviz.flow": "Flow of a customer journey.",
        "graphviz.counts": "{counts}.",
        "graphviz.for": "Seen by {name}",
        "graphviz.in": "In {name}",
        "graphviz.together": "at the same time",
        "graphviz.only": "only {names}",
        "graphviz.if": "if {names}",
        "graphviz.unless": "unless {names}",
        "graphviz.after": "after {time}",
        "graphviz.condition": "only under a condition",
        "graphviz.return": "return",
        "graphviz.wait": "waiting time",
        "graphviz.switch": "channel changes",
        "graphviz.hurt": "pain",
        "graphviz.pain": "pain, assumed",
        "graphviz.handover": "handoff",
        "graphviz.everybody": "all personas",
        "graphviz.more": "{count} more touchpoints exist for other personas, segments, markets or states.",
        "graphviz.more#one": "One more touchpoint exists for another persona, segment, market or state.",
    },
)
_ZH: Final = Catalogue(
    locale="zh",
    texts={
        "graphviz.flow": "客户旅程流程图。",
        "graphviz.counts": "{counts}。",
        "graphviz.for": "{name}的视角",
        "graphviz.in": "市场：{name}",
        "graphviz.together": "同时进行",
        "graphviz.only": "仅限{names}",
        "graphviz.if": "如果 {names}",
        "graphviz.unless": "除非 {names}",
        "graphviz.after": "{time}后",
        "graphviz.condition": "有条件时",
        "graphviz.return": "返回",
        "graphviz.wait": "等待时间",
        "graphviz.switch": "渠道切换",
        "graphviz.hurt": "痛点",
        "graphviz.pain": "假设的痛点",
        "graphviz.handover": "交接",
        "graphviz.everybody": "所有画像",
        "graphviz.more": "另有 {count} 个触点只属于其他画像、客群、市场或状态。",
    },
)


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class Words:
    """All words for one reader: the core's by the context's `label`, the plugin's own by their catalogues."""

    locale: str
    label: Callable[..., str]

    def __call__(self, key: str, /, **values: object) -> str:
        """The words for a key."""
        if key.startswith("graphviz."):
            return self._own(key, **values)
        return self.label(key, **values)

    @cached_property
    def _own(self) -> Labels:
        return Labels(self.locale, (_EN, _ZH))

    def join(self, *parts: str) -> str:
        """Parts of a line, those that are empty left out."""
        return self("join.parts").join(part for part in parts if part)

    def sentence(self, *parts: str) -> str:
        """Sentences one after the other."""
        return self("join.sentences").join(part for part in parts if part)

    def named(self, name: str, text: str) -> str:
        """A name with what is said of it."""
        return self("colon", name=name, text=text)

    def feeling(self, feeling: str) -> str:
        """A feeling: one of the known words in the reader's language, or the writer's own text."""
        known = properties_of(Touchpoint)["feeling"].value.words
        if feeling not in known:
            return feeling
        return known[feeling] if self.locale.startswith("zh") else feeling.replace("-", " ")

    def duration(self, value: Duration) -> str:
        """A duration as it was written, in the reader's language."""
        return numbers.parts(value.parts, self.locale)

    def percent(self, value: float) -> str:
        """A percentage."""
        return numbers.percent(value, self.locale)

    def date(self, value: Date) -> str:
        """A day, month or quarter."""
        return numbers.date(value.first, self.locale) if value.first == value.last else str(value)
