"""Arrows: binding the ends of flows to stages and touchpoints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic
from journeyql.model import rules
from journeyql.model.element import EVERYWHERE, Presence
from journeyql.model.flow import Arrow
from journeyql.model.kinds import Journey
from journeyql.model.resolve.bind import Binder
from journeyql.model.resolve.build import Builder
from journeyql.model.resolve.draft import Condition, Draft, Entry, FlowDraft
from journeyql.model.resolve.words import STEPS, option, spellings
from journeyql.model.terms import END, START, FlowTerms, Terminal
from journeyql.model.varying import NONE, Cell, Many, Varying
from journeyql.model.vocabulary import PropertySpec, kind_of, make, meant, properties_of, property_of
from journeyql.source import Span
from journeyql.spelling import nearest
from journeyql.syntax import locate

_STEPS = tuple(kind_of(cls).name for cls in STEPS)
_ON_ONE_ARROW = tuple(
    property_of(field) for field in (FlowTerms.share, FlowTerms.if_, FlowTerms.unless, FlowTerms.delay)
)


@attrs.define(eq=False, repr=False)
class ArrowReader:
    """Turns the arrow lines of a draft into arrows of the model."""

    binder: Binder
    builder: Builder
    diagnostics: list[Diagnostic]

    def read(self, draft: Draft) -> Iterator[Arrow]:
        """The arrows written in a draft and everything in it."""
        for place in draft.walk():
            for flow in place.flows:
                yield from self._line(flow, place)

    def _line(self, flow: FlowDraft, place: Draft) -> Iterator[Arrow]:
        journey = place.around(Journey)
        source = self._source(flow, place)
        if journey is None or source is None:
            return
        terms = self._terms(flow, place)
        presence = self._presence(flow)
        condition = _condition(flow)
        self._check_chain(flow)
        for index in range(len(flow.node.targets)):
            target = self._end(flow, place, index)
            if target is None or self._goes_on(flow, index, target):
                return
            yield Arrow(
                journey=journey.path,
                source=source,
                target=target,
                condition=condition,
                terms=terms,
                presence=presence,
                span=locate.target_span(flow.origin.source, flow.node, index),
            )
            source = target

    def _presence(self, flow: FlowDraft) -> Presence:
        within = self.builder.qualifier.resolve(flow.conditions)
        self.builder.qualifiers.add(within or ())
        if within is None:
            return Presence((("state", ()),))
        return Presence(within) if within else EVERYWHERE

    def _source(self, flow: FlowDraft, place: Draft) -> str | None:
        name = flow.node.source
        if name is None:
            if place.is_a(*STEPS):
                return place.path
            span = locate.node_span(flow.origin.source, flow.node)
            hint = "write the name of the touchpoint before the arrow"
            if not flow.origin.guessed(flow.node):
                self.diagnostics.append(rules.LOST_FLOW.at(span, "this arrow has no beginning", help=hint))
            return None
        return self._step(name, START, locate.source_span(flow.origin.source, flow.node), flow, place)

    def _end(self, flow: FlowDraft, place: Draft, index: int) -> str | None:
        span = locate.target_span(flow.origin.source, flow.node, index)
        return self._step(flow.node.targets[index], END, span, flow, place)

    def _goes_on(self, flow: FlowDraft, index: int, target: str) -> bool:
        """Whether an arrow leads on from the end of the journey, which is reported."""
        following = index + 1 < len(flow.node.targets)
        if target or not following:
            return False
        span = locate.target_span(flow.origin.source, flow.node, index)
        message = f"nothing comes after `{flow.node.targets[index]}`: it is the end of the journey"
        hint = "end the line here, and begin another with the step that the next arrow leaves"
        self.diagnostics.append(rules.LOST_FLOW.at(span, message, help=hint))
        return True

    def _step(self, name: str, terminal: Terminal, span: Span, flow: FlowDraft, place: Draft) -> str | None:
        ends = meant((terminal,), name, flow.origin.language) is not None
        if ends and not self.binder.names.find(name, flow.origin, place, _STEPS):
            return ""
        other = END if terminal is START else START
        turned = meant((other,), name, flow.origin.language) is not None
        if turned and not self.binder.names.find(name, flow.origin, place):
            where = "before" if other is START else "behind"
            message = f"`{name}` is the {other.name} of the journey: it stands {where} an arrow"
            self.diagnostics.append(rules.LOST_FLOW.at(span, message, help="turn the arrow round"))
            return None
        found = self.binder.bind(name, _STEPS, flow.origin, place, lambda: span)
        return found.path if found is not None and self._in_journey(name, found.path, span, place) else None

    def _in_journey(self, name: str, path: str, span: Span, place: Draft) -> bool:
        """Whether a step is part of the journey in which an arrow stands; it is reported if not."""
        own, other = place.around(Journey), path
        while not isinstance(self.builder.elements.get(other), Journey | None):
            other = self.builder.parents[other]
        if own is None or other == own.path:
            return True
        message = f"`{name}` is a step of the journey `{other}`, and this arrow stands in `{own.path}`"
        hint = f"to lead there, give the step that tells it in short `journey={other}`; or move the arrow"
        self.diagnostics.append(rules.LOST_FLOW.at(span, message, help=hint))
        return False

    def _check_chain(self, flow: FlowDraft) -> None:
        words = (child.key for child in flow.node.body if isinstance(child, ast.Property))
        options = [word for word in words if option(FlowTerms, word, flow.origin.language) in _ON_ONE_ARROW]
        if len(flow.node.targets) > 1 and (flow.node.condition is not None or options):
            span = locate.node_span(flow.origin.source, flow.node)
            message = "a condition or share on a chain of arrows does not say which arrow it is for"
            hint = "write each arrow on a line of its own"
            self.diagnostics.append(rules.CONDITION_ON_CHAIN.at(span, message, help=hint))

    def _terms(self, flow: FlowDraft, place: Draft) -> FlowTerms:
        cells: dict[str, list[Cell[Any]]] = {}
        specs: dict[str, PropertySpec] = {}
        for child in flow.node.body:
            if not isinstance(child, ast.Property):
                continue
            spec = option(FlowTerms, child.key, flow.origin.language)
            if spec is None:
                self._unknown(child, flow)
                continue
            specs[spec.field] = spec
            condition = (Condition(flow.origin, child, place),) if child.qualifiers else ()
            entry = Entry(spec, child, flow.origin, condition)
            cells.setdefault(spec.field, []).extend(self.builder.reader.cells(entry, place))
        for name, found in cells.items():
            if not specs[name].many:
                self.builder.reader.check_repeated(found, specs[name])
        made: dict[str, Any] = {
            name: Many(tuple(found)) if specs[name].many else Varying(tuple(found)) for name, found in cells.items()
        }
        return make(FlowTerms, made)

    def _unknown(self, node: ast.Property, flow: FlowDraft) -> None:
        known = spellings(properties_of(FlowTerms).values(), flow.origin.language)
        near = nearest(node.key, known)
        hint = f"did you mean `{near}`?" if near else f"an arrow takes {', '.join(known)}"
        span = locate.key_span(flow.origin.source, node)
        self.diagnostics.append(rules.UNKNOWN_OPTION.at(span, f"an arrow has no option `{node.key}`", help=hint))


def _condition(flow: FlowDraft) -> Varying[str]:
    """The words on an arrow, as a value that another language can say differently."""
    if not flow.node.condition:
        return NONE
    cell = Cell(flow.node.condition, (), flow.origin.source, flow.node, 0, flow.origin.layer)
    return Varying((cell,))
