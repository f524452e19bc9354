"""Variants: elements of one kind and name in the same place, each for other contexts (`touchpoint[DE] a`)."""

from __future__ import annotations

from collections.abc import Container, Mapping

import attrs

from journeyql.model.element import Element

#: For each element that has variants, the paths of all of them, in the order of the file.
Families = Mapping[str, tuple[str, ...]]


def families(elements: Mapping[str, Element], parents: Mapping[str, str]) -> Families:
    """The variants of each element that has any, itself included."""
    groups: dict[tuple[str, type, str], list[str]] = {}
    for path, element in elements.items():
        groups.setdefault((parents[path], type(element), element.id), []).append(path)
    several = (tuple(group) for group in groups.values() if len(group) > 1)
    return {path: group for group in several for path in group}


@attrs.frozen(eq=False, repr=False)
class StandIns:
    """Answers for each path which of its variants is among the known ones; each family is searched once."""

    families: Families
    known: Container[str]
    _first: dict[str, str | None] = attrs.field(factory=dict)

    def of(self, path: str) -> str | None:
        """The path itself, or that of a variant, if known."""
        if path in self.known:
            return path
        family = self.families.get(path)
        if family is None:
            return None
        if family[0] not in self._first:
            self._first[family[0]] = next((other for other in family if other in self.known), None)
        return self._first[family[0]]
