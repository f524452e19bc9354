"""`extend` and `omit`: changing elements that are defined elsewhere."""

from __future__ import annotations

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic
from journeyql.model import rules
from journeyql.model.directives import Extend, Omit, spec_of
from journeyql.model.element import AFTER, TITLE
from journeyql.model.kinds import Journey
from journeyql.model.resolve.directing import Change
from journeyql.model.resolve.draft import Conditions, Draft, Entry, FlowDraft, Omission, longer
from journeyql.model.resolve.lost import Applied
from journeyql.model.resolve.place import Placer
from journeyql.model.resolve.words import STEPS, spelled
from journeyql.model.vocabulary import KindSpec
from journeyql.source import Span
from journeyql.syntax import locate
from journeyql.wording import article

#: Of more elements with one name only the first ones are listed.
_MOST_NAMED = 20


@attrs.define(eq=False, repr=False)
class Merger:
    """Applies the changes that one file makes, after everything in it has its place."""

    placer: Placer
    applied: list[Applied] = attrs.field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.placer.extending = True

    def apply(self, change: Change, outer: ast.Node | None = None) -> Draft | None:
        """Apply one change and say which element it was about; `outer` is the line of a change that it stands in."""
        target = self._target(change)
        if target is None:
            return None
        conditions = (*change.conditions, *self.placer.condition(change.node, target))
        self.applied.append(Applied(change.node, change.origin, target, conditions, outer))
        if change.directive is Omit:
            target.without = longer(target.without, Omission(change.node, change.origin, conditions))
        else:
            self._merge(change.node, target, conditions)
        return target

    def _target(self, change: Change) -> Draft | None:
        name = change.node.name or ""
        found = self.placer.names.find(name, self.placer.origin, change.scope)
        if change.directive is Extend and len(found) > 1:
            journeys = [draft for draft in found if draft.is_a(Journey, *STEPS)]
            found = journeys or found
        if len(found) == 1:
            return found[0]
        if not found and self.placer.names.excused(name, self.placer.origin):
            return None
        span = locate.name_span(self.placer.origin.source, change.node)
        if found:
            self._ambiguous(name, found, span)
        else:
            near = self.placer.names.nearest(name.rpartition(".")[2], self.placer.table.kinds)
            message = f"there is no element `{name}` to {change.node.kind}"
            hint = _question(near) or "write the name of an element, or its path: `shop.pay`"
            self._report(rules.UNKNOWN_TARGET.at(span, message, help=hint))
        return None

    def _ambiguous(self, name: str, found: list[Draft], span: Span) -> None:
        paths = ", ".join(dotted(draft) for draft in found[:_MOST_NAMED])
        more = ", …" if len(found) > _MOST_NAMED else ""
        message = f"`{name}` is the name of several elements: {paths}{more}"
        self._report(rules.AMBIGUOUS_NAME.at(span, message, help="write the dotted path of the one you mean"))

    def _report(self, diagnostic: Diagnostic) -> None:
        self.placer.diagnostics.append(diagnostic)

    def _merge(self, node: ast.Element, target: Draft, conditions: Conditions) -> None:
        if node.text is not None and target.kind is not None:
            target.entries.append(Entry(TITLE, node, self.placer.origin, conditions))
        for child in node.body:
            if isinstance(child, ast.Flow):
                target.flows = longer(target.flows, FlowDraft(child, self.placer.origin, conditions))
                self.applied.append(Applied(child, self.placer.origin, target, conditions, node))
            elif isinstance(child, ast.Element):
                self._merge_element(child, target, conditions, node)
            else:
                self.placer.place((child,), target, conditions)

    def _merge_element(self, node: ast.Element, target: Draft, conditions: Conditions, outer: ast.Node) -> None:
        directive = self.placer.directive(node)
        if directive in (Extend, Omit) and node.name is not None:
            self.apply(Change(directive, node, self.placer.origin, target, conditions), outer)
            return
        kind = None if directive is not None else self.placer.kind_for(node, target)
        existing = self._existing(kind, node, target)
        if kind is None:
            self.placer.place((node,), target, conditions)
        elif existing is not None:
            inner = (*conditions, *self.placer.condition(node, existing))
            self.applied.append(Applied(node, self.placer.origin, existing, inner, outer))
            self._merge(node, existing, inner)
        elif node.text is None and not isinstance(node, ast.BrokenElement) and node.name is not None:
            self._missing(kind, node, target)
        else:
            self._new(kind, node, target, conditions, outer)

    def _existing(self, kind: KindSpec | None, node: ast.Element, target: Draft) -> Draft | None:
        if kind is None or node.name is None:
            return None
        below = [draft for draft in self.placer.names.below(target, node.name) if draft.kind is kind]
        found = [draft for draft in below if draft.parent is target] or below
        return found[0] if len(found) == 1 else None

    def _new(self, kind: KindSpec, node: ast.Element, target: Draft, conditions: Conditions, outer: ast.Node) -> None:
        """A new element: beside the one that it follows, or in the element that is extended."""
        after = self._after(kind, node)
        found = self._anchors(after, target) if after is not None else []
        home = found[0].parent if len(found) == 1 else None
        if home is not None and _holds(home, kind):
            self.applied.append(Applied(node, self.placer.origin, home, conditions, outer))
            self.placer.create(kind, node, home, conditions)
        elif after is None or _holds(target, kind):
            self.placer.place((node,), target, conditions)
        else:
            self._nowhere(kind, node, after, found)

    def _after(self, kind: KindSpec, node: ast.Element) -> ast.Property | None:
        """The property that says what a new element follows: that decides in which stage the element stands."""
        language = self.placer.origin.language
        given = (child for child in node.body if isinstance(child, ast.Property) and child.values)
        return next((one for one in given if self.placer.table.property(kind, one.key, language) is AFTER), None)

    def _anchors(self, after: ast.Property, target: Draft) -> list[Draft]:
        return self.placer.names.find(after.values[0].value, self.placer.origin, target, AFTER.value.targets)

    def _nowhere(self, kind: KindSpec, node: ast.Element, after: ast.Property, found: list[Draft]) -> None:
        """Say why a new element has no place, and that whoever names it has made no mistake."""
        name = after.values[0].value
        span = locate.value_span(self.placer.origin.source, after, 0)
        if node.name is not None:
            self.placer.names.unreadable.add(node.name)
        if len(found) > 1:
            self._ambiguous(name, found, span)
        elif found:
            message = (
                f"{article(kind.name)} cannot follow the {found[0].kind_name} `{name}`: they stand in different places"
            )
            self._report(rules.MISPLACED_AFTER.at(span, message, help=f"name {article(kind.name)} that it follows"))
        elif not self.placer.names.excused(name, self.placer.origin):
            near = self.placer.names.nearest(name.rpartition(".")[2], (kind.name,))
            self._report(rules.UNKNOWN_NAME.at(span, f"there is no {kind.name} `{name}`", help=_question(near)))

    def _missing(self, kind: KindSpec, node: ast.Element, target: Draft) -> None:
        near = self.placer.names.nearest(node.name or "", (kind.name,), within=target)
        message = f"there is no {kind.name} `{node.name}` here to change, and a new one needs a text"
        elsewhere = self.placer.names.find(node.name or "", self.placer.origin, target, (kind.name,))
        hint = _question(near) or f'write `{kind.name} {node.name} "…"` for a new one'
        if elsewhere:
            extend, path = spelled(spec_of(Extend), self.placer.origin.language), dotted(elsewhere[0])
            hint = f"to change the one that stands elsewhere, write `{extend} {path}`"
        self._report(rules.MISSING_TEXT.at(locate.node_span(self.placer.origin.source, node), message, help=hint))


def _holds(place: Draft, kind: KindSpec) -> bool:
    return place.kind is not None and place.kind.may_hold(kind)


def _question(near: str | None) -> str:
    return f"did you mean `{near}`?" if near else ""


def dotted(draft: Draft) -> str:
    """The path of a draft as people write it."""
    return ".".join(place.id for place in reversed(tuple(draft.outward())) if place.kind is not None)
