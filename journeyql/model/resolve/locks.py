"""Locks: what a journey does not let a market's file change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeyql import ast
from journeyql.diagnostics import Diagnostic
from journeyql.model import rules
from journeyql.model.directives import Extend, Omit, directive_of
from journeyql.model.kinds import Journey, Market
from journeyql.model.resolve.draft import Condition, Conditions, Draft, Entry
from journeyql.model.resolve.qualify import Qualifier
from journeyql.model.vocabulary import kind_of, property_of
from journeyql.syntax import locate

_LOCKED = property_of(Journey.locked)
_MARKET = kind_of(Market).name


def broken_locks(roots: Iterable[Draft], qualifier: Qualifier) -> Iterator[Diagnostic]:
    """A finding for each change of a locked property, or of a locked element, by an extension for a market."""
    for root in roots:
        for journey in root.children:
            locked = {value.value for entry in journey.entries if entry.spec is _LOCKED for value in entry.values}
            if locked:
                for draft in journey.walk():
                    yield from _broken(draft, locked, qualifier)


def _broken(draft: Draft, locked: set[str], qualifier: Qualifier) -> Iterator[Diagnostic]:
    whole = bool(locked & {draft.id, draft.path, draft.path.partition(".")[2]})
    for entry in (*draft.entries, *draft.own):
        if (whole or entry.spec.name in locked) and _for_market(entry.conditions, qualifier):
            what = draft.id if whole and entry.spec.name not in locked else entry.spec.name
            yield _finding(entry, what)
    for conditions in draft.without:
        if whole and _for_market(conditions, qualifier):
            span = locate.node_span(conditions[0].origin.source, conditions[0].node)
            yield rules.LOCKED.at(span, f"the journey locks `{draft.id}`: a market cannot leave it out")


def _for_market(conditions: Conditions, qualifier: Qualifier) -> bool:
    if not any(map(_changes, conditions)):
        return False
    found = qualifier.resolve(conditions) or ()
    return any(dimension == _MARKET for dimension, _ in found)


def _changes(condition: Condition) -> bool:
    """Whether a qualifier stands on a line that changes what is defined elsewhere."""
    node = condition.node
    return isinstance(node, ast.Element) and directive_of(node.kind, condition.origin.language) in (Extend, Omit)


def _finding(entry: Entry, what: str) -> Diagnostic:
    span = locate.node_span(entry.origin.source, entry.node)
    message = f"the journey locks `{what}`: a market cannot change it"
    return rules.LOCKED.at(span, message, help="leave the line out, or ask the journey's owner to unlock it")
