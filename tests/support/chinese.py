"""The same file in Chinese words: every word of the vocabulary translated by the vocabulary, mechanically."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from journeyql import ast
from journeyql.model.directives import DIRECTIVES
from journeyql.model.kinds import CORE
from journeyql.model.kinds.words import STATE
from journeyql.model.terms import END, START, FlowTerms, Remarks
from journeyql.model.vocabulary import KindSpec, PropertySpec, kind_of, properties_of
from journeyql.source import SourceFile, Span
from journeyql.syntax import locate, parse

KINDS = {kind_of(cls).name: kind_of(cls) for cls in CORE}
DIRECTED = {spec.name: spec for spec in DIRECTIVES}
#: Words that are names of kinds or properties, wherever they stand as values.
WORDS = {spec.name: spec.zh for kind in KINDS.values() for spec in (*kind.properties.values(), kind)}


def translated(source: SourceFile, kinds: Mapping[str, str]) -> str:
    """A text in Chinese words, line by line the same; its first line must be a comment. `kinds`: those of named elements."""
    assert source.line_text(1).startswith("#")
    found = [*_Translator(source, kinds).nodes(parse(source).document.body, None)]
    text = source.text
    for span, word in sorted(set(found), key=lambda edit: edit[0].start, reverse=True):
        text = text[: span.start] + word + text[span.end :]
    return "# language: zh\n" + text.partition("\n")[2]


def named(nodes: Iterable[ast.Node]) -> Iterator[tuple[str, str]]:
    """The elements of a file that have a name, with their kinds."""
    for node in nodes:
        if isinstance(node, ast.Element) and node.kind not in DIRECTED:
            yield node.name or "", node.kind
        yield from named(node.body)


Edits = Iterator[tuple[Span, str]]


@attrs.frozen
class _Translator:
    source: SourceFile
    kinds: Mapping[str, str]

    def nodes(self, nodes: Iterable[ast.Node], inside: KindSpec | None) -> Edits:
        for node in nodes:
            if isinstance(node, ast.Flow):
                yield from self.flow(node)
            elif isinstance(node, ast.Property):
                yield from self.property(node, inside)
            else:
                yield from self.element(node)

    def element(self, node: ast.Element) -> Edits:
        yield from self.states(node)
        if node.kind in DIRECTED:
            yield locate.kind_span(self.source, node), DIRECTED[node.kind].zh
            yield from self.options(node.body, properties_of_directive(node.kind))
            kind = KINDS.get(self.kinds.get((node.name or "").rpartition(".")[2], ""))
        else:
            kind = KINDS[node.kind] if node.kind else None
            if kind is not None:
                yield locate.kind_span(self.source, node), kind.zh
        yield from self.nodes(node.body, kind)

    def property(self, node: ast.Property, inside: KindSpec | None) -> Edits:
        yield from self.states(node)
        spec = inside.properties.get(node.key) if inside is not None else None
        if spec is None and node.key in KINDS:
            yield locate.key_span(self.source, node), KINDS[node.key].zh
            yield from self.nodes(node.body, KINDS[node.key])
        elif spec is not None:
            yield from self.word(node, spec)
            more = properties_of(spec.options) if spec.options is not None else {}
            yield from self.options(node.body, {**properties_of(Remarks), **more})

    def options(self, nodes: Iterable[ast.Node], specs: Mapping[str, PropertySpec]) -> Edits:
        for node in nodes:
            if isinstance(node, ast.Property) and node.key in specs:
                yield from self.states(node)
                yield from self.word(node, specs[node.key])

    def word(self, node: ast.Property, spec: PropertySpec) -> Edits:
        key = locate.key_span(self.source, node)
        if key.text == node.key:
            yield key, spec.zh
        words = WORDS if spec.value.listed else spec.value.words
        for index, value in enumerate(node.values):
            if isinstance(value, ast.Reference) and value.value in words:
                yield locate.value_span(self.source, node, index), words[value.value]

    def flow(self, node: ast.Flow) -> Edits:
        if node.source == START.name:
            yield locate.source_span(self.source, node), START.zh
        for index, target in enumerate(node.targets):
            if target == END.name:
                yield locate.target_span(self.source, node, index), END.zh
        yield from self.options(node.body, properties_of(FlowTerms))

    def states(self, node: ast.Element | ast.Property) -> Edits:
        for index, word in enumerate(node.qualifiers):
            if word in STATE.words:
                yield locate.qualifier_span(self.source, node, index), STATE.words[word]


def properties_of_directive(name: str) -> Mapping[str, PropertySpec]:
    return DIRECTED[name].options
