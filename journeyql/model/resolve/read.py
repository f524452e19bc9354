"""Reading values: from entries as written to typed cells, with a diagnostic for each that cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic, Edit, Fix, Related
from journeyql.model import rules
from journeyql.model.element import TITLE
from journeyql.model.kinds import Evidence
from journeyql.model.quantity import Range
from journeyql.model.resolve.bind import Binder
from journeyql.model.resolve.draft import Draft, Entry, Origin
from journeyql.model.resolve.keywords import Keywords
from journeyql.model.resolve.listing import Listing
from journeyql.model.resolve.qualify import Qualifier
from journeyql.model.resolve.words import option
from journeyql.model.terms import Remarks
from journeyql.model.types import LITERAL, SCORE, Miscoded, Misread, ValueType
from journeyql.model.varying import Cell, Many, Qualifiers, Ref, Varying
from journeyql.model.vocabulary import PropertySpec, kind_of, properties_of, property_of
from journeyql.source import Span
from journeyql.spelling import nearest
from journeyql.syntax import locate
from journeyql.units import one_word, respelled, ungrouped


@attrs.define(eq=False, repr=False)
class Reader:
    """Reads the values of drafts."""

    binder: Binder
    qualifier: Qualifier
    listing: Listing
    keywords: Keywords
    diagnostics: list[Diagnostic]

    def cells(self, entry: Entry, place: Draft, scale: Range[float] | None = None) -> list[Cell[Any]]:
        """The cells that one entry gives; none when its qualifier or its values cannot be read."""
        qualifiers = self.qualifier.resolve(entry.conditions)
        if qualifiers is None or self._separated(entry):
            return []
        values = self._counted(entry)
        cited = self._cited(entry, place)
        options = self._options(entry, place)
        because = _remarks(entry, property_of(Remarks.because))
        notes = _remarks(entry, property_of(Remarks.note))
        origin = entry.origin
        return [
            Cell(
                value,
                qualifiers,
                cited,
                options,
                origin.source,
                entry.node,
                index,
                origin.layer,
                because[0] if because else "",
                notes,
            )
            for index, value in self._values(entry.spec.value, values, entry, place, scale)
        ]

    def _counted(self, entry: Entry) -> tuple[ast.Value, ...]:
        values = entry.values
        if isinstance(entry.node, ast.Element) and entry.spec is TITLE and entry.node.text is not None:
            return (ast.Text(entry.node.text),)
        if len(values) <= 1 or entry.spec.many:
            return values
        span = self._span(entry, 1)
        message = f"`{entry.spec.name}` has one value, and here are {len(values)}"
        self.diagnostics.append(rules.TOO_MANY_VALUES.at(span, message, help="keep the one that is meant"))
        return values[:1]

    def _separated(self, entry: Entry) -> bool:
        """Whether the comma of a list is a thousands separator: `1,200EUR`, without a blank."""
        quantities = all(isinstance(value, ast.Quantity) for value in entry.values)
        if not isinstance(entry.node, ast.Property) or len(entry.values) <= 1 or not quantities:
            return False
        first, last = self._span(entry, 0), self._span(entry, len(entry.values) - 1)
        whole = Span(first.source, first.start, last.end)
        plain = ungrouped(whole.text)
        if plain is None:
            return False
        fix = Fix(f"write {plain}", (Edit(whole, plain),), safe=False)
        message = f"`{whole.text}` is read as {len(entry.values)} values"
        self.diagnostics.append(
            rules.THOUSANDS_SEPARATOR.at(
                whole, message, help=f"write `{plain}`; a comma separates values", fixes=(fix,)
            )
        )
        return True

    def _values(
        self, kind: ValueType[Any], values: Iterable[ast.Value], entry: Entry, place: Draft, scale: Range[float] | None
    ) -> Iterator[tuple[int, Any]]:
        for index, value in enumerate(values):
            found = self._value(kind, value, entry, index, place)
            if found is not None and self._on_scale(kind, found, scale, entry, index):
                yield index, found

    def _value(self, kind: ValueType[Any], value: ast.Value, entry: Entry, index: int, place: Draft) -> Any:
        found = self._read(kind, value, entry, index, place)
        if found is None:
            return None
        if isinstance(found, Misread):
            self._misread(kind, value, found, entry, index)
            return None
        if kind is LITERAL and isinstance(value, ast.Text):
            self._literal_hint(value, entry, index)
        if kind.words:
            self._check_word(kind, value, entry, index)
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
        found, reason = foreign.attempt(lambda: kind.read(value))
        if reason:
            self.diagnostics.append(foreign.report(reason, self._span(entry, index)))
        return found

    def _misread(self, kind: ValueType[Any], value: ast.Value, misread: Misread, entry: Entry, index: int) -> None:
        span = self._span(entry, index)
        bare = isinstance(value, ast.Quantity | ast.Reference)
        spelled = (respelled(value.value) or one_word(value.value)) if bare else None
        if isinstance(misread, Miscoded):
            self._miscoded(misread, span)
        elif spelled is not None and not isinstance(kind.read(ast.Quantity(spelled)), Misread):
            fix = Fix(f"write {spelled}", (Edit(span, spelled),))
            message = f"`{value.value}` is not spelled as the language spells it"
            self.diagnostics.append(rules.UNIT_SPELLING.at(span, message, help=f"write `{spelled}`", fixes=(fix,)))
        elif kind.words and isinstance(value, ast.Reference):
            self._unknown_word(kind, value, span, entry)
        else:
            instead = misread.instead
            fixes = (Fix(f"write {instead}", (Edit(span, instead),), safe=False),) if instead is not None else ()
            message = f"`{_shown(value)}` is no value for `{entry.spec.name}`"
            self.diagnostics.append(rules.WRONG_VALUE.at(span, message, help=misread.problem, fixes=fixes))

    def _miscoded(self, misread: Miscoded, span: Span) -> None:
        near = misread.instead
        same = near is not None and near.lower() == span.text.lower()
        fixes = (Fix(f"write {near}", (Edit(span, near),), safe=same),) if near is not None else ()
        message = f"there is no {misread.sort} with the code `{misread.code}`"
        hint = f"did you mean `{near}`?" if near is not None else misread.problem
        if same:
            message, hint = f"`{misread.code}` is not how the code of a {misread.sort} is written", f"write `{near}`"
        self.diagnostics.append(rules.UNKNOWN_CODE.at(span, message, help=hint, fixes=fixes))

    def _unknown_word(self, kind: ValueType[Any], value: ast.Reference, span: Span, entry: Entry) -> None:
        near = nearest(value.value, kind.words)
        fixes = (Fix(f"replace it by `{near}`", (Edit(span, near),), safe=False),) if near else ()
        hint = f"did you mean `{near}`?" if near else f"expected {kind.expects}"
        message = f"`{value.value}` is not one of the words of `{entry.spec.name}`"
        self.diagnostics.append(rules.UNKNOWN_WORD.at(span, message, help=hint, fixes=fixes))

    def _check_word(self, kind: ValueType[Any], value: ast.Value, entry: Entry, index: int) -> None:
        """Report a word that is understood although it stands in quotation marks or in another language."""
        if isinstance(value, ast.Text) and not kind.free:
            span = self._span(entry, index)
            fix = Fix("remove the quotation marks", (Edit(span, value.value),))
            message = f"`{value.value}` is a word for the machine: write it without quotation marks"
            self.diagnostics.append(rules.WORD_AS_TEXT.at(span, message, fixes=(fix,)))
        chinese = value.value not in kind.words and value.value in kind.words.values()
        if isinstance(value, ast.Reference) and chinese and not entry.origin.language:
            self.keywords.foreign(value.value, self._span(entry, index))

    def _literal_hint(self, value: ast.Text, entry: Entry, index: int) -> None:
        span = self._span(entry, index)
        safe = "`" not in value.value and "\n" not in value.value
        fixes = (Fix("use backticks", (Edit(span, f"`{value.value}`"),)),) if safe else ()
        message = f"`{entry.spec.name}` is for the machine: write it in backticks"
        self.diagnostics.append(rules.LITERAL_AS_TEXT.at(span, message, fixes=fixes))

    def _on_scale(self, kind: ValueType[Any], value: Any, scale: Range[float] | None, entry: Entry, index: int) -> bool:
        if kind is not SCORE or scale is None:
            return True
        if (scale.low is None or value >= scale.low) and (scale.high is None or value <= scale.high):
            return True
        message = f"{value:g} lies outside the scale {scale}"
        hint = "use a value on the scale, or declare another scale"
        self.diagnostics.append(rules.OUT_OF_SCALE.at(self._span(entry, index), message, help=hint))
        return False

    def _span(self, entry: Entry, index: int) -> Span:
        if isinstance(entry.node, ast.Property):
            return locate.value_span(entry.origin.source, entry.node, index)
        if entry.node.text is None:
            return locate.name_span(entry.origin.source, entry.node)
        return locate.text_span(entry.origin.source, entry.node)

    # ---- what follows a value

    def _cited(self, entry: Entry, place: Draft) -> tuple[Ref[Any], ...]:
        named = (child for child in _options(entry) if _remark(child, entry) is property_of(Remarks.from_))
        return tuple(
            found
            for child in named
            for index, value in enumerate(child.values)
            if (found := self._evidence(child, value, index, entry.origin, place)) is not None
        )

    def _evidence(
        self, node: ast.Property, value: ast.Value, index: int, origin: Origin, place: Draft
    ) -> Ref[Any] | None:
        span = locate.value_span(origin.source, node, index)
        if not isinstance(value, ast.Reference):
            self.diagnostics.append(rules.WRONG_VALUE.at(span, "expected the name of an evidence"))
            return None
        return self.binder.bind(value.value, (kind_of(Evidence).name,), origin, place, lambda: span)

    def _options(self, entry: Entry, place: Draft) -> object | None:
        fields: dict[str, list[Cell[Any]]] = {}
        specs: dict[str, PropertySpec] = {}
        for child in _options(entry):
            spec = option(entry.spec.options, child.key, entry.origin.language)
            if spec is not None:
                specs[spec.field] = spec
                fields.setdefault(spec.field, []).extend(self._option(spec, child, entry, place))
            elif _remark(child, entry) is None:
                self._unknown_option(child, entry)
        if entry.spec.options is None or not fields:
            return None
        for name, cells in fields.items():
            if not specs[name].many:
                self.check_repeated(cells, specs[name])
        made: dict[str, Any] = {
            name: Many(tuple(cells)) if specs[name].many else Varying(tuple(cells[:1]))
            for name, cells in fields.items()
        }
        return entry.spec.options(**made)  # type: ignore[no-any-return]  # an options class makes options

    def check_repeated(self, cells: list[Cell[Any]], spec: PropertySpec) -> None:
        """Report values of a property or option with one value that are given for the same contexts."""
        for one, other in repeated(cells):
            message = f"`{spec.name}` is given twice"
            related = (Related(one.span, "the first time"),)
            self.diagnostics.append(
                rules.REPEATED_PROPERTY.at(other.span, message, help="keep one, or qualify them", related=related)
            )

    def _option(self, spec: PropertySpec, node: ast.Property, entry: Entry, place: Draft) -> list[Cell[Any]]:
        value = entry.spec.value if spec.value.same else spec.value
        real = attrs.evolve(spec, value=value, facet=entry.spec.facet)
        return self.cells(Entry(real, node, entry.origin, ()), place)

    def _unknown_option(self, node: ast.Property, entry: Entry) -> None:
        known = (*(properties_of(entry.spec.options) if entry.spec.options else ()), *properties_of(Remarks))
        near = nearest(node.key, known)
        span = locate.key_span(entry.origin.source, node)
        fixes = (Fix(f"replace it by `{near}`", (Edit(span, near),), safe=False),) if near else ()
        hint = f"did you mean `{near}`?" if near else f"it takes {', '.join(known)}"
        message = f"`{entry.spec.name}` has no option `{node.key}`"
        self.diagnostics.append(rules.UNKNOWN_OPTION.at(span, message, help=hint, fixes=fixes))


def _options(entry: Entry) -> Iterator[ast.Property]:
    """What follows the value of an entry; what follows a header's text belongs to the element."""
    if isinstance(entry.node, ast.Element) and entry.spec is TITLE:
        return iter(())
    return (child for child in entry.node.body if isinstance(child, ast.Property) and child.key)


def _remark(node: ast.Property, entry: Entry) -> PropertySpec | None:
    """The word that may follow any value, whatever its property, which an option is."""
    return option(Remarks, node.key, entry.origin.language)


def _remarks(entry: Entry, spec: PropertySpec) -> tuple[str, ...]:
    """The texts that follow a value under one of the words for any value."""
    nodes = (child for child in _options(entry) if _remark(child, entry) is spec)
    return tuple(value.value for child in nodes for value in child.values if isinstance(value, ast.Text))


def _shown(value: ast.Value) -> str:
    limit = 40
    return value.value if len(value.value) <= limit else value.value[: limit - 1] + "…"


def repeated(cells: list[Cell[Any]]) -> Iterator[tuple[Cell[Any], Cell[Any]]]:
    """The pairs of cells that hold in exactly the same contexts, in files of the same layer."""
    first: dict[tuple[Qualifiers, int], Cell[Any]] = {}
    for cell in cells:
        key = (cell.qualifiers, cell.layer)
        if key in first:
            yield first[key], cell
        first.setdefault(key, cell)
