"""All qualifiers of a model, so arranged that those which hold in a context are found without looking at each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import attrs

from journeyql.model.choice import Chooser
from journeyql.model.varying import Qualifiers

#: One atom of a qualifier: the number of the qualifier, and its own within it.
_Part = tuple[int, int]


@attrs.frozen(eq=False, repr=False)
class Conditions:
    """For each value of a dimension the atoms that name it; and of how many atoms each qualifier consists."""

    parts: Mapping[tuple[str, str], tuple[_Part, ...]]
    sizes: tuple[int, ...]

    @classmethod
    def of(cls, qualifiers: Iterable[Qualifiers]) -> Conditions:
        """The table of some qualifiers."""
        found: dict[tuple[str, str], list[_Part]] = {}
        sizes = []
        for number, atoms in enumerate(qualifiers):
            sizes.append(len(atoms))
            for index, (dimension, values) in enumerate(atoms):
                for value in values:
                    found.setdefault((dimension, value), []).append((number, index))
        return cls({key: tuple(parts) for key, parts in found.items()}, tuple(sizes))

    def holding(self, chooser: Chooser) -> frozenset[int]:
        """The numbers of the qualifiers that hold in a context: two contexts with equal answers show the same."""
        accepted = ((dimension, value) for dimension, values in chooser.accepted.items() for value in values)
        met = {part for key in accepted for part in self.parts.get(key, ())}
        counts = Counter(number for number, _ in met)
        return frozenset(number for number, count in counts.items() if count == self.sizes[number])
