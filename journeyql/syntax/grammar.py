"""Lets Lark parse the shape of a line into a plan; imported only when a shape is met for the first time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from lark import Lark, Token, Tree, UnexpectedToken
from lark.lexer import Lexer

from journeyql.syntax.shapes import CHANNEL, ELEMENT, FLOW, LITERAL, NONE, PROPERTY, Item, Plan, Unexpected


class _Fed(Lexer):
    """No lexer: the tokens of a shape are fed one by one (and Lark need not compare terminals)."""

    def __init__(self, lexer_conf: Any) -> None: ...

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:  # noqa: ARG002 - Lark's own signature
        return iter(())


def grammar_text() -> str:
    """The grammar: packaged in an installation, beside the package in a checkout."""
    packaged = files("journeyql") / "_grammar"
    root: Traversable = packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / "grammar"
    return (root / "journey.lark").read_text(encoding="utf-8")


@cache
def _line_parser() -> Lark:
    return Lark(grammar_text(), parser="lalr", lexer=_Fed, start=["line"])


def parse_shape(kinds: tuple[str, ...]) -> Plan | Unexpected:
    """The plan of a line whose tokens have these kinds, or the first token that fits no form.

    >>> parse_shape(("NAME", "COLON", "QUANTITY"))
    (1, 0, (), -1, -1, (2,), (), 0)
    >>> parse_shape(("NAME", "QUANTITY")).index
    1
    """
    state = _line_parser().parse_interactive(None, start="line")
    for index, kind in enumerate(kinds):
        try:
            state.feed_token(Token(kind, str(index)))
        except UnexpectedToken:
            return Unexpected(index, _accepts(kinds[:index]))
    try:
        tree = state.feed_eof()  # type: ignore[no-untyped-call]
    except UnexpectedToken:
        return Unexpected(len(kinds), _accepts(kinds))
    return _plan(tree)


def _accepts(kinds: tuple[str, ...]) -> frozenset[str]:
    """What may follow; asked of a fresh parser, because a failed one has reduced too far."""
    state = _line_parser().parse_interactive(None, start="line")
    for index, kind in enumerate(kinds):
        state.feed_token(Token(kind, str(index)))
    return frozenset(state.accepts())  # type: ignore[no-untyped-call]


def _plan(tree: Tree[Token]) -> Plan:
    first = 1 if _tokens(tree, "BULLET") else 0
    form = _trees(tree)[0]
    return _FORMS[form.data](form, first)


def _element(tree: Tree[Token], first: int) -> Plan:
    titles = _trees(tree, "title")
    parts = [*_trees(tree, "item"), *(item for title in titles for item in _trees(title, "item"))]
    text = _index(_tokens(titles[0], "TEXT")) if titles else NONE
    names = _trees(tree, "name")
    name = _index(_tokens(names[0], "NAME")) if names else NONE
    kind, qualifiers = _head(tree)
    return (ELEMENT, kind, qualifiers, name, text, (), tuple(_item(_trees(part)[0]) for part in parts), first)


def _property(tree: Tree[Token], first: int) -> Plan:
    key, qualifiers = _head(tree)
    block = _index(_tokens(tree, "BLOCK"))
    items = tuple(_item(part) for part in _trees(tree) if part.data == "option")
    return (PROPERTY, key, qualifiers, NONE, block, _values(tree), items, first)


def _flow(tree: Tree[Token], first: int) -> Plan:
    sources = _trees(tree, "source")
    source = _index(_tokens(sources[0], "NAME")) if sources else NONE
    targets = tuple(_index(_tokens(target, "NAME")) for target in _trees(tree, "target"))
    items = tuple(_item(part) for part in _trees(tree, "option"))
    return (FLOW, source, (), NONE, _index(_tokens(tree, "TEXT")), targets, items, first)


_FORMS: dict[str, Callable[[Tree[Token], int], Plan]] = {"element": _element, "property": _property, "flow": _flow}


def _item(tree: Tree[Token]) -> Item:
    if tree.data == "channel":
        return (CHANNEL, (), (_index(_tokens(tree, "NAME")),), _index(_tokens(tree, "AT")))
    if tree.data == "literal":
        index = _index(_tokens(tree, "LITERAL"))
        return (LITERAL, (), (index,), index)
    key, qualifiers = _head(tree)
    return (key, qualifiers, _values(tree), key)


def _head(tree: Tree[Token]) -> tuple[int, tuple[int, ...]]:
    heads = _trees(tree, "head")
    if not heads:
        return NONE, ()
    qualifiers = tuple(int(token) for part in _trees(heads[0], "qualifiers") for token in _tokens(part, "NAME"))
    return _index(_tokens(heads[0], "NAME")), qualifiers


def _values(tree: Tree[Token]) -> tuple[int, ...]:
    values = [value for part in _trees(tree, "values") for value in _trees(part, "value")]
    return tuple(int(token) for value in values for token in _tokens(value))


def _trees(tree: Tree[Token], name: str = "") -> list[Tree[Token]]:
    return [child for child in tree.children if isinstance(child, Tree) and (not name or child.data == name)]


def _tokens(tree: Tree[Token], kind: str = "") -> list[Token]:
    return [child for child in tree.children if isinstance(child, Token) and (not kind or child.type == kind)]


def _index(tokens: list[Token]) -> int:
    return int(tokens[0]) if tokens else NONE
