"""The syntax tree: what a `.journey` file says, before any word of it is understood.

Nodes hold a line (1-based) and a column (0-based, code points, indentation included) instead of spans;
values hold no place at all, so that equal values are shared. `journeyql.syntax.locate` finds the exact
characters when a message needs them. Whether a property stood on the header's line or below it is not kept.
"""

from __future__ import annotations

from typing import TypeAlias

import attrs

from journeyql.source import SourceFile


@attrs.frozen(weakref_slot=False)
class _Said:
    """A value as it is written; its class says what sort it is of."""

    value: str


class Text(_Said):
    """Words for people: `"…"`, or a `|` block. Escapes are already resolved."""

    __slots__ = ()


class Literal(_Said):
    """Anything else the machine reads, between backticks: a path, an address, a query."""

    __slots__ = ()


class Quantity(_Said):
    """A word that begins with a digit, a sign or `..`: number, percentage, duration, money, date, range."""

    __slots__ = ()


class Reference(_Said):
    """A bare name or dotted path: an enumerated word, `yes`, or the name of an element. NFC-normalised."""

    __slots__ = ()


Value: TypeAlias = Text | Literal | Quantity | Reference


@attrs.frozen(weakref_slot=False)
class Property:
    """`key[qualifiers]: value, value` with its options and children below it.

    A positional literal (`use `…``) has an empty key; `@app` has the key `channel`.
    """

    key: str
    qualifiers: tuple[str, ...]
    values: tuple[Value, ...]
    body: tuple[Node, ...]
    line: int
    column: int


@attrs.frozen(weakref_slot=False)
class Element:
    """`kind[qualifiers] name "text" …` with its properties and children; a bare text has an empty kind."""

    kind: str
    qualifiers: tuple[str, ...]
    name: str | None
    text: str | None
    body: tuple[Node, ...]
    line: int
    column: int


class BrokenElement(Element):
    """What could be saved of a line that fits no form; its mistake is already reported."""

    __slots__ = ()


@attrs.frozen(weakref_slot=False)
class Flow:
    """`source -> target -> target "condition" …`; without a source it starts at the surrounding touchpoint."""

    source: str | None
    targets: tuple[str, ...]
    condition: str | None
    body: tuple[Node, ...]
    line: int
    column: int


Node: TypeAlias = Property | Element | Flow


@attrs.frozen(weakref_slot=False)
class Document:
    """A whole file. `language` is that of its keywords (`# language: zh`), empty for English.

    `askew` are the lines whose indentation fits no block: where they stand is a guess, and reported already.
    """

    body: tuple[Node, ...]
    language: str = ""
    source: SourceFile = attrs.field(eq=False, default=SourceFile("-", ""))
    askew: frozenset[int] = attrs.field(eq=False, default=frozenset())
