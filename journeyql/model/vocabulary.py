"""How a kind and its properties are declared: one attrs class says everything about a word."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeVar, dataclass_transform

import attrs

from journeyql.model.types import ValueType
from journeyql.model.varying import NONE, NOTHING, Many, Varying

T = TypeVar("T")
C = TypeVar("C", bound=type)

#: Where a kind may stand: at the top level of a file.
FILE = "file"
#: The language, besides English, in which a file may write the words of the vocabulary if it says so.
ZH = "zh"
_SPEC = "journeyql"
_FACET = "__journeyql_facet__"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PropertySpec:
    """Everything the language knows about one property.

    `name` is the word in a file, `field` the attribute in Python (they differ for `from`, `in` …).
    `zh` is its Chinese name. `inherits`: taken from the surroundings when an element has none.
    `options`: the class of the `key=value` words that may follow the value. `facet`: the class that adds it to a
    kind of somebody else's.
    """

    name: str
    field: str
    value: ValueType[Any]
    many: bool
    doc: str
    zh: str = ""
    inherits: bool = False
    options: type | None = None
    facet: type | None = None


def _declare(*, many: bool, value: ValueType[Any], doc: str, **rest: Any) -> Any:
    spec = PropertySpec(field="", value=value, many=many, doc=doc, **rest)
    return attrs.field(default=NOTHING if many else NONE, metadata={_SPEC: spec})


def one(  # noqa: PLR0913 - each keyword is one thing that can be said of a property
    value: ValueType[T],
    doc: str,
    *,
    zh: str = "",
    name: str = "",
    inherits: bool = False,
    options: type | None = None,
) -> Varying[T]:
    """Declare a property that has at most one value in a context.

    `doc` says its meaning, unit and range in one sentence; `name` is the word in files when the attribute
    cannot be called so; `zh` its Chinese name.
    """
    declared: Varying[T] = _declare(
        many=False, value=value, doc=doc, zh=zh, name=name, inherits=inherits, options=options
    )
    return declared


def many(  # noqa: PLR0913 - as in `one`
    value: ValueType[T],
    doc: str,
    *,
    zh: str = "",
    name: str = "",
    inherits: bool = False,
    options: type | None = None,
) -> Many[T]:
    """Declare a property that holds a list; repeating it adds to the list."""
    declared: Many[T] = _declare(many=True, value=value, doc=doc, zh=zh, name=name, inherits=inherits, options=options)
    return declared


class Spread(enum.Enum):
    """How the formatter spreads elements of a kind over lines."""

    #: On one line if all fits; else words and numbers on the line, texts and literals below.
    LINE = enum.auto()
    #: Words and numbers on the line, texts and literals below, even where there is room.
    STORY = enum.auto()
    #: Every property on a line of its own.
    SHEET = enum.auto()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class KindSpec:
    """Everything the language knows about one kind of element.

    `inside` names the kinds it may stand in (`file` is the top level); `brief`: `kind: "text"` is as usual
    a way to write it as `kind "text"`; `bare` names the kind that a text by itself means inside it. `holds` names kinds
    that may stand in it besides those that say so themselves: a plugin's kind can have actions of the core.
    `spread`: what of it stands on one line.
    """

    name: str
    cls: type[Any]
    inside: tuple[str, ...]
    zh: str = ""
    brief: bool = False
    bare: str = ""
    holds: tuple[str, ...] = ()
    spread: Spread = Spread.LINE

    def may_hold(self, other: KindSpec) -> bool:
        """Whether elements of another kind may stand in elements of this one."""
        return self.name in other.inside or other.name in self.holds

    @property
    def doc(self) -> str:
        """What the kind is for: the docstring of its class."""
        return (self.cls.__doc__ or "").strip()

    @property
    def properties(self) -> Mapping[str, PropertySpec]:
        """Its properties by name, the common ones last."""
        return properties_of(self.cls)

    @property
    def inheriting(self) -> tuple[PropertySpec, ...]:
        """The properties it takes from its surroundings when it has none of its own."""
        found = _INHERITING.get(self.cls)
        if found is None:
            found = _INHERITING[self.cls] = tuple(spec for spec in self.properties.values() if spec.inherits)
        return found


@attrs.frozen(eq=False, repr=False)
class FacetSpec:
    """What a facet is added to: every kind whose class is, or derives from, one of these."""

    on: tuple[type, ...]


class Word(Protocol):
    """A word of the language, as each entry of the vocabulary has it."""

    @property
    def name(self) -> str:
        """The word in English."""

    @property
    def zh(self) -> str:
        """The word in Chinese, empty if there is none."""


W = TypeVar("W", bound=Word)


def meant(words: Iterable[W], word: str, language: str = "") -> W | None:
    """The entry that a word names in a keyword language; the English word holds in every language."""
    return next(
        (entry for entry in words if word == entry.name or (language == ZH and word and word == entry.zh)), None
    )


_INHERITING: dict[type, tuple[PropertySpec, ...]] = {}
_PROPERTIES: dict[type, Mapping[str, PropertySpec]] = {}


def properties_of(cls: type) -> Mapping[str, PropertySpec]:
    """The properties that an attrs class declares with `one` and `many`, by name."""
    found = _PROPERTIES.get(cls)
    if found is None:
        placed = (_placed(field) for field in attrs.fields(cls) if _SPEC in field.metadata)
        specs = (attrs.evolve(spec, facet=cls) for spec in placed) if _FACET in cls.__dict__ else placed
        found = _PROPERTIES[cls] = {spec.name: spec for spec in specs}
    return found


_PLACED: dict[PropertySpec, PropertySpec] = {}


def _placed(field: attrs.Attribute[Any]) -> PropertySpec:
    """The declaration of a property with its name; one object for all kinds that inherit it."""
    spec: PropertySpec = field.metadata[_SPEC]
    found = _PLACED.get(spec)
    if found is None:
        name = spec.name or field.name.rstrip("_").replace("_", "-")
        found = _PLACED[spec] = attrs.evolve(spec, field=field.name, name=name)
    return found


def property_of(field: Varying[Any] | Many[Any]) -> PropertySpec:
    """The entry of a property, named by its attribute: `property_of(Journey.scale)`.

    Whoever needs a word of the vocabulary in code takes it from there, so that no word is written twice.
    """
    descriptor: Any = field  # what a class with slots has under the name of an attribute
    placed: attrs.Attribute[Any] = getattr(attrs.fields(descriptor.__objclass__), descriptor.__name__)
    return _placed(placed)


def kind_of(cls: type) -> KindSpec:
    """The entry of a class that `kind` decorated."""
    spec: KindSpec = cls.__dict__["__journeyql__"]
    return spec


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False, field_specifiers=(one, many))
def kind(  # noqa: PLR0913 - each keyword is one thing that can be said of a kind
    name: str,
    *,
    inside: tuple[str, ...],
    zh: str = "",
    brief: bool = False,
    bare: str = "",
    holds: tuple[str, ...] = (),
    spread: Spread = Spread.LINE,
) -> Callable[[C], C]:
    """Make a class the vocabulary entry of a kind: a frozen attrs class whose fields are its properties."""

    def decorate(cls: C) -> C:
        made: Any = _frozen(cls)
        made.__journeyql__ = KindSpec(
            name=name, cls=made, inside=inside, zh=zh, brief=brief, bare=bare, holds=holds, spread=spread
        )
        result: C = made
        return result

    return decorate


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False, field_specifiers=(one, many))
def options(cls: C) -> C:
    """Make a class the options of a property: the `key=value` words that may follow its value."""
    made: C = _frozen(cls)
    return made


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False, field_specifiers=(one, many))
def facet(*, on: tuple[type, ...]) -> Callable[[C], C]:
    """Make a class a facet: its fields are properties that it adds to the kinds `on`, and to kinds derived from them.

    `View.facet` reads it. Values of a facet are not handed down to what stands in an element.
    """

    def decorate(cls: C) -> C:
        made: Any = _frozen(cls)
        setattr(made, _FACET, FacetSpec(on))
        result: C = made
        return result

    return decorate


def facet_of(cls: type) -> FacetSpec | None:
    """The entry of a class that `facet` decorated, or None."""
    spec: FacetSpec | None = cls.__dict__.get(_FACET)
    return spec


def _frozen(cls: C) -> C:
    if "__annotations__" not in cls.__dict__:  # nothing to add to the attrs class it derives from
        return cls
    # Only __init__ is generated: elements are compared by identity, and start-up pays for each method.
    made: C = attrs.frozen(cls, kw_only=True, eq=False, repr=False, slots=True)
    return made
