"""Writes a map: an outline filled with values, as somebody chooses them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Protocol, TypeVar

import attrs

from journeyql.model import FlowTerms, PropertySpec, properties_of
from journeyql.model.resolve import WordTable
from journeyql.model.terms import Remarks
from journeyql.testing.maps import spelling
from journeyql.testing.maps.outline import Index, Node, Outline

T = TypeVar("T")

#: The title stands on the line itself, and a place inside of `extend` means nothing elsewhere.
_LEFT_OUT: Final = {"title", "after"}
#: A lane holds texts, so that its values can be written like any others; this is always said.
_FIXED: Final[Mapping[tuple[str, str], str]] = {("lane", "type"): "text"}
#: Arrows lead into a touchpoint's own stage, or into one of so many at the beginning.
_STAGES: Final = 6
#: What stands in the flow of a journey, may have values of its lanes, and narrows what is said.
_STEP, _MOMENTS, _LANE, _PEOPLE = "touchpoint", ("stage", "touchpoint"), "lane", ("persona", "segment", "market")


class Choice(Protocol):
    """Who decides what is written."""

    def pick(self, options: Sequence[T]) -> T:
        """One of several things."""

    def some(self, what: str, names: Sequence[str]) -> Sequence[str]:
        """Those of several names that are written; `what` says of what they are."""

    def wants(self, what: str) -> bool:
        """Whether something that may be written is written."""

    def words(self) -> str:
        """The words of a text."""


@attrs.frozen(eq=False, repr=False)
class Author:
    """Writes the lines of an outline."""

    outline: Outline
    choice: Choice
    table: WordTable
    _index: Index = attrs.field(init=False)

    @_index.default
    def _made(self) -> Index:
        return Index.of(self.outline)

    def text(self) -> str:
        """The whole file."""
        return "".join(f"{line}\n" for root in self.outline.roots for line in self._node(root))

    def _node(self, node: Node) -> Iterator[str]:
        title = f" {self._text()}" if self.choice.wants("title") else ""
        yield f"{node.kind.name}{self._presence(node)} {node.id}{title}"
        specs = self._possible(self.table.properties(node.kind), node)
        fixed = (name for kind, name in _FIXED if kind == node.kind.name)
        for name in dict.fromkeys((*fixed, *self.choice.some(node.kind.name, [*specs]))):
            yield from (f"  {line}" for line in self._property(specs[name], node))
        yield from (f"  {line}" for line in self._lanes(node))
        for child in node.children:
            yield from (f"  {line}" for line in self._node(child))
        yield from (f"  {line}" for line in self._arrows(node))

    def _possible(self, specs: Mapping[str, PropertySpec], node: Node) -> Mapping[str, PropertySpec]:
        """The properties that an element has anything to say for."""
        return {name: spec for name, spec in specs.items() if name not in _LEFT_OUT and self._sayable(spec, node)}

    def _sayable(self, spec: PropertySpec, node: Node) -> bool:
        found = spelling.forms(spec.value)
        if found.targets:
            return bool(self._index.targets(found.targets, node))
        return found.text or found.literal or bool(found.words)

    def _presence(self, node: Node) -> str:
        """A condition under which a touchpoint exists; the first one of a stage always does."""
        first = node.parent is None or node.parent.children[0] is node
        if node.kind.name != _STEP or first or not self.choice.wants("presence"):
            return ""
        return f"[{self._condition()}]"

    def _condition(self) -> str:
        people = (node.id for node in self._index.named(*_PEOPLE))
        added = (word for name in sorted(self.table.dimensions) for word in sorted(self.table.dimensions[name]))
        return self.choice.pick(["future", "de", *people, *added])

    def _property(self, spec: PropertySpec, node: Node) -> Iterator[str]:
        """The lines of a property: one for every context and, sometimes, one for a single one."""
        options = self._options(f"{node.kind.name}.{spec.name}", spec.options, spec, node)
        yield f"{spec.name}: {self._values(spec, node)}{options}"
        if self.choice.wants("variant"):
            yield f"{spec.name}[{self._condition()}]: {self._values(spec, node)}"

    def _values(self, spec: PropertySpec, node: Node) -> str:
        count = 2 if spec.many and self.choice.wants("list") else 1
        return ", ".join(dict.fromkeys(self._value(spec, node) for _ in range(count)))

    def _value(self, spec: PropertySpec, node: Node) -> str:
        fixed = _FIXED.get((node.kind.name, spec.name))
        if fixed is not None:
            return fixed
        found = spelling.forms(spec.value)
        if found.targets:
            return self.choice.pick(self._index.targets(found.targets, node)).id
        if found.literal:
            return spelling.literal(self.choice.words())
        if found.text and not (found.words and self.choice.wants("word")):
            return self._text()
        return self.choice.pick(found.words)

    def _text(self) -> str:
        return spelling.text(self.choice.words())

    def _options(self, what: str, cls: type | None, of: PropertySpec | None, node: Node) -> str:
        """The options that follow a value: those of its property, and those that may follow any."""
        declared = {**({} if cls is None else properties_of(cls)), **properties_of(Remarks)}
        real = {name: _real(spec, of) for name, spec in declared.items()}
        specs = self._possible(real, node)
        return "".join(f" {name}={self._value(specs[name], node)}" for name in self.choice.some(what, [*specs]))

    def _lanes(self, node: Node) -> Iterator[str]:
        """Values of the lanes that the file declares itself."""
        lanes = [lane.id for lane in self._index.named(_LANE)] if node.kind.name in _MOMENTS else []
        yield from (f"{name}: {self._text()}" for name in self.choice.some(f"{node.kind.name} lanes", lanes))

    def _arrows(self, node: Node) -> Iterator[str]:
        """An arrow to another touchpoint of the journey."""
        others = [other.id for other in self._neighbours(node)] if node.kind.name == _STEP else []
        if others and self.choice.wants("arrow"):
            yield f"-> {self.choice.pick(others)} {self._text()}{self._options('arrow', FlowTerms, None, node)}"

    def _neighbours(self, node: Node) -> Iterator[Node]:
        """The other touchpoints of the stage and of the journey's first stages."""
        *_, stage, journey = (None, None, *node.around()) if node.parent else (None, None)
        stages = [stage, *journey.children[:_STAGES]] if stage is not None and journey is not None else []
        found = {id(child): child for one in stages for child in one.children if child.kind.name == _STEP}
        return (other for other in found.values() if other is not node)


def _real(spec: PropertySpec, of: PropertySpec | None) -> PropertySpec:
    """An option that holds a value like the property's own, as one of that type."""
    return attrs.evolve(spec, value=of.value) if of is not None and spec.value.same else spec
