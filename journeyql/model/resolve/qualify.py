"""Qualifiers: which dimension each word in square brackets belongs to."""

from __future__ import annotations

import attrs

from journeyql import ast
from journeyql.diagnostics import Diagnostic, Edit, Fix
from journeyql.model import rules
from journeyql.model.codes import TERRITORIES, territory_like
from journeyql.model.context import DIMENSIONS, STATES
from journeyql.model.kinds import Journey, Market, Persona, Segment
from journeyql.model.kinds.words import STATE
from journeyql.model.languages import canonical, is_language, language_like, language_tag
from journeyql.model.resolve.draft import Condition, Conditions
from journeyql.model.resolve.names import Names
from journeyql.model.resolve.words import WordTable
from journeyql.model.varying import Qualifiers
from journeyql.model.vocabulary import ZH, kind_of, property_of
from journeyql.syntax import locate
from journeyql.wording import one_of

#: The dimensions whose values are elements of the kind with the same name.
_ELEMENTS = tuple(kind_of(cls).name for cls in (Persona, Segment, Market))
_PEOPLE = tuple(kind_of(cls).name for cls in (Persona, Segment))
#: The dimensions by their Chinese words.
_CHINESE = {
    **{kind_of(cls).zh: kind_of(cls).name for cls in (Persona, Segment, Market)},
    property_of(Journey.state).zh: "state",
    property_of(Journey.locale).zh: "language",
}


@attrs.define(eq=False, repr=False)
class Qualifier:
    """Resolves conditions to qualifiers, each node once."""

    names: Names
    diagnostics: list[Diagnostic]
    table: WordTable
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

    def forget(self, node: ast.Node) -> None:
        """Forget a node that is in no document any more: another may take its identity."""
        self._done.pop(id(node), None)

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
        first, _, value = word.partition(".")
        chinese = condition.origin.language == ZH
        dimension = _CHINESE.get(first, first) if chinese else first
        if value and dimension in DIMENSIONS:
            if dimension == "language" and (named := canonical(value)) is not None:
                return [(dimension, named)]
            return [found for found in self._meanings(value, condition) if found[0] == dimension]
        drafts = self.names.find(word, condition.origin, condition.place, _ELEMENTS)
        found = [(draft.kind_name, draft.id) for draft in drafts]
        found += [("state", name) for name, zh in STATE.words.items() if word == name or (chinese and word == zh)]
        found += [("market", word)] if word in TERRITORIES else []
        found += [("language", language_tag(word))] if is_language(word) else []
        return list(dict.fromkeys(found)) or self._added(word, dimension, value)

    def _added(self, word: str, dimension: str, value: str) -> list[tuple[str, str]]:
        """What a word means along the dimensions of plugins, which give way to what the file itself declares."""
        given = self.table.dimensions
        if value and value in given.get(dimension, ()):
            return [(dimension, value)]
        return [(name, word) for name, words in given.items() if word in words]

    def _complain(self, word: str, index: int, meanings: list[tuple[str, str]], condition: Condition) -> None:
        span = locate.qualifier_span(condition.origin.source, condition.node, index)
        if meanings:
            choices = " or ".join(f"[{dimension}.{word}]" for dimension, _ in meanings)
            kinds = " and as a ".join(dimension for dimension, _ in meanings)
            message = f"`{word}` can be read as a {kinds}"
            self.diagnostics.append(rules.AMBIGUOUS_QUALIFIER.at(span, message, help=f"write {choices}"))
            return
        near = self._near(word)
        dimension, _, value = word.rpartition(".")
        declared = f"{dimension if dimension in _ELEMENTS else _PEOPLE[0]} {value}"
        hint = f"did you mean `{near}`?" if near else f'declare it with a line like `{declared} "…"`'
        fixes = (Fix(f"replace it by `{near}`", (Edit(span, near),), safe=False),) if near else ()
        dimensions = (*_ELEMENTS, "state", "language", *self.table.dimensions)
        message = f"`{word}` is no {one_of(dimensions)}"
        self.diagnostics.append(rules.UNKNOWN_QUALIFIER.at(span, message, help=hint, fixes=fixes))

    def _near(self, word: str) -> str | None:
        """The word that was most likely meant: of the file, of the language, or a code that is written differently."""
        chinese = next((name for name, zh in STATE.words.items() if word == zh), None)
        added = (one for words in self.table.dimensions.values() for one in words)
        near = chinese or self.names.nearest(word, _ELEMENTS, more=(*STATES, *added))
        if near is not None or self.names.any_of(*_PEOPLE):
            return near  # with people declared, a short word can hardly mean a country
        return territory_like(word) or language_like(word)
