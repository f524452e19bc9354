"""Changes that nobody will see: what they are about is left out wherever they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic, Related
from journeyql.model import rules
from journeyql.model.resolve.draft import Conditions, Draft, Omission, Origin
from journeyql.model.resolve.names import Names
from journeyql.model.resolve.qualify import Qualifier
from journeyql.model.resolve.words import STEPS
from journeyql.model.varying import Qualifiers
from journeyql.model.vocabulary import kind_of
from journeyql.source import Span
from journeyql.syntax import locate

_STEPS = tuple(kind_of(cls).name for cls in STEPS)


@attrs.frozen(eq=False, repr=False)
class Applied:
    """A line of an `extend`, or an `omit`, as it was applied: the element that it is about, and in which change it stands.

    A new element is about the one that it was put into, an arrow about the one in which it stands.
    """

    node: ast.Element | ast.Flow
    origin: Origin
    target: Draft
    conditions: Conditions
    outer: ast.Node | None = None


def lost(applied: Iterable[Applied], names: Names, qualifier: Qualifier) -> Iterator[Diagnostic]:
    """A finding for each change that is lost; not for those inside of it, too, nor for the first `omit` of an element."""
    return _Search(names, qualifier).found(applied)


@attrs.define(eq=False, repr=False)
class _Search:
    """What was told, and what was left out so far, by the identity of nodes."""

    names: Names
    qualifier: Qualifier
    told: set[int] = attrs.field(factory=set)
    passed: set[int] = attrs.field(factory=set)

    def found(self, applied: Iterable[Applied]) -> Iterator[Diagnostic]:
        """The findings, in the order of the changes."""
        for change in applied:
            if id(change.outer) in self.told:
                self.told.add(id(change.node))
                continue
            for name, span, draft in self._about(change):
                omission = self._omission(draft, change)
                if omission is not None:
                    self.told.add(id(change.node))
                    yield _finding(name, span, omission)
            self.passed.add(id(change.node))

    def _about(self, change: Applied) -> Iterator[tuple[str, Span, Draft]]:
        """What a change needs: what it is about, and for an arrow also where it leads to and comes from."""
        if isinstance(change.node, ast.Flow):
            yield from self._ends(change.node, change)
        else:
            span = locate.node_span(change.origin.source, change.node)
            yield change.target.node.name or change.target.id, span, change.target

    def _ends(self, node: ast.Flow, change: Applied) -> Iterator[tuple[str, Span, Draft]]:
        source = change.origin.source
        named = [(node.source, locate.source_span(source, node))] if node.source is not None else []
        named += [(name, locate.target_span(source, node, index)) for index, name in enumerate(node.targets)]
        for name, span in named:
            drafts = self.names.find(name, change.origin, change.target, _STEPS)
            if len(drafts) == 1:
                yield name, span, drafts[0]

    def _omission(self, draft: Draft, change: Applied) -> Omission | None:
        """What leaves an element out wherever a change holds."""
        where = self.qualifier.resolve(change.conditions)
        around = (omission for place in draft.outward() for omission in place.without)
        earlier = (one for one in around if one.node is not change.node and self._counts(one, change))
        return next((one for one in earlier if where is not None and self._covers(one, where)), None)

    def _counts(self, omission: Omission, change: Applied) -> bool:
        """Whether a change is lost by an omission: an omission only by an earlier one."""
        omits = any(omission.node is change.node for omission in change.target.without)
        return not omits or id(omission.node) in self.passed

    def _covers(self, omission: Omission, where: Qualifiers) -> bool:
        atoms = self.qualifier.resolve(omission.conditions)
        return atoms is not None and all(
            any(name == dimension and {*values} <= {*left_out} for name, values in where)
            for dimension, left_out in atoms
        )


def _finding(name: str, span: Span, omission: Omission) -> Diagnostic:
    related = (Related(locate.node_span(omission.origin.source, omission.node), "left out here"),)
    hint = "leave out one of the two lines, or qualify them"
    return rules.LOST_CHANGE.at(span, f"`{name}` is left out, so nobody will see this", help=hint, related=related)
