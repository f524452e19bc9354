"""Values that vary by context: cells, their qualifiers, and what cites evidence for them."""

from __future__ import annotations

from typing import Any, Generic, TypeAlias, TypeVar

import attrs

from journeyql import ast
from journeyql.source import SourceFile, Span
from journeyql.syntax import locate

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
O = TypeVar("O")  # noqa: E741 - the options class of a property

#: One condition of a qualifier: a dimension and the values of it that match.
Atom: TypeAlias = tuple[str, tuple[str, ...]]
#: All conditions of a qualifier; empty means everywhere.
Qualifiers: TypeAlias = tuple[Atom, ...]


@attrs.frozen
class Ref(Generic[T_co]):
    """The name of another element as its path in the model; followed through a view."""

    path: str
    kind: str


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Aside:
    """What is said behind a value: the evidence named there, the options of its property, why, and remarks."""

    cited: tuple[Ref[Any], ...] = ()
    options: object | None = None
    because: str = ""
    notes: tuple[str, ...] = ()


NO_ASIDE = Aside()


@attrs.frozen(eq=False, repr=False, weakref_slot=False)
class Cell(Generic[T_co]):
    """One value of a property with what qualifies it, and where it stands; behind most values nothing is said.

    `layer` counts the `extend` files above the base, so that later files win.
    """

    value: T_co
    qualifiers: Qualifiers
    source: SourceFile
    node: ast.Property | ast.Element | ast.Flow
    index: int
    layer: int
    aside: Aside = NO_ASIDE

    @property
    def cited(self) -> tuple[Ref[Any], ...]:
        """The evidence named on the property itself."""
        return self.aside.cited

    @property
    def options(self) -> object | None:
        """An instance of the property's options class, or None."""
        return self.aside.options

    @property
    def because(self) -> str:
        """Why it is so, if that is said behind it."""
        return self.aside.because

    @property
    def notes(self) -> tuple[str, ...]:
        """The remarks behind it."""
        return self.aside.notes

    @property
    def span(self) -> Span:
        """The characters of the value."""
        if isinstance(self.node, ast.Property):
            return locate.value_span(self.source, self.node, self.index)
        return locate.text_span(self.source, self.node)

    def option(self, options: type[O]) -> O | None:
        """The options written beside the value, if the property has options of this class and any is given."""
        found = self.aside.options
        return found if isinstance(found, options) else None


@attrs.frozen(eq=False, repr=False, weakref_slot=False)
class Varying(Generic[T_co]):
    """A property with at most one value in any context.

    `inherited` is the surrounding element's property, asked when no cell of its own matches;
    `evidence` the element's own `from`, asked when a cell cites nothing.
    """

    cells: tuple[Cell[T_co], ...] = ()
    inherited: Varying[T_co] | None = None
    evidence: Many[Ref[Any]] | None = None


@attrs.frozen(eq=False, repr=False, weakref_slot=False)
class Many(Generic[T_co]):
    """A property with a list of values in any context, in the order written."""

    cells: tuple[Cell[T_co], ...] = ()
    inherited: Many[T_co] | None = None
    evidence: Many[Ref[Any]] | None = None


NONE: Varying[Any] = Varying()
