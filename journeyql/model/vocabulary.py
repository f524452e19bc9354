"""How a kind and its properties are declared: one attrs class says everything about a word."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol, Self, TypeVar, dataclass_transform

import attrs

from journeyql.model.types import ValueType
from journeyql.model.varying import Many, Varying

T = TypeVar("T")
C = TypeVar("C", bound=type)

#: Where a kind may stand: at the top level of a file.
FILE = "file"
#: The language, besides English, in which a file may write the words of the vocabulary if it says so.
ZH = "zh"
_KIND = "__journeyql__"
_FACET = "__journeyql_facet__"
#: Where attrs keeps the fields of a class, and what a field of ours has the entry of its property under.
_FIELDS, _SPEC = "__attrs_attrs__", "journeyql"


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


class Property:
    """What stands in a class under the name of a property: its entry, and the empty value of all that are given none.

    An object holds only the properties that are given; for most of a kind never are.
    """

    __slots__ = ()
    spec: PropertySpec
    declared: Mapping[str, Any]

    @classmethod
    def of(cls, **declared: Any) -> Self:
        """The property that is declared so; it gets its name from the class that it stands in."""
        made = cls()
        object.__setattr__(made, "declared", declared)  # empty values are frozen
        return made

    def __set_name__(self, owner: type, field: str) -> None:
        name = self.declared["name"] or field.rstrip("_").replace("_", "-")
        object.__setattr__(self, "spec", PropertySpec(**{**self.declared, "field": field, "name": name}))


class _One(Property, Varying[Any]):
    __slots__ = ("declared", "spec")


class _Many(Property, Many[Any]):
    __slots__ = ("declared", "spec")


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
    return _One.of(many=False, value=value, doc=doc, zh=zh, name=name, inherits=inherits, options=options)


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
    return _Many.of(many=True, value=value, doc=doc, zh=zh, name=name, inherits=inherits, options=options)


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
    """The properties that a class declares with `one` and `many`, by name."""
    found = _PROPERTIES.get(cls)
    if found is None:
        declared = {spec.field: spec for base in reversed(cls.__mro__) for spec in _declared(base)}
        found = _PROPERTIES[cls] = {spec.name: spec for spec in declared.values()}
    return found


def _declared(cls: type) -> Iterator[PropertySpec]:
    """The properties that stand in a class itself."""
    specs = (value.spec for value in vars(cls).values() if isinstance(value, Property))
    return (attrs.evolve(spec, facet=cls) for spec in specs) if _FACET in vars(cls) else specs


def property_of(field: Varying[Any] | Many[Any]) -> PropertySpec:
    """The entry of a property, named by its attribute: `property_of(Journey.scale)`.

    Whoever needs a word of the vocabulary in code takes it from there, so that no word is written twice.
    """
    declared: Any = field  # what a class has under the name
    spec: PropertySpec = declared.spec
    return spec


def make(cls: type[T], values: Mapping[str, Any], /, **given: Any) -> T:
    """An object of a class of the vocabulary, with the values of its properties by attribute.

    `given` is what the class is made of besides.
    """
    made = cls(**given)
    vars(made).update(values)
    return made


def changed(made: T, values: Mapping[str, Any], /, **given: Any) -> T:
    """The same object with other values for some properties; `given` is what else is different."""
    cls: Any = type(made)
    plain = {field.alias: getattr(made, field.name) for field in attrs.fields(cls) if field.init}
    properties = {
        spec.field: vars(made)[spec.field] for spec in properties_of(cls).values() if spec.field in vars(made)
    }
    new: T = make(cls, {**properties, **values}, **{**plain, **given})
    return new


def kind_of(cls: type) -> KindSpec:
    """The entry of a class that `kind` decorated."""
    spec: KindSpec = cls.__dict__[_KIND]
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
        entry = KindSpec(name=name, cls=cls, inside=inside, zh=zh, brief=brief, bare=bare, holds=holds, spread=spread)
        setattr(cls, _KIND, entry)
        return _when_needed(cls)

    return decorate


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False, field_specifiers=(one, many))
def options(cls: C) -> C:
    """Make a class the options of a property: the `key=value` words that may follow its value."""
    return _when_needed(cls)


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False, field_specifiers=(one, many))
def common(cls: C) -> C:
    """Make a class the base of several kinds, which all have its properties."""
    return _frozen_later(cls)


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False, field_specifiers=(one, many))
def facet(*, on: tuple[type, ...]) -> Callable[[C], C]:
    """Make a class a facet: its fields are properties that it adds to the kinds `on`, and to kinds derived from them.

    `View.facet` reads it. Values of a facet are not handed down to what stands in an element.
    """

    def decorate(cls: C) -> C:
        setattr(cls, _FACET, FacetSpec(on))
        return _when_needed(cls)

    return decorate


def facet_of(cls: type) -> FacetSpec | None:
    """The entry of a class that `facet` decorated, or None."""
    spec: FacetSpec | None = cls.__dict__.get(_FACET)
    return spec


def _frozen(cls: C) -> C:
    """Make a class a frozen attrs class whose fields are its properties; objects are compared by identity."""
    declared = {name: value for name, value in vars(cls).items() if isinstance(value, Property)}
    for name, value in declared.items():
        setattr(cls, name, attrs.field(init=False, metadata={_SPEC: value.spec}))
    # In place, for it may be in use already.
    made: C = attrs.frozen(cls, kw_only=True, eq=False, repr=False, slots=False)
    for name, value in declared.items():
        setattr(made, name, value)
    return made


class _Later:
    """Stands in a class for its attrs fields until somebody asks for them.

    There are many kinds, and a file uses few of them: start-up would pay for all.
    """

    def __get__(self, instance: object | None, owner: type) -> Any:
        if isinstance(vars(owner).get(_FIELDS), _Later):
            for name in (_FIELDS, *_GUARDS):
                if name in vars(owner):
                    delattr(owner, name)
        return attrs.fields(_frozen(owner))


@attrs.frozen
class _Unchangeable:
    """Lends its guards to classes that are not attrs classes yet."""


_GUARDS = ("__setattr__", "__delattr__")


def _frozen_later(cls: C) -> C:
    setattr(cls, _FIELDS, _Later())
    if not any(name in vars(base) for base in cls.__mro__[:-1] for name in _GUARDS):
        for name in _GUARDS:
            setattr(cls, name, getattr(_Unchangeable, name))
    return cls


def _when_needed(cls: C) -> C:
    return _frozen_later(cls) if _only_properties(cls) else _frozen(cls)


def _only_properties(cls: type) -> bool:
    """Whether nothing but properties is declared, so that attrs has nothing to add to how objects are made."""
    plain = [name for name in vars(cls).get("__annotations__", ()) if not isinstance(vars(cls).get(name), Property)]
    return not plain and not hasattr(cls, "__attrs_post_init__") and not hasattr(cls, "__attrs_pre_init__")
