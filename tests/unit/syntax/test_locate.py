"""Spans are the exact words of each part."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from lines_of import files

from journeyql.ast import Element, Flow, Literal, Node, Property, Text
from journeyql.source import SourceFile, Span
from journeyql.syntax import locate, parse
from journeyql.syntax.layout import lines
from journeyql.syntax.values import name_of, text_of, value_of


def every(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from every(node.body)


def check_property(source: SourceFile, node: Property) -> None:
    key = locate.key_span(source, node).text
    assert key == "@" if node.key == "channel" and key == "@" else name_of(key) == node.key or not node.key
    for index, value in enumerate(node.values):
        words = locate.value_span(source, node, index).text
        if words[0] in '"“„«`' or not isinstance(value, Text):
            assert value_of(words) == value
        else:
            assert [line.strip() for line in words.split("\n")] == [line.strip() for line in value.value.split("\n")]
    for index, qualifier in enumerate(node.qualifiers):
        assert name_of(locate.qualifier_span(source, node, index).text) == qualifier


def check_element(source: SourceFile, node: Element) -> None:
    if node.kind:
        assert name_of(locate.kind_span(source, node).text) == node.kind
    if node.name is not None:
        assert name_of(locate.name_span(source, node).text) == node.name
    if node.text is not None:
        assert text_of(locate.text_span(source, node).text) == node.text
    for index, qualifier in enumerate(node.qualifiers):
        assert name_of(locate.qualifier_span(source, node, index).text) == qualifier


def check_flow(source: SourceFile, node: Flow) -> None:
    first = locate.source_span(source, node).text
    assert name_of(first) == node.source if node.source is not None else first == "->"
    for index, target in enumerate(node.targets):
        assert name_of(locate.target_span(source, node, index).text) == target
    if node.condition is not None:
        assert text_of(locate.text_span(source, node).text) == node.condition


@settings(max_examples=150, deadline=None)
@given(files())
def test_spans_of_made_up_files(text: str) -> None:
    source = SourceFile("made-up", text)
    codes = [line.code for line in lines(text)]
    for node in every(parse(source).document.body):
        if isinstance(node, Property):
            check_property(source, node)
        elif isinstance(node, Element):
            check_element(source, node)
        else:
            check_flow(source, node)
        span = locate.node_span(source, node)
        assert span.start == source.offset(node.line, node.column)
        assert span.text in codes[node.line - 1]


LINE = "  - touchpoint[DE，JP] file “Files” ＠app emotion[mei]＝2、x `a`"


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (locate.node_span, LINE.strip()[2:]),
        (locate.kind_span, "touchpoint"),
        (locate.name_span, "file"),
        (locate.text_span, "“Files”"),
        (lambda s, n: locate.qualifier_span(s, n, 1), "JP"),
        (lambda s, n: locate.node_span(s, n.body[0]), "＠app"),
        (lambda s, n: locate.key_span(s, n.body[0]), "＠"),
        (lambda s, n: locate.value_span(s, n.body[0]), "app"),
        (lambda s, n: locate.node_span(s, n.body[1]), "emotion[mei]＝2、x"),
        (lambda s, n: locate.qualifier_span(s, n.body[1]), "mei"),
        (lambda s, n: locate.value_span(s, n.body[1], 1), "x"),
        (lambda s, n: locate.value_span(s, n.body[1], 7), "emotion"),
        (lambda s, n: locate.key_span(s, n.body[2]), "`a`"),
    ],
)
def test_a_line_with_twins(part: object, words: str) -> None:
    source = SourceFile("a", f"x\n{LINE}  # why\n")
    node = parse(source).document.body[0].body[0]
    assert callable(part)
    assert part(source, node).text == words


def test_a_flow_with_several_targets() -> None:
    source = SourceFile("a", 'x\n  a→b -> c.d "if" share=8%\n')
    (flow,) = parse(source).document.body[0].body
    assert isinstance(flow, Flow)
    found: list[Span] = [
        locate.source_span(source, flow),
        locate.target_span(source, flow, 0),
        locate.target_span(source, flow, 1),
        locate.text_span(source, flow),
        locate.node_span(source, flow),
        locate.key_span(source, flow.body[0]),  # type: ignore[arg-type]
    ]
    assert [span.text for span in found] == ["a", "b", "c.d", '"if"', 'a→b -> c.d "if" share=8%', "share"]


def test_a_block_text() -> None:
    source = SourceFile("a", "x\n  q: |\n\n    one\n      two\n\n  y: 1\n")
    prop = parse(source).document.body[0].body[0]
    assert isinstance(prop, Property)
    assert locate.value_span(source, prop).text == "one\n      two"
    assert locate.key_span(source, prop).text == "q"


@pytest.mark.parametrize(
    ("text", "kind", "name", "words"),
    [
        ('touchpoint file: "X" a=1', "touchpoint", "file", '"X"'),
        ('touchpoint file "X y', "touchpoint", "file", '"X y'),
        ("emotion 2", "emotion", "emotion", "emotion"),
        ("}", "}", "}", "}"),
        ("- ]", "- ]", "- ]", "- ]"),
    ],
)
def test_what_was_saved_of_a_broken_line(text: str, kind: str, name: str, words: str) -> None:
    source = SourceFile("a", text)
    node = parse(source).document.body[0]
    assert isinstance(node, Element)
    spans = locate.kind_span(source, node), locate.name_span(source, node), locate.text_span(source, node)
    assert [span.text for span in spans] == [kind, name, words]


def test_a_literal_is_a_value() -> None:
    source = SourceFile("a", "use base `r.journey`")
    prop = parse(source).document.body[0].body[0]
    assert isinstance(prop, Property)
    assert prop.values == (Literal("r.journey"),)
    assert locate.value_span(source, prop).text == "`r.journey`"
