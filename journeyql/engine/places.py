"""Says where findings stand in the map's own terms, so that they are known again when lines move."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic
from journeyql.model import Element, Model
from journeyql.model.resolve import Unit, WordTable
from journeyql.model.resolve.names import slug
from journeyql.source import SourceFile, Span


@attrs.frozen
class Place:
    """The dotted names of an element (empty: the file), and the part of it (empty: the element itself).

    Names are as written, without what makes paths unique in one model: another file beside this one, or a twin that
    comes later, changes nothing.
    """

    element: str = ""
    part: str = ""

    def of(self, label: str) -> Place:
        """The place of something in it; what has no label is not told apart."""
        return Place(self.element, " / ".join(filter(None, (self.part, label))))


@attrs.frozen(eq=False, repr=False)
class _Lines:
    """The nodes of one file, written in a keyword language: for each line that has any, their columns and places."""

    language: str
    numbers: list[int] = attrs.field(factory=list)
    columns: list[list[int]] = attrs.field(factory=list)
    places: list[list[Place]] = attrs.field(factory=list)

    def add(self, node: ast.Node, place: Place) -> None:
        """Note a node; they come in the order of the file."""
        if not self.numbers or self.numbers[-1] != node.line:
            self.numbers.append(node.line)
            self.columns.append([])
            self.places.append([])
        self.columns[-1].append(node.column)
        self.places[-1].append(place)

    def at(self, span: Span) -> Place:
        """The innermost place that a span begins in; a line without a node belongs to what stands above it."""
        index = bisect_right(self.numbers, span.line) - 1
        if index < 0:
            return Place()
        if self.numbers[index] < span.line:
            return self.places[index][-1]
        return self.places[index][max(bisect_right(self.columns[index], span.column - 1) - 1, 0)]


@attrs.define(eq=False, repr=False)
class Places:
    """The places in a file and all that it uses; each is looked through when the first finding in it asks."""

    model: Model
    table: WordTable
    documents: Mapping[SourceFile, ast.Document]
    _elements: dict[int, Element] = attrs.field(factory=dict)
    _known: dict[SourceFile, _Lines] = attrs.field(factory=dict)

    @classmethod
    def of(cls, model: Model, unit: Unit, table: WordTable) -> Places:
        """The places of a unit."""
        return cls(model, table, {document.source: document for document in unit.documents()})

    def placed(self, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The findings with their elements and parts."""
        for finding in findings:
            place = Place() if finding.span is None else self.at(finding.span)
            yield attrs.evolve(finding, element=place.element, part=place.part) if place != Place() else finding

    def at(self, span: Span) -> Place:
        """The place in which a span begins."""
        document = self.documents.get(span.source)
        if document is None:
            return Place()
        lines = self._known.get(span.source)
        if lines is None:
            lines = self._known[span.source] = _Lines(document.language)
            self._walk(document.body, Place(), None, lines)
        return lines.at(span)

    def _walk(self, nodes: Iterable[ast.Node], around: Place, element: Element | None, lines: _Lines) -> None:
        for node in nodes:
            found = self._element(node)
            place = (
                around.of(self._label(node, element, lines.language)) if found is None else Place(self._dotted(found))
            )
            lines.add(node, place)
            self._walk(node.body, place, found, lines)

    def _element(self, node: ast.Node) -> Element | None:
        """The element that a node has become, if it has."""
        if not self._elements:
            self._elements = {id(element.node): element for element in self.model.elements.values()}
        return self._elements.get(id(node))

    def _dotted(self, element: Element) -> str:
        names = []
        path = element.path
        while path:
            names.append(self.model.elements[path].id)
            path = self.model.parents[path]
        return ".".join(reversed(names))

    def _label(self, node: ast.Node, element: Element | None, language: str) -> str:
        """What a node that is no element is called: a property by its English name, whatever the keyword language."""
        if isinstance(node, ast.Flow):
            return " -> ".join((node.source or "", *node.targets)).strip()
        marks = f"[{', '.join(node.qualifiers)}]" if node.qualifiers else ""
        if isinstance(node, ast.Property):
            spec = None if element is None else self.table.property(element.entry, node.key, language)
            return f"{node.key if spec is None else spec.name}{marks}"
        return " ".join(word for word in (f"{node.kind}{marks}", node.name or slug(node.text or "")) if word)
