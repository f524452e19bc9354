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


@attrs.frozen(eq=False, repr=False)
class Cell(Generic[T_co]):
    """One value of a property with what qualifies it, what it rests on, and where it stands.

    `cited` is the evidence named on the property itself; `options` an instance of the property's options
    class, or None; `because` and `notes` are the remarks behind it; `layer` counts the `extend` files above the base, so that later files win.
    """

    value: T_co
    qualifiers: Qualifiers
    cited: tuple[Ref[Any], ...]
    options: object | None
    source: SourceFile
    node: ast.Property | ast.Element | ast.Flow
    index: int
    layer: int
    because: str = ""
    notes: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """The characters of the value."""
        if isinstance(self.node, ast.Property):
            return locate.value_span(self.source, self.node, self.index)
        return locate.text_span(self.source, self.node)

    def option(self, options: type[O]) -> O | None:
        """The options written beside the value, if the property has options of this class and any is given."""
        return self.options if isinstance(self.options, options) else None


@attrs.frozen(eq=False, repr=False)
class Varying(Generic[T_co]):
    """A property with at most one value in any context.

    `inherited` is the surrounding element's property, asked when no cell of its own matches;
    `evidence` the element's own `from`, asked when a cell cites nothing.
    """

    cells: tuple[Cell[T_co], ...] = ()
    inherited: Varying[T_co] | None = None
    evidence: Many[Ref[Any]] | None = None


@attrs.frozen(eq=False, repr=False)
class Many(Generic[T_co]):
    """A property with a list of values in any context, in the order written."""

    cells: tuple[Cell[T_co], ...] = ()
    inherited: Many[T_co] | None = None
    evidence: Many[Ref[Any]] | None = None


NONE: Varying[Any] = Varying()
NOTHING: Many[Any] = Many()
