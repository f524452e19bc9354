"""Resolution: from syntax trees and the vocabulary to the typed model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic, Severity
from journeyql.loops import unsearched
from journeyql.model import rules
from journeyql.model.context import Context
from journeyql.model.directives import UseFile, directive_of
from journeyql.model.kinds import Journey, Market
from journeyql.model.model import Allowance, Model
from journeyql.model.resolve import lanes
from journeyql.model.resolve.arrows import ArrowReader
from journeyql.model.resolve.bind import Binder
from journeyql.model.resolve.build import Builder, assign_paths
from journeyql.model.resolve.circles import circles
from journeyql.model.resolve.confusable import look_alikes
from journeyql.model.resolve.directing import Change, literals, until
from journeyql.model.resolve.draft import Condition, Draft, Origin
from journeyql.model.resolve.keywords import Keywords, language_of, unknown_language
from journeyql.model.resolve.listing import Listing
from journeyql.model.resolve.locks import broken_locks
from journeyql.model.resolve.lost import Applied, lost
from journeyql.model.resolve.merge import Merger
from journeyql.model.resolve.names import Names
from journeyql.model.resolve.neighbours import misplaced
from journeyql.model.resolve.place import Placer
from journeyql.model.resolve.qualify import Qualifier
from journeyql.model.resolve.read import Reader
from journeyql.model.resolve.revising import Kept, revised
from journeyql.model.resolve.words import WordTable
from journeyql.model.varying import Qualifiers
from journeyql.model.vocabulary import ZH, PropertySpec
from journeyql.source import Span
from journeyql.syntax import locate
from journeyql.syntax.revising import Revision


@attrs.frozen(eq=False, repr=False)
class Use:
    """A `use` line: the name it gives (empty without one), the path as written, and where that stands."""

    name: str
    path: str
    span: Span


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Unit:
    """What is resolved together: a document and, by source name and path as written, the documents each one uses."""

    root: ast.Document
    uses: Mapping[str, Mapping[str, ast.Document]] = attrs.field(factory=dict)

    def documents(self) -> tuple[ast.Document, ...]:
        """All documents, each once, those that are used before those that use them."""
        found: dict[str, ast.Document] = {}
        self._collect(self.root, found, set())
        return tuple(found.values())

    def _collect(self, document: ast.Document, found: dict[str, ast.Document], open_names: set[str]) -> None:
        name = document.source.name
        if name in found or name in open_names:
            return
        open_names.add(name)
        for used_one in self.uses.get(name, {}).values():
            self._collect(used_one, found, open_names)
        found[name] = document


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Resolution:
    """What resolving gives: always a model, and every problem met; `kept` is for the next revision, if one may come."""

    model: Model
    diagnostics: tuple[Diagnostic, ...]
    kept: Kept | None = None


def used(document: ast.Document) -> tuple[Use, ...]:
    """The `use` lines of a document, in order."""
    elements = (node for node in document.body if isinstance(node, ast.Element))
    # A Chinese word is understood in a file that does not say so; the placer reports it.
    lines = (node for node in elements if directive_of(node.kind, ZH) is UseFile)
    return tuple(use for node in lines for use in _uses(node, document))


def _uses(node: ast.Element, document: ast.Document) -> Iterator[Use]:
    """The files that a line names: in backticks, or as a text, which is understood."""
    if node.text is not None:
        yield Use(node.name or "", node.text, locate.text_span(document.source, node))
    for child in literals(node):
        yield Use(node.name or "", child.values[0].value, locate.value_span(document.source, child, 0))


def resolve(unit: Unit, table: WordTable, *, keep: bool = False) -> Resolution:
    """The model of a unit in a vocabulary; with `keep`, what a revision of its file can go on from."""
    with unsearched():
        return _Resolver(unit, table, keep).run()


def resolve_again(kept: Kept, revision: Revision) -> tuple[Resolution, frozenset[str]] | None:
    """The model of a revised file, with the paths of the elements that the change concerns.

    None where the whole file must be resolved; `kept` serves no other revision.
    """
    found = revised(kept, revision)
    if found is None:
        return None
    return Resolution(model=found.kept.model, diagnostics=found.kept.diagnostics, kept=found.kept), found.concerned


@attrs.define(eq=False, repr=False)
class _Resolver:
    unit: Unit
    table: WordTable
    keep: bool
    names: Names = attrs.field(factory=Names)
    diagnostics: list[Diagnostic] = attrs.field(factory=list)
    keywords: Keywords = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.keywords = Keywords(self.diagnostics)

    def run(self) -> Resolution:
        documents = self.unit.documents()
        declarations = lanes.declarations(documents, self.table)
        own = lanes.declared(declarations)
        self.diagnostics.extend(lanes.unclear(declarations))
        applied: list[Applied] = []
        extended = self._place(documents, own, applied)
        roots = self._roots()
        self.diagnostics.extend(assign_paths(roots))
        self.diagnostics.extend(look_alikes(roots))
        qualifier = Qualifier(self.names, self.diagnostics, self.table)
        binder = Binder(self.names, self.table, self.diagnostics, {} if self.keep else None)
        listing = Listing(self.table, self.names, own, self.diagnostics)
        reader = Reader(binder, qualifier, listing, self.keywords, self.diagnostics)
        builder = Builder(reader, qualifier, own, self.diagnostics)
        builder.lane_scales.update(lanes.scales(declarations))
        for root in roots:
            builder.build(root, {})
        arrows = ArrowReader(binder, builder, self.diagnostics)
        drawn = tuple(arrow for root in roots for arrow in arrows.read(root))
        builder.add_late(roots)
        self.diagnostics.extend(broken_locks(roots, builder.elements, qualifier))
        self.diagnostics.extend(lost(applied, self.names, qualifier))
        self.diagnostics.extend(circles(builder.elements))
        self.diagnostics.extend(misplaced(builder.elements, builder.parents))
        model = Model(
            source=self.unit.root.source,
            journeys=self._journeys(builder, extended),
            elements=builder.elements,
            parents=builder.parents,
            children={path: tuple(children) for path, children in builder.children.items()},
            arrows=drawn,
            allowances=tuple(_allowances(roots)),
            qualifiers=frozenset(builder.qualifiers - {()}),
            complete=self._complete(documents),
            uses={
                name: {alias: draft.origin.source.name for alias, draft in used.items()}
                for name, used in self.names.aliases.items()
            },
        )
        model, found = self._in_context(model, extended, qualifier), tuple(self.diagnostics)
        kept = self._kept(model, found, builder) if self.keep else None
        return Resolution(model=model, diagnostics=found, kept=kept)

    def _kept(self, model: Model, found: tuple[Diagnostic, ...], builder: Builder) -> Kept:
        root = self.names.files[self.unit.root.source.name]
        return Kept(
            model=model,
            diagnostics=found,
            names=self.names,
            builder=builder,
            keywords=self.keywords,
            whole=not _broken(self.unit.root.body),
            drafts={id(draft.node): draft for draft in root.walk()},
        )

    # ---- drafts

    def _place(
        self, documents: Iterable[ast.Document], own: dict[str, PropertySpec], applied: list[Applied]
    ) -> list[tuple[Draft, Change]]:
        """Place every document and apply its changes; what the root document extends at its top level."""
        extended: list[tuple[Draft, Change]] = []
        for layer, document in enumerate(documents):
            origin = Origin(document.source, language_of(document), layer, document.askew)
            root = Draft(None, ast.Element("", (), None, None, (), 1, 0), origin, None)
            self.names.files = {**self.names.files, document.source.name: root}
            self.names.aliases = {**self.names.aliases, document.source.name: self._aliases(document)}
            self.diagnostics.extend(unknown_language(document))
            placer = Placer(self.table, self.names, origin, own, self.keywords, self.diagnostics)
            placer.place(document.body, root)
            merger = Merger(placer, applied)
            for change in placer.directing.changes:
                target = merger.apply(change)
                if target is not None and document is self.unit.root and change.scope is root:
                    extended.append((target, change))
        return extended

    def _aliases(self, document: ast.Document) -> Mapping[str, Draft]:
        paths = self.unit.uses.get(document.source.name, {})
        found: dict[str, Draft] = {}
        for index, use in enumerate(used(document)):
            target = paths.get(use.path)
            draft = self.names.files.get(target.source.name) if target is not None else None
            if use.name and use.name in found:
                message = f"another file is used under the name `{use.name}` already"
                self.diagnostics.append(rules.DUPLICATE_ID.at(use.span, message, help="give one of them another name"))
            elif draft is not None:
                found[use.name or str(index)] = draft
            else:
                self.names.missing.setdefault(document.source.name, set()).add(use.name)
        return found

    def _roots(self) -> tuple[Draft, ...]:
        """The files, the root document first so that its elements keep the plainest paths."""
        root = self.names.files[self.unit.root.source.name]
        return (root, *(draft for draft in self.names.files.values() if draft is not root))

    # ---- the finished model

    def _complete(self, documents: Iterable[ast.Document]) -> bool:
        unread = any(item.severity is Severity.ERROR for item in self.diagnostics)
        return not unread and not any(_broken(document.body) for document in documents)

    def _journeys(self, builder: Builder, extended: Iterable[tuple[Draft, Change]]) -> tuple[Journey, ...]:
        root = self.names.files[self.unit.root.source.name]
        own = [child.path for child in root.children if child.is_a(Journey)]
        changed = [journey.path for draft, _ in extended if (journey := draft.around(Journey)) is not None]
        paths = own or list(dict.fromkeys(changed))
        elements = (builder.elements[path] for path in paths)
        return tuple(element for element in elements if isinstance(element, Journey))

    def _in_context(self, model: Model, extended: Iterable[tuple[Draft, Change]], qualifier: Qualifier) -> Model:
        """The model with its default point of view: a file that only extends one market's journey means that market."""
        root = self.names.files[self.unit.root.source.name]
        if any(child.is_a(Journey) for child in root.children):
            return model
        found = {self._qualifier_of(change, draft, qualifier) for draft, change in extended}
        if len(found) != 1:
            return model
        values = {name: value[0] for name, value in found.pop() if len(value) == 1}
        if not values:
            return model
        return attrs.evolve(model, context=_spoken(model, Context().narrowed(**values)))

    def _qualifier_of(self, change: Change, draft: Draft, qualifier: Qualifier) -> Qualifiers:
        return qualifier.resolve((Condition(change.origin, change.node, draft),)) or ()


def _broken(nodes: Iterable[ast.Node]) -> bool:
    return any(isinstance(node, ast.BrokenElement) or _broken(node.body) for node in nodes)


def _spoken(model: Model, context: Context) -> Context:
    """The context in the first language of its market, if the market names its languages."""
    markets = (market for market in model.all(Market) if market.id == context.market)
    tags = (tag for market in markets for tag in model.view(context)[market.locales])
    return context.narrowed(language=context.language or next(tags, ""))


def _allowances(roots: Iterable[Draft]) -> Iterator[Allowance]:
    for root in roots:
        for draft in root.walk():
            for allow in draft.allows:
                yield Allowance(
                    rule=allow.node.name or "",
                    reason=allow.node.text or "",
                    element=draft.path,
                    until=next((child.values[0].value for child in until(allow.node, allow.origin)), ""),
                    span=locate.name_span(allow.origin.source, allow.node),
                )


__all__ = ["Kept", "Resolution", "Unit", "Use", "WordTable", "resolve", "resolve_again", "used"]
