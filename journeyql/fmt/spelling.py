"""How words are spelled in a formatted file: the vocabulary's own name for each, in the language of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from journeyql import ast
from journeyql.fmt.meaning import Specs, Words
from journeyql.model import LITERAL, KindSpec, PropertySpec
from journeyql.model.resolve.words import ZH


@attrs.frozen(eq=False, repr=False)
class Spelling:
    """The names of words in the language `target`; `words` is what the file says in its own."""

    words: Words
    target: str

    def kind(self, written: str, kind: KindSpec | None) -> str:
        """The name of a kind; the word as it is written when that is none."""
        if kind is None:
            return written
        same = self.target == ZH and kind.zh and self.words.table.kind(kind.zh, ZH) is kind
        return kind.zh if same else kind.name

    def key(self, written: str, specs: Specs, lookup: Callable[[str, str], Specs]) -> str:
        """The name of a property or option; `lookup` tells what a word would mean at the same place."""
        names = {spec.name for spec in specs}
        if len(names) != 1:
            return written
        local = {spec.zh for spec in specs}
        if self.target == ZH and len(local) == 1 and "" not in local:
            (word,) = local
            if _names(lookup(word, ZH)) == names:
                return word
        return names.pop()

    def word(self, value: ast.Reference, specs: Specs) -> str:
        """A bare word: the name of an enumerated one, anything else as it is."""
        found = {self._word(value.value, spec) for spec in specs}
        return found.pop() if len(found) == 1 else value.value

    def _word(self, written: str, spec: PropertySpec) -> str:
        words = spec.value.words
        plain = meant(written, spec)
        local = words.get(plain, "")
        return local if self.target == ZH and local and meant(local, spec) == plain else plain


def meant(written: str, spec: PropertySpec) -> str:
    """The plain name of an enumerated word of a property; any other word as it is.

    >>> from journeyql.model import Touchpoint, properties_of
    >>> meant("峰值", properties_of(Touchpoint)["moment"])
    'peak'
    """
    words = spec.value.words
    return written if written in words else next((name for name, local in words.items() if local == written), written)


def is_literal(value: ast.Value, specs: Specs) -> bool:
    """Whether a value stands in backticks: it is a literal, or a text where every property takes a literal."""
    if isinstance(value, ast.Literal):
        return True
    literal = bool(specs) and all(spec.value is LITERAL for spec in specs)
    return literal and isinstance(value, ast.Text) and not any(sign in value.value for sign in "`\n")


def _names(specs: Iterable[PropertySpec]) -> set[str]:
    return {spec.name for spec in specs}
