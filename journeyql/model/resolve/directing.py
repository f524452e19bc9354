"""Directives as written: which files are used, which elements are to be changed, which rules are silenced."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic
from journeyql.model import rules
from journeyql.model.directives import Allow, Extend, UseFile, spec_of
from journeyql.model.quantity import Date
from journeyql.model.resolve.draft import AllowDraft, Conditions, Draft, Origin, longer
from journeyql.model.resolve.words import option, spellings
from journeyql.model.types import DATE
from journeyql.model.vocabulary import meant, property_of
from journeyql.spelling import did_you_mean
from journeyql.syntax import locate


@attrs.frozen(eq=False, repr=False)
class Change:
    """An `extend` or `omit` as written, where it stands; one in another has the outer one's conditions as well."""

    directive: type
    node: ast.Element
    origin: Origin
    scope: Draft
    conditions: Conditions


@attrs.define(eq=False, repr=False)
class Directing:
    """Takes note of the directives of one file."""

    diagnostics: list[Diagnostic]
    changes: list[Change] = attrs.field(factory=list)

    def take(self, directive: type, node: ast.Element, origin: Origin, into: Draft, conditions: Conditions) -> None:
        """Take note of one line."""
        if directive is not Extend:
            self._check_options(directive, node, origin)
        if directive in (Allow, UseFile) and node.qualifiers:
            span = locate.qualifier_span(origin.source, node)
            message = f"`{node.kind}` holds for everybody: it takes no brackets"
            self.diagnostics.append(rules.MISPLACED_QUALIFIER.at(span, message, help="leave them out"))
        if directive is Allow:
            self._allow(node, origin, into)
        elif directive is UseFile:
            self._use(node, origin, into)
        elif node.name is None:
            span = locate.node_span(origin.source, node)
            message, hint = f"`{node.kind}` needs the name of an element", f"write `{node.kind} journey.stage`"
            self.diagnostics.append(rules.UNNAMED_EXTENSION.at(span, message, help=hint))
        else:
            self.changes.append(Change(directive, node, origin, into, conditions))

    def _allow(self, node: ast.Element, origin: Origin, into: Draft) -> None:
        if node.name is None or not (node.text or "").strip():
            span = locate.node_span(origin.source, node)
            hint = f'write `{node.kind} RULE "why it does not count here"`'
            self.diagnostics.append(rules.REASONLESS_ALLOW.at(span, "a rule and a reason are needed", help=hint))
            return
        into.allows = longer(into.allows, AllowDraft(node, origin))
        for child in until(node, origin):
            if Date.parse(child.values[0].value) is None:
                span = locate.value_span(origin.source, child, 0)
                message = f"`{child.values[0].value}` is no date on which `{node.kind}` can end"
                self.diagnostics.append(rules.WRONG_VALUE.at(span, message, help=f"expected {DATE.expects}"))

    def _use(self, node: ast.Element, origin: Origin, into: Draft) -> None:
        span = locate.node_span(origin.source, node)
        if into.kind is not None:
            message = f"`{node.kind}` stands at the top level of a file"
            self.diagnostics.append(rules.MISPLACED_KIND.at(span, message, help="move it to the top of the file"))
        elif node.text is not None:
            message = "a path is for the machine: write it in backticks"
            self.diagnostics.append(rules.LITERAL_AS_TEXT.at(locate.text_span(origin.source, node), message))
        elif not any(True for _ in literals(node)):
            hint = f"write {node.kind} NAME `path/to/file.journey`"
            self.diagnostics.append(rules.MISSING_USE.at(span, f"`{node.kind}` needs a path in backticks", help=hint))

    def _check_options(self, directive: type, node: ast.Element, origin: Origin) -> None:
        """Report what stands behind or below a directive and says nothing there."""
        specs = tuple(spec_of(directive).options.values())
        known = spellings(specs, origin.language)
        for child in node.body:
            if not isinstance(child, ast.Property):
                span, message = locate.node_span(origin.source, child), f"nothing can stand in `{node.kind}`"
                hint = "the indentation says what a line belongs to"
                self.diagnostics.append(rules.MISPLACED_KIND.at(span, message, help=hint))
            elif child.key and meant(specs, child.key, origin.language) is None:
                hint = did_you_mean(child.key, known) or (f"it takes {', '.join(known)}" if known else "it takes none")
                message = f"`{node.kind}` has no option `{child.key}`"
                span = locate.key_span(origin.source, child)
                self.diagnostics.append(rules.UNKNOWN_OPTION.at(span, message, help=hint))


def until(node: ast.Element, origin: Origin) -> Iterator[ast.Property]:
    """The dates behind an `allow`."""
    for child in node.body:
        if isinstance(child, ast.Property) and option(Allow, child.key, origin.language) is property_of(Allow.until):
            yield child


def literals(node: ast.Element) -> Iterator[ast.Property]:
    """The bare literals of a line."""
    for child in node.body:
        if isinstance(child, ast.Property) and child.key == "" and child.values:
            yield child
