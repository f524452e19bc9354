"""The texts of a model that people read, each under a key that survives reordering, for those who translate them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import attrs

from journeyql import ast
from journeyql.model.element import Element
from journeyql.model.flow import Arrow
from journeyql.model.keys import Keys, condition, mark
from journeyql.model.model import Model
from journeyql.model.terms import Remarks
from journeyql.model.types import LITERAL, PICTURE, TEXT
from journeyql.model.varying import Cell, Many, Qualifiers, Ref, Varying
from journeyql.model.vocabulary import PropertySpec, properties_of
from journeyql.source import SourceFile, Span
from journeyql.syntax import locate

#: The dimension whose qualifiers mark translations that stand in the file itself.
LANGUAGE = "language"
#: The kind that the texts on arrows have.
ARROW = "arrow"
_CONDITION = PropertySpec(name="condition", field="condition", value=TEXT, many=False, doc="When this way is taken.")
BECAUSE = properties_of(Remarks)["because"]
#: What is written for those who read the file, and stands on no map.
_UNSHOWN = {properties_of(Element)["note"], properties_of(Remarks)["note"]}

Field: TypeAlias = "Varying[Any] | Many[Any]"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class SourceText:
    """One text that people read, as it is written in the language of the map.

    `key` says where it belongs: the path of the element, a colon, the property, its qualifiers, and for a value of a
    list a mark made from the text itself (`repair.report.file:doing#6f1a02c9`). It is unique in the model; `local` is
    the same, but unique in the text's file alone, whatever other files that is used with. `kind` is that of the
    element (`arrow` for what stands on one), `about` the documentation of the property `name`, `element` what the text
    stands in (for an arrow what it comes from). `numbered`: only their order tells the element from another one.
    """

    key: str
    local: str
    text: str
    kind: str
    name: str
    about: str
    element: Element
    cell: Cell[Any]
    node: ast.Node
    numbered: bool = False

    @property
    def source(self) -> SourceFile:
        """The file in which it stands."""
        return self.cell.source

    @property
    def span(self) -> Span:
        """The characters of the text, with their quotation marks."""
        if isinstance(self.node, ast.Property):
            return locate.value_span(self.source, self.node, self.cell.index if self.node is self.cell.node else 0)
        return locate.text_span(self.source, self.node)


@attrs.frozen(eq=False, repr=False)
class _Owner:
    """What has properties: an element, or an arrow in a journey; `key` is unique in the file that it stands in."""

    key: str
    file: str
    kind: str
    element: Element
    fields: Iterable[tuple[PropertySpec, Field]]
    numbered: bool = False


@attrs.frozen(eq=False, repr=False)
class Place:
    """A property that says something, with its key in the model."""

    key: str
    spec: PropertySpec
    field: Field
    owner: _Owner


@attrs.frozen(eq=False, repr=False)
class Part:
    """A text in a cell: what its key ends in, what is said, the property it belongs to, the node it stands in."""

    suffix: str
    text: str
    spec: PropertySpec
    cell: Cell[Any]
    node: ast.Node


def source_texts(model: Model) -> tuple[SourceText, ...]:
    """Every text of a model that a translator has to see, file by file in the order written, each key once.

    These are the texts in quotation marks: titles, what customers do and think, the conditions on arrows, remarks
    behind `because=` and in other options, and values of the file's own lanes. Left out are words that renderers name
    in every language, values for one language alone (which are translations), and notes to those who read the file.
    """
    found: dict[str, SourceText] = {}
    for place in places(model):
        for suffix, cell in sources(place.field):
            for part in parts(suffix, cell, place.spec):
                made = _source_text(place, part)
                found.setdefault(made.key, made)
    files = {text.source.name: index for index, text in reversed([*enumerate(found.values())])}
    return tuple(sorted(found.values(), key=lambda text: (files[text.source.name], text.node.line, text.node.column)))


def _source_text(place: Place, part: Part) -> SourceText:
    owner = place.owner
    return SourceText(
        key=place.key + part.suffix,
        local=f"{owner.key}:{place.spec.name}{part.suffix}",
        text=part.text,
        kind=owner.kind,
        name=part.spec.name,
        about=part.spec.doc,
        element=owner.element,
        cell=part.cell,
        node=part.node,
        numbered=owner.numbered,
    )


def places(model: Model) -> Iterator[Place]:
    """Every property that says something, once: what is taken from the surroundings belongs to those."""
    keys = Keys(model)
    seen: set[int] = set()

    for owner in _owners(model, keys):
        for spec, field in owner.fields:
            if field.cells and spec not in _UNSHOWN and id(field) not in seen:
                seen.add(id(field))
                yield Place(f"{keys.unique(owner.key, owner.file)}:{spec.name}", spec, field, owner)


def _owners(model: Model, keys: Keys) -> Iterator[_Owner]:
    for path, element in model.elements.items():
        kind = element.entry.name
        yield _Owner(keys.of(path), element.source.name, kind, element, fields(element), keys.numbered(path))
    for arrow in model.arrows:
        start = model.elements[arrow.source or arrow.journey]
        yield _Owner(keys.arrow(arrow), arrow.span.source.name, ARROW, start, arrow_fields(arrow))


def fields(element: Element) -> Iterator[tuple[PropertySpec, Field]]:
    """The properties of an element: its own, those that plugins add, and the file's lanes."""
    for holder in (element, *element.facets.values()):
        for spec in properties_of(type(holder)).values():
            yield spec, getattr(holder, spec.field)
    for name, field in element.own.items():
        yield (
            PropertySpec(name=name, field="", value=TEXT, many=False, doc="A value of a lane of the map's own."),
            field,
        )


def arrow_fields(arrow: Arrow) -> Iterator[tuple[PropertySpec, Field]]:
    """What is said on an arrow."""
    yield _CONDITION, arrow.condition
    for spec in properties_of(type(arrow.terms)).values():
        yield spec, getattr(arrow.terms, spec.field)


def sources(field: Field) -> Iterator[tuple[str, Cell[Any]]]:
    """The cells of a property that are no translations, of the last file that says them, with what their keys end in."""
    own = [cell for cell in field.cells if not spoken(cell.qualifiers)]
    layers: dict[Qualifiers, int] = {}
    for cell in own:
        layers[cell.qualifiers] = max(cell.layer, layers.get(cell.qualifiers, 0))
    for cell in own:
        if cell.layer == layers[cell.qualifiers]:
            yield condition(cell.qualifiers) + (_item(cell) if isinstance(field, Many) else ""), cell


def _item(cell: Cell[Any]) -> str:
    """What tells a value of a list from the others, whatever its place in it: a text by its mark, a word by itself."""
    if isinstance(_written(cell), ast.Text):
        return f"#{mark(str(cell.value))}"
    return f"#{cell.value.path if isinstance(cell.value, Ref) else cell.value}"


def spoken(qualifiers: Qualifiers) -> bool:
    """Whether a qualifier names a language."""
    return any(dimension == LANGUAGE for dimension, _ in qualifiers)


def parts(suffix: str, cell: Cell[Any], spec: PropertySpec) -> Iterator[Part]:
    """The texts in a cell: its value, the reason for it, and what stands in its options."""
    if is_text(cell, spec):
        yield Part(suffix, cell.value, spec, cell, cell.node)
    if cell.because:
        yield Part(f"{suffix}.{BECAUSE.name}", cell.because, BECAUSE, cell, _because(cell))
    for option, field in option_fields(cell):
        for inner, inner_cell in sources(field):
            yield from parts(f"{suffix}.{option.name}{inner}", inner_cell, option)


def option_fields(cell: Cell[Any]) -> Iterator[tuple[PropertySpec, Field]]:
    """The options written beside a value."""
    if cell.options is not None:
        for spec in properties_of(type(cell.options)).values():
            yield spec, getattr(cell.options, spec.field)


def is_text(cell: Cell[Any], spec: PropertySpec) -> bool:
    """Whether a value stands in quotation marks, where that is right: bare words and literals are never translated."""
    return isinstance(cell.value, str) and spec.value not in {LITERAL, PICTURE} and isinstance(_written(cell), ast.Text)


def _written(cell: Cell[Any]) -> ast.Value | None:
    """The value of a cell as it is written."""
    node = cell.node
    if isinstance(node, ast.Property):
        return node.values[cell.index]
    said = node.condition if isinstance(node, ast.Flow) else node.text
    return ast.Text(said) if said is not None and cell.value == said else None


def _because(cell: Cell[Any]) -> ast.Node:
    """Where the reason for a value stands."""
    inside = (child for child in cell.node.body if isinstance(child, ast.Property))
    return next((child for child in inside if child.key in (BECAUSE.name, BECAUSE.zh)), cell.node)
