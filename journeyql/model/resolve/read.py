"""Reading values: from entries as written to typed cells, with a diagnostic for each that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic, Edit, Fix, Related
from journeyql.model import rules
from journeyql.model.element import TITLE
from journeyql.model.quantity import Range
from journeyql.model.resolve.bind import Binder
from journeyql.model.resolve.draft import Condition, Draft, Entry
from journeyql.model.resolve.keywords import Keywords
from journeyql.model.resolve.listing import Listing
from journeyql.model.resolve.qualify import Qualifier
from journeyql.model.resolve.words import option, spellings
from journeyql.model.terms import Remarks
from journeyql.model.types import SCORE, Miscoded, Misread, ValueType
from journeyql.model.varying import NO_ASIDE, Aside, Cell, Many, Qualifiers, Ref, Varying
from journeyql.model.vocabulary import PropertySpec, make, properties_of, property_of
from journeyql.source import Span
from journeyql.spelling import nearest
from journeyql.syntax import locate
from journeyql.units import pointed, ungrouped
from journeyql.wording import short

#: The scale of the scores at a place, for those who need it.
Scale = Callable[[], Range[float] | None]

_CITED, _BECAUSE, _NOTES = property_of(Remarks.from_), property_of(Remarks.because), property_of(Remarks.note)


@attrs.define(eq=False, repr=False)
class Reader:
    """Reads the values of drafts."""

    binder: Binder
    qualifier: Qualifier
    listing: Listing
    keywords: Keywords
    diagnostics: list[Diagnostic]

    def cells(self, entry: Entry, place: Draft, scale: Scale = lambda: None) -> list[Cell[Any]]:
        """The cells that one entry gives; none when its qualifier or its values cannot be read."""
        qualifiers = self.qualifier.resolve(entry.conditions) if entry.conditions else ()
        if qualifiers is None:
            return []
        written = entry.values
        if len(written) > 1 and self._separated(entry, written):
            return []
        values = self._counted(entry, written)
        aside = self._aside(entry, place, scale)
        source, node, layer = entry.origin.source, entry.node, entry.origin.layer
        return [
            Cell(value, qualifiers, source, node, index, layer, aside)
            for index, value in self._values(entry.spec.value, values, entry, place, scale)
        ]

    def _counted(self, entry: Entry, values: tuple[ast.Value, ...]) -> tuple[ast.Value, ...]:
        if len(values) <= 1 or entry.spec.many:
            return values
        span = self._span(entry, 1)
        message = f"`{entry.word}` has one value, and here are {len(values)}"
        self.diagnostics.append(rules.TOO_MANY_VALUES.at(span, message, help="keep the one that is meant"))
        return values[:1]

    def _separated(self, entry: Entry, values: tuple[ast.Value, ...]) -> bool:
        """Whether the comma of a list is a part of a number: `1,200EUR` or `12,50EUR`, without a blank."""
        if not isinstance(entry.node, ast.Property) or not all(isinstance(value, ast.Quantity) for value in values):
            return False
        first, last = self._span(entry, 0), self._span(entry, len(values) - 1)
        whole = Span(first.source, first.start, last.end)
        plain = ungrouped(whole.text) or (None if entry.spec.many else pointed(whole.text))
        if plain is None:
            return False
        fix = Fix(f"write {short(plain)}", (Edit(whole, plain),), safe=False)
        message = f"`{short(whole.text)}` is read as {len(values)} values"
        self.diagnostics.append(
            rules.THOUSANDS_SEPARATOR.at(
                whole, message, help=f"write `{short(plain)}`; a comma separates values", fixes=(fix,)
            )
        )
        return True

    def _values(
        self, kind: ValueType[Any], values: Iterable[ast.Value], entry: Entry, place: Draft, scale: Scale
    ) -> Iterator[tuple[int, Any]]:
        for index, value in enumerate(values):
            found = self._value(kind, value, entry, index, place)
            if found is not None and (kind is not SCORE or self._on_scale(found, scale(), entry, index)):
                yield index, found

    def _on_scale(self, score: float, scale: Range[float] | None, entry: Entry, index: int) -> bool:
        if scale is None or scale.holds(score):
            return True
        from journeyql.model.resolve import misread  # most values can be read

        self.diagnostics.append(misread.off_scale(score, scale, self._span(entry, index)))
        return False

    def _value(self, kind: ValueType[Any], value: ast.Value, entry: Entry, index: int, place: Draft) -> Any:
        found = self._read(kind, value, entry, index, place)
        if found is None:
            return None
        if isinstance(found, Misread):
            if isinstance(found, Miscoded) or not self._is_respelled(kind, value, entry, index, place):
                self._misread(kind, value, found, entry, index)
            return None
        if kind.words or kind.literal:
            self._remark_on(kind, value, entry, index)
        if kind.targets and isinstance(found, Ref):
            return self.binder.bind(found.path, kind.targets, entry.origin, place, lambda: self._span(entry, index))
        if kind.listed:
            return self.listing.word(kind, found, entry.origin, place, lambda: self._span(entry, index))
        return found

    def _read(self, kind: ValueType[Any], value: ast.Value, entry: Entry, index: int, place: Draft) -> Any:
        """What a value type makes of a value; None when the code of a plugin's kind fails, which is reported."""
        foreign = self.binder.table.foreign_for(place.kind, entry.spec)
        if foreign is None:
            return kind.read(value)
        found, reason = foreign.read(kind, value)
        if reason:
            self.diagnostics.append(foreign.report(reason, self._span(entry, index)))
        return found

    def _is_respelled(self, kind: ValueType[Any], value: ast.Value, entry: Entry, index: int, place: Draft) -> bool:
        """Whether a value has another spelling that can be read, which is then told."""
        from journeyql.model.resolve import misread  # see `_values`

        spelled = misread.respelling(value)
        found = None if spelled is None else self._read(kind, ast.Quantity(spelled), entry, index, place)
        if spelled is None or found is None or isinstance(found, Misread):
            return False
        self.diagnostics.append(misread.respelled_as(spelled, value, self._span(entry, index)))
        return True

    def _misread(self, kind: ValueType[Any], value: ast.Value, found: Misread, entry: Entry, index: int) -> None:
        from journeyql.model.resolve import misread  # see `_values`

        span, name = self._span(entry, index), entry.word
        meant = self.binder.called(value.value, kind.targets) if isinstance(value, ast.Text) and kind.targets else None
        if meant is not None:
            self.diagnostics.append(misread.called(name, value, meant, span))
        else:
            self.diagnostics.append(misread.misread(kind, value, found, span, entry))

    def _remark_on(self, kind: ValueType[Any], value: ast.Value, entry: Entry, index: int) -> None:
        """Report what is understood although it is not quite right."""
        if isinstance(value, ast.Text):
            if kind.literal or (kind.words and not kind.free):
                from journeyql.model.resolve import misread  # see `_values`

                self.diagnostics.append(misread.in_quotes(kind, value, self._span(entry, index), entry.word))
            return
        chinese = value.value in kind.words.values() and value.value not in kind.words
        if chinese and not entry.origin.language:
            self.keywords.foreign(value.value, self._span(entry, index))

    def _span(self, entry: Entry, index: int) -> Span:
        if isinstance(entry.node, ast.Property):
            return locate.value_span(entry.origin.source, entry.node, index)
        if entry.node.text is None:
            return locate.name_span(entry.origin.source, entry.node)
        return locate.text_span(entry.origin.source, entry.node)

    # ---- what follows a value

    def _aside(self, entry: Entry, place: Draft, scale: Scale) -> Aside:
        """What follows the value of an entry; what follows a header's text belongs to the element."""
        node = entry.node
        if not node.body or (entry.spec is TITLE and isinstance(node, ast.Element)):
            return NO_ASIDE
        children = [child for child in node.body if isinstance(child, ast.Property) and child.key]
        said = self._remarks(children, entry, place)
        return Aside(
            cited=said.get(_CITED, ()),
            options=self._options(children, entry, place, scale),
            because=next(iter(said.get(_BECAUSE, ())), ""),
            notes=said.get(_NOTES, ()),
        )

    def _remarks(
        self, children: Iterable[ast.Property], entry: Entry, place: Draft
    ) -> Mapping[PropertySpec, tuple[Any, ...]]:
        """The values of the words that may follow any value."""
        found: dict[PropertySpec, list[Cell[Any]]] = {}
        for child in children:
            spec = _remark(child, entry)
            if spec is not None:
                found.setdefault(spec, []).extend(self._option(spec, child, entry, place))
        for spec, cells in found.items():
            if not spec.many:
                self.check_repeated(cells, spec)
        return {spec: tuple(cell.value for cell in cells) for spec, cells in found.items()}

    def _options(self, children: Iterable[ast.Property], entry: Entry, place: Draft, scale: Scale) -> object | None:
        fields: dict[str, list[Cell[Any]]] = {}
        specs: dict[str, PropertySpec] = {}
        for child in children:
            spec = option(entry.spec.options, child.key, entry.origin.language)
            if spec is not None:
                specs[spec.field] = spec
                fields.setdefault(spec.field, []).extend(self._option(spec, child, entry, place, scale))
            elif _remark(child, entry) is None:
                self._unknown_option(child, entry)
        if entry.spec.options is None or not fields:
            return None
        made: dict[str, Any] = {}
        for name, cells in fields.items():
            if not specs[name].many:
                self.check_repeated(cells, specs[name])
            made[name] = Many(tuple(cells)) if specs[name].many else Varying(tuple(cells))
        return self._made(entry.spec.options, made, entry, place)

    def _made(self, cls: type, given: dict[str, Any], entry: Entry, place: Draft) -> object | None:
        """An object of an options class; None when the code of a plugin's class fails, which is reported."""
        foreign = self.binder.table.foreign_for(place.kind, entry.spec)
        if foreign is None:
            return make(cls, given)
        made, reason = foreign.attempt(lambda: make(cls, given))
        if reason:
            self.diagnostics.append(foreign.report(reason, self._span(entry, 0)))
        return made if isinstance(made, cls) else None

    def check_repeated(self, cells: list[Cell[Any]], spec: PropertySpec) -> None:
        """Report values of a property or option with one value that are given for the same contexts."""
        for one, other in repeated(cells):
            message = f"`{spec.name}` is given twice"
            related = (Related(one.span, "the first time"),)
            self.diagnostics.append(
                rules.REPEATED_PROPERTY.at(other.span, message, help="keep one, or qualify them", related=related)
            )

    def _option(
        self,
        spec: PropertySpec,
        node: ast.Property,
        entry: Entry,
        place: Draft,
        scale: Scale = lambda: None,
    ) -> list[Cell[Any]]:
        own = not spec.value.same and spec.facet is entry.spec.facet
        value = entry.spec.value if spec.value.same else spec.value
        real = spec if own else attrs.evolve(spec, value=value, facet=entry.spec.facet)
        conditions = (Condition(entry.origin, node, place),) if node.qualifiers else ()
        return self.cells(Entry(real, node, entry.origin, conditions), place, scale)

    def _unknown_option(self, node: ast.Property, entry: Entry) -> None:
        classes = filter(None, (entry.spec.options, Remarks))
        specs = (spec for cls in classes for spec in properties_of(cls).values())
        known = spellings(specs, entry.origin.language)
        near = nearest(node.key, known)
        span = locate.key_span(entry.origin.source, node)
        fixes = (Fix(f"replace it by `{near}`", (Edit(span, near),), safe=False),) if near else ()
        hint = f"did you mean `{near}`?" if near else f"it takes {', '.join(known)}"
        message = f"`{entry.word}` has no option `{node.key}`"
        self.diagnostics.append(rules.UNKNOWN_OPTION.at(span, message, help=hint, fixes=fixes))


def _remark(node: ast.Property, entry: Entry) -> PropertySpec | None:
    """The word that may follow any value, whatever its property, which an option is."""
    return option(Remarks, node.key, entry.origin.language)


def repeated(cells: list[Cell[Any]]) -> Iterator[tuple[Cell[Any], Cell[Any]]]:
    """The pairs of cells that hold in exactly the same contexts, in files of the same layer."""
    first: dict[tuple[Qualifiers, int], Cell[Any]] = {}
    for cell in cells:
        key = (cell.qualifiers, cell.layer)
        if key in first:
            yield first[key], cell
        first.setdefault(key, cell)
