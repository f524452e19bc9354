"""Resolves a file again of which one line has changed: what that line belongs to is built anew, all else is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic, Severity
from journeyql.model.element import Element
from journeyql.model.kinds import Journey, Lane, Market
from journeyql.model.model import Model
from journeyql.model.resolve.build import SCALE, Builder, Surroundings, surroundings
from journeyql.model.resolve.circles import LEADING
from journeyql.model.resolve.draft import Conditions, Draft, Entry
from journeyql.model.resolve.keywords import Keywords
from journeyql.model.resolve.names import Names
from journeyql.model.vocabulary import PropertySpec, changed, kind_of, properties_of, property_of
from journeyql.syntax.revising import Revision

_MARKET = kind_of(Market).name
#: What these say concerns other elements as well.
_FAR_REACHING = (*LEADING, SCALE, property_of(Journey.locked))


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Kept:
    """What resolving a file that uses no other leaves for its next revision; it serves one revision only.

    `diagnostics` are those of the resolution, `whole` says whether each line of the file has a form, `drafts` are its
    elements by the identity of their nodes.
    """

    model: Model
    diagnostics: tuple[Diagnostic, ...]
    names: Names
    builder: Builder
    keywords: Keywords
    whole: bool
    drafts: dict[int, Draft]

    @property
    def settled(self) -> bool:
        """Whether what is kept can be revised: one file with a journey, whose keywords are of one language."""
        return len(self.names.files) == 1 and bool(self.model.journeys) and not self.keywords.mixed


@attrs.frozen(eq=False, repr=False)
class Revised:
    """A revised model with its findings, and the paths of the elements that are new or refer to those that are."""

    kept: Kept
    concerned: frozenset[str]


def revised(kept: Kept, revision: Revision) -> Revised | None:
    """The resolution of a revised file; None where the whole file must be resolved, after which `kept` is of no use.

    That is so where more can have changed than one element and what it hands down: names, references that must not lead
    in a circle, scales, lanes, markets, arrows, changes by `extend`; and where other lines have findings because of it.
    """
    places = [index for index, pair in enumerate(revision.trail) if id(pair[0]) in kept.drafts]
    if not places or not kept.settled:
        return None
    change = _Change(kept, revision, places[-1])
    return change.applied() if change.is_local() else None


@attrs.frozen(eq=False, repr=False, slots=False)
class _Change:
    """A change of the draft whose node has the number `inner` on the trail."""

    kept: Kept
    revision: Revision
    inner: int

    @cached_property
    def draft(self) -> Draft:
        """The element that the line belongs to."""
        return self.kept.drafts[id(self.revision.trail[self.inner][0])]

    @cached_property
    def swaps(self) -> Mapping[int, ast.Node]:
        """The new nodes of properties, and of the title, by the identity of those that they replace."""
        below = self.revision.trail[self.inner + 1 :]
        old, new = self.revision.trail[self.inner]
        title = () if self.draft.node.text is None else ((old, new),)
        pairs = below[:1] or (*title, *_items(old, new, self.revision.line))
        return {id(one): other for one, other in pairs}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The properties of the draft that stand on the line."""
        return tuple(entry for entry in (*self.draft.entries, *self.draft.own) if id(entry.node) in self.swaps)

    @cached_property
    def drafts(self) -> tuple[Draft, ...]:
        """What is built anew: the draft, and if it hands the change down, all that stands in it."""
        return tuple(self.draft.walk()) if self._is_deep else (self.draft,)

    @cached_property
    def _is_deep(self) -> bool:
        """Whether any of it is handed down."""
        return any(entry.spec.inherits for entry in self.entries)

    # ---- whether it is local

    def is_local(self) -> bool:
        """Whether nothing else depends on the change."""
        (old, new), below = self.revision.trail[-1], self.revision.trail[self.inner + 1 :]
        return (
            self.draft.kind is not None
            and not self.draft.is_a(Lane)
            and all(isinstance(one, ast.Property) for one, _ in below)
            and _alike(old, new)
            and len(old.body) == len(new.body)
            and all(_alike(*pair) for pair in _items(old, new, self.revision.line))
            and len(self.entries) == len(self.swaps)
            and not any(_reaches_far(entry.spec) for entry in self.entries)
            and not self._renames(old, new)
            and not any(finding.points_to(self.revision.line) for finding in self._others())
        )

    def _renames(self, old: ast.Node, new: ast.Node) -> bool:
        """Whether the change gives an element another name, or one that findings elsewhere may speak of."""
        if not isinstance(old, ast.Element) or not isinstance(new, ast.Element) or old.text == new.text:
            return False
        return old.name is None or any(True for _ in self._others())

    def _others(self) -> Iterator[Diagnostic]:
        """The findings that are none of what is built anew."""
        dropped = {id(finding) for draft in self.drafts for finding in self.kept.builder.told.get(draft.path, ())}
        return (finding for finding in self.kept.diagnostics if id(finding) not in dropped)

    # ---- what it makes

    def applied(self) -> Revised | None:
        """The revised model; None if an element can no longer be built."""
        kept, others = self.kept, [*self._others()]
        around = self._surroundings()
        self._put()
        kept.names.forget_titles()
        for draft in self.drafts:
            kept.builder.told.pop(draft.path, None)
        kept.builder.diagnostics[:] = others
        made = self._built(self.draft, around)
        if len(made) != len(self.drafts):
            return None
        model = self._model({**dict(self._outer()), **made})
        left = attrs.evolve(kept, model=model, diagnostics=tuple(kept.builder.diagnostics))
        return Revised(left, frozenset(self._concerned(made, model)))

    def _surroundings(self) -> Surroundings:
        """What is handed down to the draft."""
        around: Surroundings = {}
        for place in reversed([*self.draft.outward()][1:]):
            if place.kind is not None:
                around = surroundings(self.kept.model.elements[place.path], around)
        return around

    def _put(self) -> None:
        """Put the new nodes into the drafts."""
        source = self.revision.document.source
        for old, new in self.revision.trail[: self.inner + 1]:
            draft = self.kept.drafts.pop(id(old), None)
            if draft is not None and isinstance(new, ast.Element):
                draft.node, draft.origin = new, attrs.evolve(draft.origin, source=source)
                draft.within = _requalified(draft.within, old, new)
                self.kept.drafts[id(new)] = draft
        self.draft.entries = [*map(self._swapped, self.draft.entries)]
        self.draft.own = tuple(map(self._swapped, self.draft.own))
        for old, _ in self.revision.trail:
            for node in (old, *old.body):
                self.kept.builder.qualifier.forget(node)

    def _swapped(self, entry: Entry) -> Entry:
        new = self.swaps.get(id(entry.node))
        if not isinstance(new, ast.Property | ast.Element):
            return entry
        conditions = _requalified(entry.conditions, entry.node, new)
        return attrs.evolve(entry, node=new, origin=self.draft.origin, conditions=conditions)

    def _built(self, draft: Draft, around: Surroundings) -> dict[str, Element]:
        """The new elements by their paths; one is missing if it cannot be built."""
        element = None if draft.kind is None else self.kept.builder.element(draft, draft.kind, around)
        if element is None:
            return {}
        if not self._is_deep:  # what it hands down has not changed, and those who have it keep it
            old = vars(self.kept.model.elements[draft.path])
            given = (spec.field for spec in element.entry.inheriting if spec.field in old)
            element = changed(element, {field: old[field] for field in given})
        made = {draft.path: element}
        within = surroundings(element, around)
        for child in draft.children if self._is_deep else ():
            made |= self._built(child, within)
        return made

    def _outer(self) -> Iterator[tuple[str, Element]]:
        """What surrounds the draft, with the new nodes."""
        for place in [*self.draft.outward()][1:]:
            if place.kind is not None:
                element = self.kept.model.elements[place.path]
                yield place.path, changed(element, {}, node=place.node, source=place.origin.source)

    def _model(self, made: Mapping[str, Element]) -> Model:
        """The model with some elements replaced."""
        old, builder = self.kept.model, self.kept.builder
        elements, children = {**old.elements, **made}, dict(old.children)
        for above in {old.parents[path] for path in made}:
            children[above] = tuple(made.get(child.path, child) for child in children[above])
        builder.elements = elements
        journeys = (made.get(journey.path, journey) for journey in old.journeys)
        return attrs.evolve(
            old,
            source=self.revision.document.source,
            elements=elements,
            children=children,
            journeys=tuple(journey for journey in journeys if isinstance(journey, Journey)),
            complete=self.kept.whole and all(item.severity is not Severity.ERROR for item in builder.diagnostics),
        )

    def _concerned(self, made: Iterable[str], model: Model) -> Iterator[str]:
        """The paths of what is new, what stands in it, who refers to it, and all that surrounds those."""
        referrers = self.kept.builder.reader.binder.referrers or {}
        below = (child.path for child in model.below(model.elements[self.draft.path]))
        for path in {*below, *made, *(one for name in made for one in referrers.get(name, ()))}:
            above = path
            while above:
                yield above
                above = model.parents[above]


def _items(old: ast.Node, new: ast.Node, line: int) -> Iterator[tuple[ast.Node, ast.Node]]:
    """What stands behind the head of a line, as it was and as it is."""
    return zip(
        (child for child in old.body if child.line == line),
        (child for child in new.body if child.line == line),
        strict=False,
    )


def _alike(old: ast.Node, new: ast.Node) -> bool:
    """Whether two nodes have the same words before their values."""
    if isinstance(old, ast.Property) and isinstance(new, ast.Property):
        return (old.key, old.qualifiers) == (new.key, new.qualifiers)
    if isinstance(old, ast.Element) and isinstance(new, ast.Element):
        same = (old.kind, old.qualifiers, old.name) == (new.kind, new.qualifiers, new.name)
        return same and (old.text is None) == (new.text is None)
    return False


def _reaches_far(spec: PropertySpec) -> bool:
    """Whether a property says something about other elements, or may bring a market into being."""
    options = properties_of(spec.options).values() if spec.options else ()
    return spec in _FAR_REACHING or any(_MARKET in one.value.targets for one in (spec, *options))


def _requalified(conditions: Conditions, old: ast.Node, new: ast.Property | ast.Element) -> Conditions:
    return tuple(attrs.evolve(one, node=new) if one.node is old else one for one in conditions)
