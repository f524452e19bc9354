"""Qualifiers: which dimension each word in square brackets belongs to."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import attrs

from journeyql.diagnostics import Diagnostic
from journeyql.model import rules
from journeyql.model.codes import TERRITORIES
from journeyql.model.context import DIMENSIONS, STATES
from journeyql.model.languages import is_language
from journeyql.model.resolve.draft import Condition, Conditions
from journeyql.model.resolve.names import Names
from journeyql.model.varying import Qualifiers
from journeyql.spelling import nearest
from journeyql.syntax import locate

#: The dimensions whose values are elements of the kind with the same name.
_ELEMENTS = ("persona", "segment", "market")


@attrs.define(eq=False, repr=False)
class Qualifier:
    """Resolves conditions to qualifiers, each node once."""

    names: Names
    diagnostics: list[Diagnostic]
    dimensions: Mapping[str, Collection[str]] = attrs.field(factory=dict)
    _done: dict[int, Qualifiers | None] = attrs.field(factory=dict)

    def resolve(self, conditions: Conditions) -> Qualifiers | None:
        """The qualifiers of some conditions; None when one of their words means nothing."""
        atoms: list[tuple[str, tuple[str, ...]]] = []
        for condition in conditions:
            found = self._one(condition)
            if found is None:
                return None
            atoms.extend(found)
        return tuple(sorted(set(atoms)))

    def _one(self, condition: Condition) -> Qualifiers | None:
        key = id(condition.node)
        if key not in self._done:
            self._done[key] = self._read(condition)
        return self._done[key]

    def _read(self, condition: Condition) -> Qualifiers | None:
        values: dict[str, list[str]] = {}
        for index, word in enumerate(condition.node.qualifiers):
            meanings = self._meanings(word, condition)
            if len(meanings) != 1:
                self._complain(word, index, meanings, condition)
                return None
            dimension, value = meanings[0]
            values.setdefault(dimension, []).append(value)
        return tuple((dimension, tuple(sorted(set(found)))) for dimension, found in values.items())

    def _meanings(self, word: str, condition: Condition) -> list[tuple[str, str]]:
        dimension, _, value = word.partition(".")
        if value and (dimension in DIMENSIONS or dimension in self.dimensions):
            return [found for found in self._meanings(value, condition) if found[0] == dimension]
        drafts = self.names.find(word, condition.origin, condition.place, _ELEMENTS)
        found = [(draft.kind_name, draft.id) for draft in drafts]
        plain = (("state", word in STATES), ("market", word in TERRITORIES), ("language", is_language(word)))
        found += [(name, word) for name, holds in plain if holds]
        found += [(name, word) for name, words in self.dimensions.items() if word in words]
        return list(dict.fromkeys(found))

    def _complain(self, word: str, index: int, meanings: list[tuple[str, str]], condition: Condition) -> None:
        span = locate.qualifier_span(condition.origin.source, condition.node, index)
        if meanings:
            choices = " or ".join(f"[{dimension}.{word}]" for dimension, _ in meanings)
            kinds = " and as a ".join(dimension for dimension, _ in meanings)
            message = f"`{word}` can be read as a {kinds}"
            self.diagnostics.append(rules.AMBIGUOUS_QUALIFIER.at(span, message, help=f"write {choices}"))
            return
        added = (one for words in self.dimensions.values() for one in words)
        near = nearest(word, (*self.names.known(_ELEMENTS), *STATES, *added)) or self._territory(word)
        hint = f"did you mean `{near}`?" if near else f'declare it with a line like `persona {word} "…"`'
        *others, last = (*_ELEMENTS, "state", "language", *self.dimensions)
        message = f"`{word}` is no {', '.join(others)} or {last}"
        self.diagnostics.append(rules.UNKNOWN_QUALIFIER.at(span, message, help=hint))

    def _territory(self, word: str) -> str | None:
        """The territory code that a word in lower case may mean, where it can hardly mean a person."""
        code = word.upper()
        return code if code in TERRITORIES and not self.names.known(("persona", "segment")) else None
