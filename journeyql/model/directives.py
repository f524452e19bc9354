"""The directives: words that begin a line about other lines, files or rules, and no element."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import attrs

from journeyql.model.quantity import Date
from journeyql.model.types import DATE
from journeyql.model.varying import Varying
from journeyql.model.vocabulary import ZH, PropertySpec, one, options, properties_of

C = TypeVar("C", bound=type)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class DirectiveSpec:
    """Everything the language knows about one directive."""

    name: str
    zh: str
    cls: type[Any]

    @property
    def doc(self) -> str:
        """What the directive does: the docstring of its class."""
        return (self.cls.__doc__ or "").strip()

    @property
    def options(self) -> Mapping[str, PropertySpec]:
        """The `key=value` words that may follow, by name."""
        return properties_of(self.cls) if attrs.has(self.cls) else {}


_DIRECTIVES: list[DirectiveSpec] = []


def _directive(name: str, *, zh: str) -> Callable[[C], C]:
    """Make a class the vocabulary entry of a directive."""

    def decorate(cls: C) -> C:
        _DIRECTIVES.append(DirectiveSpec(name=name, zh=zh, cls=cls))
        return cls

    return decorate


@_directive("use", zh="引入")
class UseFile:
    """Brings another file of the project into scope, under a name if one is given.

    Example:
        use base `repair.journey`
        use `people.journey`
    """


@_directive("extend", zh="扩展")
class Extend:
    """Changes an element that is defined elsewhere: what stands below it is added, or takes the place of what was.

    Example:
        extend[CN] base.repair
          title[zh]: "水龙头报修"
    """


@_directive("omit", zh="省略")
class Omit:
    """Removes an element: inside `extend`, or for those whom a qualifier names.

    Example:
        extend base.repair
          omit report.call
    """


@_directive("allow", zh="允许")
@options
class Allow:
    """Silences a rule for the element it stands in and everything in that; the reason is required.

    Example:
        touchpoint call "Calls" emotion=1
          allow valley-without-pain "Known since 2024" until=2027-01-31
    """

    until: Varying[Date] = one(DATE, "The last day on which the rule is silenced.", zh="截止")


#: All directives.
DIRECTIVES: tuple[DirectiveSpec, ...] = tuple(_DIRECTIVES)
_SPECS = {spec.cls: spec for spec in DIRECTIVES}
_ENGLISH: dict[str, type] = {spec.name: spec.cls for spec in DIRECTIVES}
_CHINESE: dict[str, type] = {**_ENGLISH, **{spec.zh: spec.cls for spec in DIRECTIVES}}


def directive_of(word: str, language: str = "") -> type | None:
    """The class of the directive that a word is in a keyword language.

    >>> directive_of("omit").__name__, directive_of("省略", "zh").__name__, directive_of("省略")
    ('Omit', 'Omit', None)
    """
    return (_CHINESE if language == ZH else _ENGLISH).get(word)


def spec_of(directive: type) -> DirectiveSpec:
    """The entry of the class of a directive."""
    return _SPECS[directive]
