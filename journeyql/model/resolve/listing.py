"""Words of the vocabulary as values: the kinds and lanes that a view shows, the parts that a journey locks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from journeyql.diagnostics import Diagnostic, Edit, Fix
from journeyql.model import rules
from journeyql.model.listed import KIND, LANE, PART
from journeyql.model.resolve.draft import Draft, Origin
from journeyql.model.resolve.names import Names
from journeyql.model.resolve.words import STEPS, WordTable, spellings
from journeyql.model.types import ValueType
from journeyql.model.vocabulary import PropertySpec, kind_of
from journeyql.source import Span
from journeyql.spelling import nearest


@attrs.define(eq=False, repr=False)
class Listing:
    """Finds the English word of the vocabulary for one that a file writes as a value."""

    table: WordTable
    names: Names
    lanes: Mapping[str, PropertySpec]
    diagnostics: list[Diagnostic]

    def word(
        self, kind: ValueType[Any], word: str, origin: Origin, place: Draft, span: Callable[[], Span]
    ) -> str | None:
        """The word of the vocabulary, or None with a diagnostic; a path is a word, too, where elements may be named."""
        found = self._found(kind, word, origin, place)
        if found is None and not self.names.excused(word, origin):
            self._unknown(kind, word, origin, span())
        return found

    def _found(self, kind: ValueType[Any], word: str, origin: Origin, place: Draft) -> str | None:
        known = self.table.kind(word, origin.language)
        if kind is KIND:
            return None if known is None else known.name
        lane = self.table.lane(word, origin.language) or (word if word in self.lanes else None)
        if kind is LANE or lane is not None:
            return lane
        if known is not None:
            return known.name
        owned = next(self._properties(word, origin.language), None)
        if owned is not None:
            return owned.name
        return word if self.names.find(word, origin, place) else None

    def _properties(self, word: str, language: str) -> Iterator[PropertySpec]:
        """The properties of any kind that a word names."""
        found = (self.table.property(kind, word, language) for kind in self.table.owners(word, language))
        return (spec for spec in found if spec is not None)

    def _unknown(self, kind: ValueType[Any], word: str, origin: Origin, span: Span) -> None:
        near = self._near(kind, word, origin.language) if "." not in word else None
        fixes = (Fix(f"replace it by `{near}`", (Edit(span, near),), safe=False),) if near else ()
        hint = f"did you mean `{near}`?" if near else f"expected {kind.expects}"
        message = f"there is no {kind.name} `{word}`"
        self.diagnostics.append(rules.UNKNOWN_WORD.at(span, message, help=hint, fixes=fixes))

    def _near(self, kind: ValueType[Any], word: str, language: str) -> str | None:
        """What may be written that is nearest to a word."""
        kinds = tuple(self.table.kinds.values())
        if kind is KIND:
            return nearest(word, spellings(kinds, language))
        if kind is PART:
            properties = (spec for one in kinds for spec in self.table.properties(one).values())
            known = (*spellings((*kinds, *properties), language), *self.lanes)
            return self.names.nearest(word, self.table.kinds, more=known)
        words = (word for cls in STEPS for word in self.table.words(kind_of(cls), language))
        return nearest(word, (*words, *self.lanes))
