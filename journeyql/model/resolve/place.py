"""From syntax to drafts: what each word means, and where each line belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic, Edit, Fix
from journeyql.model import rules
from journeyql.model.directives import DIRECTIVES, directive_of
from journeyql.model.element import AFTER, TITLE
from journeyql.model.kinds import Journey, Lane
from journeyql.model.resolve.directing import Directing
from journeyql.model.resolve.draft import Condition, Conditions, Draft, Entry, FlowDraft, Origin, longer
from journeyql.model.resolve.keywords import Keywords
from journeyql.model.resolve.lanes import lane_name
from journeyql.model.resolve.names import Names, slug
from journeyql.model.resolve.words import STEPS, WordTable, spelled, spellings, with_article
from journeyql.model.vocabulary import FILE, ZH, KindSpec, PropertySpec, kind_of
from journeyql.source import Span
from journeyql.spelling import nearest
from journeyql.syntax import locate
from journeyql.wording import article

_JOURNEY = kind_of(Journey).name
#: Where an arrow may stand.
_FLOWING = (Journey, *STEPS)


@attrs.define(eq=False, repr=False)
class Placer:
    """Puts the nodes of one file into drafts."""

    table: WordTable
    names: Names
    origin: Origin
    lanes: dict[str, PropertySpec]
    keywords: Keywords
    diagnostics: list[Diagnostic]
    directing: Directing = attrs.field(init=False)
    journey: Draft | None = None
    told_no_journey: bool = False
    extending: bool = False

    def __attrs_post_init__(self) -> None:
        self.directing = Directing(self.diagnostics)

    def place(self, nodes: Iterable[ast.Node], into: Draft, conditions: Conditions = ()) -> None:
        """Put nodes into a draft; `conditions` are those of a surrounding `extend`."""
        for node in nodes:
            if isinstance(node, ast.Flow):
                self._flow(node, into, conditions)
            elif isinstance(node, ast.Property):
                self._property(node, into, conditions)
            else:
                self._element(node, into, conditions)

    # ---- elements

    def _element(self, node: ast.Element, into: Draft, conditions: Conditions) -> None:
        directive = self.directive(node)
        if directive is not None:
            if not isinstance(node, ast.BrokenElement):
                self.directing.take(directive, node, self.origin, into, conditions)
            return
        kind = self.kind_for(node, into)
        if kind is None:
            self._no_kind(node, into, conditions)
            return
        home = self._home(kind, into)
        if home is not None:
            self.create(kind, node, home, conditions)
            return
        spec = self.table.property(into.kind, node.kind, self.origin.language)
        if spec is not None and _can_be_property(node, spec):
            self._as_property(node, spec, into, conditions)
        else:
            self._misplaced(kind, node, into, conditions)

    def directive(self, node: ast.Element) -> type | None:
        """The directive that a line begins with."""
        found = directive_of(node.kind, self.origin.language)
        if found is None and not self.origin.language and (found := directive_of(node.kind, ZH)) is not None:
            self._foreign_keyword(node.kind, locate.kind_span(self.origin.source, node))
        return found

    def kind_for(self, node: ast.Element, into: Draft) -> KindSpec | None:
        """The kind that a line means: by its word, or for a bare text by where it stands."""
        if node.kind == "":
            return self.table.kind(into.kind.bare) if into.kind is not None and into.kind.bare else None
        return self.table.kind(node.kind, self.origin.language)

    def _home(self, kind: KindSpec, into: Draft) -> Draft | None:
        """Where an element may stand: here, or for parts of a journey at the top level in the journey above."""
        if FILE in kind.inside if into.kind is None else into.kind.may_hold(kind):
            return into
        if into.kind is None and self.journey is not None and _JOURNEY in kind.inside:
            return self.journey
        return None

    def create(self, kind: KindSpec, node: ast.Element, parent: Draft, conditions: Conditions) -> Draft:
        """A new draft with everything in its block."""
        draft = Draft(kind, node, self.origin, parent, id=self._id(node, kind))
        draft.within = (*conditions, *self.condition(node, draft))
        parent.children.append(draft)
        self.names.add(draft)
        if draft.is_a(Journey):
            self.journey = draft
        if node.text is not None:
            draft.entries.append(Entry(TITLE, node, self.origin, ()))
        self.place(node.body, draft)
        return draft

    def condition(self, node: ast.Property | ast.Element, place: Draft) -> Conditions:
        """The qualifier of a node, if it has one."""
        return (Condition(self.origin, node, place),) if node.qualifiers else ()

    def _id(self, node: ast.Element, kind: KindSpec) -> str:
        if kind.cls is Lane:
            return lane_name(node, self.table, self.origin.language) or kind.name
        return node.name or (slug(node.text) if node.text else kind.name)

    def _no_kind(self, node: ast.Element, into: Draft, conditions: Conditions) -> None:
        spec = self.table.property(into.kind, node.kind, self.origin.language)
        if isinstance(node, ast.BrokenElement) and (spec is not None or node.kind in self.lanes):
            return  # a property that could not be read: the mistake is already told
        if spec is not None:
            self._as_property(node, spec, into, conditions)
            return
        if node.name:
            self.names.unreadable.add(node.name)
        if node.kind == "" and not isinstance(node, ast.BrokenElement):
            if not self.origin.guessed(node):
                from journeyql.model.resolve import unknown  # most words mean something

                self.diagnostics.append(
                    unknown.misplaced_text(locate.node_span(self.origin.source, node), into, self.origin.language)
                )
        elif node.kind:
            guess = self._unknown_kind(node, into)
            if guess is not None:
                self.create(guess, node, into, conditions)
                return
        self._keep_children(node, into, conditions)

    def _keep_children(self, node: ast.Element, into: Draft, conditions: Conditions) -> None:
        """What stands in a line that is not understood is still part of the map."""
        elements = (child for child in node.body if isinstance(child, ast.Element))
        for child in elements:
            kind = self.kind_for(child, into)
            if kind is not None and self._home(kind, into) is not None:
                self._element(child, into, conditions)

    def _unknown_kind(self, node: ast.Element, into: Draft) -> KindSpec | None:
        if self.table.kind(node.kind, ZH) is not None:
            self._foreign_keyword(node.kind, locate.kind_span(self.origin.source, node))
            return self.table.kind(node.kind, ZH)
        words = self.table.words(into.kind, self.origin.language)
        near = nearest(node.kind, (*words, *spellings(DIRECTIVES, self.origin.language), *self.table.kinds))
        kind = self.table.kind(near, self.origin.language) if near else None
        home = None if kind is None else self._home(kind, into)
        if not isinstance(node, ast.BrokenElement):  # its mistake is already told
            from journeyql.model.resolve import unknown  # most words mean something

            if near is None or kind is None or home is not None:
                told = unknown.unknown_kind(node, near, into, self.table, self.origin)
            else:
                told = unknown.kind_elsewhere(node, near, into, self.table, self.origin)
            self.diagnostics.append(told)
        return kind if home is into else None

    def _foreign_keyword(self, word: str, span: Span) -> None:
        """A Chinese keyword in a file that does not say so: told once, and understood from there on."""
        if not self.origin.language:
            self.origin = attrs.evolve(self.origin, language=ZH)
            self.keywords.foreign(word, span)

    def _misplaced(self, kind: KindSpec, node: ast.Element, into: Draft, conditions: Conditions) -> None:
        if not isinstance(node, ast.BrokenElement) and not self.origin.guessed(node):
            self._tell_misplaced(kind, locate.kind_span(self.origin.source, node), into)
        home = next((place for place in into.outward() if self._home(kind, place) is place), None)
        if home is not None:
            self.create(kind, node, home, conditions)
        else:
            self._keep_children(node, into, conditions)

    def _tell_misplaced(self, kind: KindSpec, span: Span, into: Draft) -> None:
        if into.kind is None and _JOURNEY in kind.inside:
            self._no_journey(
                f"this {spelled(kind, self.origin.language)} belongs to a journey, and none stands above it", span
            )
            return
        from journeyql.model.resolve import unknown  # most words mean something

        self.diagnostics.append(unknown.misplaced_kind(kind, span, into, self.table, self.origin.language))

    def _no_journey(self, message: str, span: Span) -> None:
        """Told once for a file: everything that follows lacks the same line."""
        if not self.told_no_journey:
            word = spelled(kind_of(Journey), self.origin.language)
            hint = f'begin the file with a line like `{word} repair "Getting a tap repaired"`'
            self.diagnostics.append(rules.NO_JOURNEY.at(span, message, help=hint))
        self.told_no_journey = True

    # ---- properties

    def _property(self, node: ast.Property, into: Draft, conditions: Conditions) -> None:
        spec = self.table.property(into.kind, node.key, self.origin.language)
        if spec is AFTER and not self.extending:
            self._after_here(node)
        elif spec is not None:
            self._add(Entry(spec, node, self.origin, (*conditions, *self.condition(node, into))), into)
        elif node.key == "":
            span = locate.value_span(self.origin.source, node, 0)
            message = "a literal by itself says nothing here"
            hint = "write the property it belongs to, for example link=`…`; only `use` takes a bare path"
            self.diagnostics.append(rules.STRAY_VALUE.at(span, message, help=hint))
        elif (kind := self._brief(node, into)) and (kind.brief or _texts(node)):
            self._as_elements(node, kind, into, conditions)
        elif (lane := self.lanes.get(node.key)) and into.is_a(*STEPS):
            into.own = longer(into.own, Entry(lane, node, self.origin, (*conditions, *self.condition(node, into))))
        elif (stray := self.table.kind(node.key, self.origin.language)) and _texts(node):
            self._misplaced_elements(node, stray, into, conditions)
        else:
            self._unknown_property(node, into)

    def _misplaced_elements(self, node: ast.Property, kind: KindSpec, into: Draft, conditions: Conditions) -> None:
        """`touchpoint: "x"` where no touchpoint can stand: told once, and put where one can."""
        self._tell_misplaced(kind, locate.key_span(self.origin.source, node), into)
        home = next((place for place in into.outward() if self._home(kind, place) is place), None)
        for element in _elements(node) if home is not None else ():
            self.create(kind, element, home or into, conditions)

    def _after_here(self, node: ast.Property) -> None:
        span = locate.node_span(self.origin.source, node)
        message = f"`{node.key}` says where `extend` puts an element; here the order of the lines does"
        hint = f"move the element to its place, and leave `{node.key}` out"
        self.diagnostics.append(rules.MISPLACED_AFTER.at(span, message, help=hint))

    def _add(self, entry: Entry, into: Draft) -> None:
        into.entries.append(entry)
        stray = [child for child in entry.node.body if not isinstance(child, ast.Property)]
        for child in stray:
            # An element below a property was meant for the element around it.
            self.place((child,), into, entry.conditions)

    def _brief(self, node: ast.Property, into: Draft) -> KindSpec | None:
        kind = self.table.kind(node.key, self.origin.language)
        return kind if kind is not None and self._home(kind, into) is not None else None

    def _as_elements(self, node: ast.Property, kind: KindSpec, into: Draft, conditions: Conditions) -> None:
        """`pain: "x", "y" severity=high` means one element for each text."""
        home = self._home(kind, into) or into
        if not kind.brief:
            self._hint_element(node, kind)
        for element in _elements(node):
            if element.text is None:
                self._hint_text(node, element.name or "")
            self.create(kind, element, home, conditions)

    def _hint_text(self, node: ast.Property, name: str) -> None:
        """`goal: fast` is understood as the name of a goal, which is seldom meant."""
        index = next(index for index, value in enumerate(node.values) if value.value == name)
        span = locate.value_span(self.origin.source, node, index)
        message = f"`{name}` is taken for a name: words for people stand between quotation marks"
        fix = Fix("put quotation marks around it", (Edit(span, f'"{name}"'),), safe=False)
        self.diagnostics.append(rules.NAME_FOR_TEXT.at(span, message, fixes=(fix,)))

    def _hint_element(self, node: ast.Property, kind: KindSpec) -> None:
        key = locate.key_span(self.origin.source, node)
        column = key.end - self.origin.source.offset(node.line, 0)
        colon = self.origin.source.line_text(node.line)[column : column + 1] == ":"
        edit = Edit(self.origin.source.span(node.line, column, 1), "")
        fixes = (Fix("leave the colon out", (edit,)),) if colon and len(node.values) == 1 else ()
        message = f'{with_article(kind, self.origin.language)} is an element: `{node.key} "…"`, without a colon'
        self.diagnostics.append(rules.WRITTEN_AS_PROPERTY.at(key, message, fixes=fixes))

    def _as_property(self, node: ast.Element, spec: PropertySpec, into: Draft, conditions: Conditions) -> None:
        span = locate.kind_span(self.origin.source, node)
        colon = Edit(self.origin.source.span(node.line, node.column + len(node.kind)), ":")
        simple = (node.text is None) != (node.name is None) and not node.qualifiers
        self.diagnostics.append(
            rules.WRITTEN_AS_ELEMENT.at(
                span,
                f"`{node.kind}` is a property: `{node.kind}: …`, with a colon",
                fixes=(Fix("add the colon", (colon,)),) if simple else (),
            )
        )
        self._add(Entry(spec, node, self.origin, (*conditions, *self.condition(node, into))), into)

    def _unknown_property(self, node: ast.Property, into: Draft) -> None:
        span = locate.key_span(self.origin.source, node)
        if self.table.in_chinese(into.kind, node.key) and not self.origin.language:
            self._foreign_keyword(node.key, span)
            self._property(node, into, ())
            return
        if self.table.owners(node.key) and self.origin.guessed(node) and node.line != into.node.line:
            return
        from journeyql.model.resolve import unknown  # most words mean something

        self.diagnostics.append(unknown.unknown_property(node, self.origin, into, self.table, self.lanes))

    # ---- flows and directives

    def _flow(self, node: ast.Flow, into: Draft, conditions: Conditions) -> None:
        home = self.journey if into.kind is None else into
        if home is not None and home.is_a(*_FLOWING):
            home.flows = longer(home.flows, FlowDraft(node, self.origin, conditions))
            return
        span = locate.node_span(self.origin.source, node)
        if home is None:
            self._no_journey("this arrow belongs to a journey, and none stands above it", span)
        elif not self.origin.guessed(node):
            message = f"an arrow cannot stand in {article(home.kind_name)}"
            hint = "arrows belong into a journey, stage or touchpoint"
            self.diagnostics.append(rules.MISPLACED_FLOW.at(span, message, help=hint))


def _texts(node: ast.Property) -> bool:
    return any(isinstance(value, ast.Text) for value in node.values)


def _elements(node: ast.Property) -> Iterator[ast.Element]:
    """The elements that the values of `pain: "x", "y" severity=high` mean."""
    for value in node.values:
        name, text = (None, value.value) if isinstance(value, ast.Text) else (value.value, None)
        yield ast.Element(node.key, node.qualifiers, name, text, node.body, node.line, node.column)


def _can_be_property(node: ast.Element, spec: PropertySpec) -> bool:
    """Whether `word name` or `word "text"` may be meant as `word: …`: it has one value, of the property's sort."""
    if node.name is not None:
        return node.text is None
    return not spec.value.targets
