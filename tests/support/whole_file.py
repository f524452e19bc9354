# ruff: noqa: RUF012 - as Lark declares it
"""The oracle of the parser: Lark parses the whole file by the published grammar and builds the tree on its way.

It shares the grammar and the tree's classes with the compiler, and neither layout, plans nor memos. It reads
only files without mistakes of syntax. The benchmark uses it as its baseline.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from lark import Lark, Token, Transformer
from lark.indenter import Indenter

from journeyql.ast import Document, Element, Flow, Literal, Node, Property, Quantity, Reference, Text, Value
from journeyql.source import SourceFile
from journeyql.syntax.grammar import grammar_text
from journeyql.syntax.values import name_of, text_of


class BlockIndenter(Indenter):
    """Indentation to tokens; the newline token already holds blank lines and whole-line comments."""

    NL_type = "_NL"
    OPEN_PAREN_types: list[str] = []
    CLOSE_PAREN_types: list[str] = []
    INDENT_type = "_INDENT"
    DEDENT_type = "_DEDENT"
    tab_len = 2


class Head(NamedTuple):
    """A key, kind or name with its qualifiers and place."""

    name: str
    qualifiers: tuple[str, ...]
    line: int
    column: int


class Draft(NamedTuple):
    """A node of a line that still waits for its block."""

    form: type
    fields: tuple[object, ...]
    items: tuple[Node, ...]
    place: tuple[int, int]


def place(token: Token) -> tuple[int, int]:
    return (token.line or 0, (token.column or 0) - 1)


def block_text(token: Token) -> Text:
    _, *found = [line.removesuffix("\r") for line in token.split("\n")]
    if not found:
        return Text("")
    first = next(line for line in found if line.strip())
    margin = len(first) - len(first.lstrip(" "))
    return Text("\n".join(line[margin:] if line.strip() else "" for line in found))


class Building(Transformer[Token, Document]):
    """One method for each rule of the grammar."""

    def file(self, children: list[Node]) -> Document:
        return Document(tuple(children))

    def statement(self, children: list[Any]) -> Node:
        draft, below = children[0], children[1] if len(children) > 1 else []
        node: Node = draft.form(*draft.fields, (*draft.items, *below), *draft.place)
        return node

    def block(self, children: list[Node]) -> list[Node]:
        return children

    def line(self, children: list[Any]) -> Draft:
        draft: Draft = children[-1]
        return draft

    def element(self, children: list[Any]) -> Draft:
        head = name = text = None
        items: list[Node] = []
        at: tuple[int, int] | None = None
        for child in children:
            if isinstance(child, Head):
                head, at = child, (child.line, child.column)
            elif isinstance(child, str):
                name = child
            elif isinstance(child, Property):
                items.append(child)
            else:
                text, rest, start = child
                items += rest
                at = at or start
        kind, qualifiers = (head.name, head.qualifiers) if head else ("", ())
        return Draft(Element, (kind, qualifiers, name, text), tuple(items), at or (0, 0))

    def title(self, children: list[Any]) -> tuple[str, list[Node], tuple[int, int]]:
        return text_of(children[0]), children[1:], place(children[0])

    def name(self, children: list[Token]) -> str:
        return name_of(str(children[0]))

    def property(self, children: list[Any]) -> Draft:
        head, _, *rest = children
        values = rest.pop(0) if rest and isinstance(rest[0], tuple) else ()
        if rest and isinstance(rest[0], Token):
            values = (block_text(rest.pop(0)),)
        return Draft(Property, (head.name, head.qualifiers, values), tuple(rest), (head.line, head.column))

    def flow(self, children: list[Any]) -> Draft:
        tokens = [child for child in children if isinstance(child, Token)]
        items = tuple(child for child in children if isinstance(child, Property))
        pairs = [child for child in children if isinstance(child, tuple)]
        sources = [pair for pair in pairs if len(pair) == 2]
        targets = tuple(pair[0] for pair in pairs if len(pair) == 3)
        at = sources[0][1] if sources else next(pair[1] for pair in pairs)
        condition = text_of(tokens[0]) if tokens else None
        return Draft(Flow, (sources[0][0] if sources else None, targets, condition), items, at)

    def source(self, children: list[Token]) -> tuple[str, tuple[int, int]]:
        return name_of(str(children[0])), place(children[0])

    def target(self, children: list[Token]) -> tuple[str, tuple[int, int], None]:
        return name_of(str(children[1])), place(children[0]), None

    def head(self, children: list[Any]) -> Head:
        qualifiers = children[1] if len(children) > 1 else ()
        return Head(name_of(str(children[0])), qualifiers, *place(children[0]))

    def qualifiers(self, children: list[Token]) -> tuple[str, ...]:
        return tuple(name_of(str(token)) for token in children if token.type == "NAME")

    def item(self, children: list[Property]) -> Property:
        return children[0]

    def option(self, children: list[Any]) -> Property:
        head, _, values = children
        return Property(head.name, head.qualifiers, values, (), head.line, head.column)

    def channel(self, children: list[Token]) -> Property:
        return Property("channel", (), (Reference(name_of(str(children[1]))),), (), *place(children[0]))

    def literal(self, children: list[Token]) -> Property:
        return Property("", (), (Literal(children[0][1:-1]),), (), *place(children[0]))

    def values(self, children: list[Any]) -> tuple[Value, ...]:
        return tuple(child for child in children if not isinstance(child, Token))

    def value(self, children: list[Token]) -> Value:
        token = children[0]
        if token.type == "TEXT":
            return Text(text_of(token))
        if token.type == "LITERAL":
            return Literal(token[1:-1])
        return Quantity(str(token)) if token.type == "QUANTITY" else Reference(name_of(str(token)))


def parser() -> Lark:
    """A new parser of whole files; its indenter holds state, so it is not shared between threads."""
    return Lark(
        grammar_text(), parser="lalr", lexer="basic", start="file", postlex=BlockIndenter(), transformer=Building()
    )


class WholeFile:
    """The oracle: `parse` gives the tree of a file that has no mistake of syntax."""

    def __init__(self) -> None:
        self._lark = parser()

    def parse(self, source: SourceFile) -> Document:
        """The tree, equal to that of `journeyql.syntax.parse`; the language comment is outside of the grammar."""
        text = source.text if source.text.endswith("\n") else source.text + "\n"
        document: Any = self._lark.parse(text)
        return Document(document.body, "", source)
