"""What each form of a line becomes in the tree."""

from __future__ import annotations

import pytest

from journeyql.ast import (
    BrokenElement,
    Document,
    Element,
    Flow,
    Literal,
    Node,
    Property,
    Quantity,
    Reference,
    Text,
    Value,
)
from journeyql.source import SourceFile
from journeyql.syntax import Parsed, parse


def read(text: str) -> Parsed:
    return parse(SourceFile("a.journey", text))


def one(text: str) -> Node:
    parsed = read(text)
    assert not parsed.diagnostics
    assert len(parsed.document.body) == 1
    return parsed.document.body[0]


def prop(
    key: str, *values: Value, column: int, q: tuple[str, ...] = (), body: tuple[Node, ...] = (), line: int = 1
) -> Property:
    return Property(key, q, values, body, line, column)


A, B = Reference("a"), Reference("b")

FORMS: list[tuple[str, Node]] = [
    ("stage", Element("stage", (), None, None, (), 1, 0)),
    ("stage report", Element("stage", (), "report", None, (), 1, 0)),
    ('stage "Report"', Element("stage", (), None, "Report", (), 1, 0)),
    ('"Report"', Element("", (), None, "Report", (), 1, 0)),
    ('"Report" x=1', Element("", (), None, "Report", (prop("x", Quantity("1"), column=9),), 1, 0)),
    ("stage[JP, market.de] r", Element("stage", ("JP", "market.de"), "r", None, (), 1, 0)),
    ("pay @a @b", Element("pay", (), None, None, (prop("channel", A, column=4), prop("channel", B, column=7)), 1, 0)),
    (
        "pay x=a y[b]=1, b",
        Element("pay", (), None, None, (prop("x", A, column=4), prop("y", Quantity("1"), B, column=8, q=("b",))), 1, 0),
    ),
    ("use base `r.journey`", Element("use", (), "base", None, (prop("", Literal("r.journey"), column=9),), 1, 0)),
    ("use `r`", Element("use", (), None, None, (prop("", Literal("r"), column=4),), 1, 0)),
    ("omit report.call", Element("omit", (), "report.call", None, (), 1, 0)),
    ("extend[CN] base.repair", Element("extend", ("CN",), "base.repair", None, (), 1, 0)),
    (
        'allow rule "reason" until=2026-12-01',
        Element("allow", (), "rule", "reason", (prop("until", Quantity("2026-12-01"), column=20),), 1, 0),
    ),
    ("use", Element("use", (), None, None, (), 1, 0)),
    ('pay x=1 "Pays"', Element("pay", (), None, "Pays", (prop("x", Quantity("1"), column=4),), 1, 0)),
    ("emotion: 2", prop("emotion", Quantity("2"), column=0)),
    ("emotion[mei]: 2", prop("emotion", Quantity("2"), column=0, q=("mei",))),
    ("a: a, b", prop("a", A, B, column=0)),
    (
        "wait: 4min target=1min",
        prop("wait", Quantity("4min"), column=0, body=(prop("target", Quantity("1min"), column=11),)),
    ),
    ('touchpoint: "X"', prop("touchpoint", Text("X"), column=0)),
    ("a -> b", Flow("a", ("b",), None, (), 1, 0)),
    ("a->b", Flow("a", ("b",), None, (), 1, 0)),
    ("-> b", Flow(None, ("b",), None, (), 1, 0)),
    (
        'start -> b -> x.c "if" share=8%',
        Flow("start", ("b", "x.c"), "if", (prop("share", Quantity("8%"), column=23),), 1, 0),
    ),
    ("a：“b”", prop("a", Text("b"), column=0)),
    ("- stage report", Element("stage", (), "report", None, (), 1, 2)),
    ("cafe\u0301: 1", prop("caf\u00e9", Quantity("1"), column=0)),
    (r'"a\"b\\c\nd\u{1F600}"', Element("", (), None, 'a"b\\c\nd\U0001f600', (), 1, 0)),
]


@pytest.mark.parametrize(("line", "node"), FORMS, ids=[line for line, _ in FORMS])
def test_forms(line: str, node: Node) -> None:
    assert read(line).document.body == (node,)
    assert read(f"\n# note\n{line}  # why\n").document.body[0] != node
    assert all(finding.rule.name == "typographic-twin" for finding in read(line).diagnostics)


VALUES = [
    (word, Quantity(word))
    for word in "3 -1 +1 4.2 35% 90s 1h30min 12.50EUR 2026-11-21 2026-Q4 23:00 22:00..08:00 1..5 ..15 4分钟 1.200".split()
] + [("yes", Reference("yes")), ("a.b-c", Reference("a.b-c")), ('"x"', Text("x")), ("`# x`", Literal("# x"))]


@pytest.mark.parametrize(("word", "value"), VALUES, ids=[word for word, _ in VALUES])
def test_values(word: str, value: Value) -> None:
    assert one(f"key: {word}") == prop("key", value, column=0)
    assert one(f"kind key={word}") == Element("kind", (), None, None, (prop("key", value, column=5),), 1, 0)


def test_items_come_before_the_block() -> None:
    found = one("pay x=1\n  y: 2\n  pain\n    z: 3\n")
    assert isinstance(found, Element)
    assert [type(node).__name__ for node in found.body] == ["Property", "Property", "Element"]
    assert found.body[2] == Element("pain", (), None, None, (prop("z", Quantity("3"), column=4, line=4),), 3, 2)


def test_options_may_stand_below_a_property() -> None:
    assert one("wait:\n  target: 1min\n") == prop(
        "wait", column=0, body=(prop("target", Quantity("1min"), column=2, line=2),)
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("quote: |\n  one\n  two\n", "one\ntwo"),
        ("quote: |\r\n  one\r\n\r\n    two\r\n", "one\n\n  two"),
        ('quote: | # said\n      # kept\n      "kept\\n\n\n', '# kept\n"kept\\n'),
        ("quote: |\n\n  one", "\none"),
    ],
)
def test_block_texts(text: str, words: str) -> None:
    assert one(text) == prop("quote", Text(words), column=0)


def test_a_block_text_ends_where_the_indentation_does() -> None:
    body = read("a\n  q: |\n      one\n    x: 1\n  y: 2\n").document.body
    assert body[0].body == (
        prop("q", Text("one"), column=2, line=2, body=(prop("x", Quantity("1"), column=4, line=4),)),
        prop("y", Quantity("2"), column=2, line=5),
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("# language: zh\njourney", "zh"),
        ("\n\n#language: pt-BR\r\n", "pt-BR"),
        ("journey\n# language: zh", ""),
        ("# a\n# language: zh", ""),
        ("", ""),
    ],
)
def test_language(text: str, language: str) -> None:
    assert read(text).document.language == language


def test_a_broken_line_keeps_its_children_and_neighbours() -> None:
    parsed = read('stage a\n  touchpoint file: "Files"\n    emotion: 2\n  touchpoint next\nstage b\n')
    stage = parsed.document.body[0]
    assert [node.name for node in parsed.document.body] == ["a", "b"]
    assert stage.body[0] == BrokenElement(
        "touchpoint", (), "file", "Files", (prop("emotion", Quantity("2"), column=4, line=3),), 2, 2
    )
    assert stage.body[1] == Element("touchpoint", (), "next", None, (), 4, 2)
    assert [finding.rule.name for finding in parsed.diagnostics] == ["colon-after-header"]


def test_an_unclosed_text_is_the_rest_of_the_line() -> None:
    body = read('touchpoint file "Files # it\n  emotion: 2\n').document.body
    assert body == (
        BrokenElement(
            "touchpoint", (), "file", "Files # it", (prop("emotion", Quantity("2"), column=2, line=2),), 1, 0
        ),
    )


def test_equal_values_are_shared() -> None:
    body = read("a: app\nb: app\n").document.body
    assert body[0].values is body[1].values


def test_the_source_is_kept_and_does_not_decide_equality() -> None:
    parsed = read("a")
    assert parsed.document.source.name == "a.journey"
    assert parsed.document == Document((Element("a", (), None, None, (), 1, 0),))
