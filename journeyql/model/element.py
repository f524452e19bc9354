"""What every element of the model has: its name, path, place, presence, and the common properties."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import attrs

from journeyql import ast
from journeyql.model.types import COUNT, LITERAL, NAME, PERCENT, SAME, TEXT, ref, word
from journeyql.model.varying import Many, Qualifiers, Ref, Varying
from journeyql.model.vocabulary import KindSpec, common, many, one, options, property_of
from journeyql.source import SourceFile, Span
from journeyql.syntax import locate


@attrs.frozen(eq=False, repr=False)
class Presence:
    """In which contexts an element exists: where `within` holds and none of `without` does."""

    within: Qualifiers = ()
    without: tuple[Qualifiers, ...] = ()


EVERYWHERE = Presence()


@options
class Measure:
    """What may follow a measured value: its target, the share within it, the value before."""

    target: Varying[Any] = one(SAME, "The value to reach.", zh="目标")
    within: Varying[float] = one(PERCENT, "The share of cases that must meet the target.", zh="达标率")
    baseline: Varying[Any] = one(SAME, "The value before the change.", zh="基线")
    sample: Varying[float] = one(COUNT, "How many cases were measured.", zh="样本")
    scale: Varying[Any] = one(TEXT, "The scale of the value, when it is not the usual one.", zh="量表")


_NOTHING: Final[Mapping[Any, Any]] = MappingProxyType({})


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=True)
class _Standing:
    """What an element is besides its properties."""

    id: str
    path: str
    source: SourceFile
    node: ast.Element
    presence: Presence = EVERYWHERE
    own: Mapping[str, Varying[Any]] = _NOTHING
    facets: Mapping[type, object] = _NOTHING


@common
class Element(_Standing):
    """The base of all kinds. Elements are compared by identity; `path` is unique in a model.

    `id` is the name as written, or a slug of the title; `own` holds the values of the file's own lanes;
    `facets` what plugins add to the kind, one object for each facet class.
    """

    title: Varying[str] = one(TEXT, "What people read: the text after the name.", zh="标题")
    from_: Many[Ref[Any]] = many(
        ref("evidence"), "The evidence of everything in the element that cites none itself.", zh="依据", inherits=True
    )
    because: Varying[str] = one(TEXT, "Why it is so.", zh="因为")
    owner: Varying[Ref[Any]] = one(ref("team", "partner", "persona"), "Who answers for it.", zh="负责", inherits=True)
    status: Varying[str] = one(
        word(
            draft="草稿",
            open="待办",
            planned="已计划",
            doing="进行中",
            done="完成",
            dropped="放弃",
            ad_hoc="临时",
            irregular="异常",
            failed="失败",
            missing="缺失",
        ),
        "How far it is; for a touchpoint of an actual journey, how it deviates from the plan.",
        zh="状态",
    )
    tags: Many[str] = many(NAME, "Words to select by.", zh="标签")
    link: Many[str] = many(LITERAL, "An address with more about it.", zh="链接")
    note: Many[str] = many(TEXT, "A remark for those who read the file.", zh="备注")
    after: Varying[Ref[Any]] = one(ref("stage", "touchpoint"), "Its place inside `extend`.", zh="在后")

    @property
    def entry(self) -> KindSpec:
        """The vocabulary entry of its class."""
        spec: KindSpec = type(self).__journeyql__  # type: ignore[attr-defined]  # set by @kind on every subclass
        return spec

    @property
    def span(self) -> Span:
        """The characters of its header: the name, or the whole line."""
        return locate.node_span(self.source, self.node)


#: The properties of every kind that the language itself asks for.
TITLE, EVIDENCE, AFTER = property_of(Element.title), property_of(Element.from_), property_of(Element.after)
