"""Reads a formula into steps for a stack: operands first, then what is done with them."""

from __future__ import annotations

from collections.abc import Container

import attrs

from journeyql_priorities.formulas.tokens import Slip, Token, tokens

#: Deeper brackets, signs and powers are refused: nobody could read them.
DEEPEST = 40
#: A number, the name of an input, or an operation with the number of its operands.
Step = float | str | tuple[str, int]
FUNCTIONS = ("min", "max")
NEGATED = ("neg", 1)


@attrs.frozen(eq=False, repr=False)
class Formula:
    """A formula as written, its steps, and the names of its inputs in the order in which they come."""

    text: str
    steps: tuple[Step, ...]
    names: tuple[str, ...]


def parsed(text: str, known: Container[str]) -> Formula | Slip:
    """The formula of a text whose inputs are all `known`, or what is wrong with it.

    >>> parsed("impact / effort", {"impact", "effort"}).steps
    ('impact', 'effort', ('/', 2))
    >>> parsed("imapct / effort", {"impact", "effort"})
    Slip(column=1, words='there is no input `imapct`', word='imapct')
    """
    words = tokens(text)
    if isinstance(words, Slip):
        return words
    reader = _Reader(words, known)
    reader.sum(0)
    if reader.slip is None and reader.now.kind != "end":
        reader.refuse(f"expected an operator before `{reader.now.text}`")
    if reader.slip is not None:
        return reader.slip
    names = dict.fromkeys(step for step in reader.steps if isinstance(step, str))
    return Formula(text, tuple(reader.steps), tuple(names))


@attrs.define(eq=False, repr=False)
class _Reader:
    """Goes through the words once; after the first slip everything that follows is left alone."""

    words: tuple[Token, ...]
    known: Container[str]
    steps: list[Step] = attrs.field(factory=list)
    place: int = 0
    slip: Slip | None = None

    @property
    def now(self) -> Token:
        return self.words[self.place]

    def refuse(self, problem: str, token: Token | None = None, word: str = "") -> None:
        """Note the first slip, and end the reading there."""
        self.slip = self.slip or Slip((token or self.now).column, problem, word)
        self.place = len(self.words) - 1

    def take(self, *kinds: str) -> Token | None:
        """The next word if it is one of these kinds."""
        token = self.now
        if token.kind not in kinds or token.kind == "end":
            return None
        self.place += 1
        return token

    def sum(self, depth: int) -> None:
        self.product(depth)
        while sign := self.take("+", "-"):
            self.product(depth)
            self.steps.append((sign.kind, 2))

    def product(self, depth: int) -> None:
        self.sign(depth)
        while sign := self.take("*", "/"):
            self.sign(depth)
            self.steps.append((sign.kind, 2))

    def sign(self, depth: int) -> None:
        if depth > DEEPEST:
            self.refuse(f"brackets, signs and powers go at most {DEEPEST} deep")
        elif sign := self.take("-", "+"):
            self.sign(depth + 1)
            self.steps.extend((NEGATED,) if sign.kind == "-" else ())
        else:
            self.power(depth)

    def power(self, depth: int) -> None:
        self.atom(depth)
        if self.take("^"):
            self.sign(depth + 1)
            self.steps.append(("^", 2))

    def atom(self, depth: int) -> None:
        if number := self.take("number"):
            self.steps.append(float(number.text))
        elif name := self.take("name"):
            self.name(name, depth)
        elif self.take("("):
            self.sum(depth + 1)
            self.close()
        else:
            self.refuse("expected a number, an input or a bracket")

    def name(self, name: Token, depth: int) -> None:
        if name.text in FUNCTIONS:
            self.call(name.text, depth)
        elif name.text in self.known:
            self.steps.append(name.text)
        else:
            self.refuse(f"there is no input `{name.text}`", name, name.text)

    def call(self, function: str, depth: int) -> None:
        if not self.take("("):
            self.refuse(f"expected `(` after `{function}`")
            return
        count = 1
        self.sum(depth + 1)
        while self.take(","):
            self.sum(depth + 1)
            count += 1
        self.close()
        self.steps.append((function, count))

    def close(self) -> None:
        if not self.take(")"):
            self.refuse("expected `)`")
