"""Locks: what a journey does not let a market's file change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic
from journeyql.model import rules
from journeyql.model.directives import Extend, Omit, directive_of
from journeyql.model.element import Element
from journeyql.model.kinds import Journey, Market
from journeyql.model.resolve.draft import Condition, Conditions, Draft
from journeyql.model.resolve.qualify import Qualifier
from journeyql.model.vocabulary import kind_of
from journeyql.source import Span
from journeyql.syntax import locate
from journeyql.wording import article

_MARKET = kind_of(Market).name


def broken_locks(roots: Iterable[Draft], elements: Mapping[str, Element], qualifier: Qualifier) -> Iterator[Diagnostic]:
    """A finding for each change that an extension for a market makes to a locked property, kind or element."""
    for root in roots:
        for draft in root.children:
            journey = elements.get(draft.path)
            names = frozenset(cell.value for cell in journey.locked.cells) if isinstance(journey, Journey) else ()
            if names:
                yield from _Locks(frozenset(names), qualifier).broken(draft, "")


@attrs.frozen(eq=False, repr=False)
class _Locks:
    """The names that a journey locks: of properties and kinds, and paths of elements."""

    names: frozenset[str]
    qualifier: Qualifier

    def broken(self, draft: Draft, outer: str) -> Iterator[Diagnostic]:
        """The changes of a draft and everything in it; `outer` is the lock on what surrounds it, empty if none."""
        lock = outer or self._on(draft)
        if lock and self._for_market(draft.within):
            yield _finding(_header(draft), f"a market cannot add {article(draft.kind_name)}", lock)
            return
        yield from self._changes(draft, lock)
        for child in draft.children:
            yield from self.broken(child, lock)

    def _on(self, draft: Draft) -> str:
        """The lock on an element: its kind, or the end of its path."""
        if draft.kind_name in self.names:
            return draft.kind_name
        steps = draft.path.split(".")
        ends = (".".join(steps[index:]) for index in range(len(steps)))
        return next((end for end in ends if end in self.names), "")

    def _changes(self, draft: Draft, lock: str) -> Iterator[Diagnostic]:
        for entry in (*draft.entries, *draft.own):
            held = entry.spec.name if entry.spec.name in self.names else lock
            if held and self._for_market(entry.conditions):
                span = locate.node_span(entry.origin.source, entry.node)
                yield _finding(span, "a market cannot change it", held)
        if lock:
            yield from self._further(draft, lock)

    def _further(self, draft: Draft, lock: str) -> Iterator[Diagnostic]:
        """Arrows that are added to a locked element, and where it is left out."""
        for flow in draft.flows:
            if self._for_market(flow.conditions):
                yield _finding(locate.node_span(flow.origin.source, flow.node), "a market cannot add an arrow", lock)
        for omission in draft.without:
            if self._for_market(omission.conditions):
                span = locate.node_span(omission.origin.source, omission.node)
                yield _finding(span, "a market cannot leave it out", lock)

    def _for_market(self, conditions: Conditions) -> bool:
        if not any(map(_extends, conditions)):
            return False
        found = self.qualifier.resolve(conditions) or ()
        return any(dimension == _MARKET for dimension, _ in found)


def _extends(condition: Condition) -> bool:
    """Whether a qualifier stands on a line that changes what is defined elsewhere."""
    node = condition.node
    return isinstance(node, ast.Element) and directive_of(node.kind, condition.origin.language) in (Extend, Omit)


def _header(draft: Draft) -> Span:
    return locate.node_span(draft.origin.source, draft.node)


def _finding(span: Span, message: str, lock: str) -> Diagnostic:
    hint = "leave the line out, or ask the journey's owner to unlock it"
    return rules.LOCKED.at(span, f"the journey locks `{lock}`: {message}", help=hint)
