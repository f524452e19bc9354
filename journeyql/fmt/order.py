"""In which order properties stand on a line: the order of the vocabulary, in a few groups."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from functools import cached_property

import attrs

from journeyql.fmt.meaning import Place, Specs
from journeyql.model import Element, FlowTerms, PropertySpec, properties_of
from journeyql.model.resolve import WordTable
from journeyql.model.terms import Remarks

#: The keys of what stands first on a line.
TITLE, CHANNEL = "title", "channel"
_COMMON = properties_of(Element)
_REMARKS = properties_of(Remarks)


class Group(enum.IntEnum):
    """What stands together on a line, in this order."""

    TITLE = enum.auto()
    CHANNEL = enum.auto()
    OWN = enum.auto()
    #: What the vocabulary does not know: own lanes, and words of plugins that are not there.
    OTHER = enum.auto()
    #: What every kind has.
    COMMON = enum.auto()
    #: Texts and literals.
    WORDY = enum.auto()
    #: What may follow any value.
    REMARKS = enum.auto()


#: A group, and the place within it.
Rank = tuple[Group, int]


@attrs.frozen(eq=False, repr=False, slots=False)
class Order:
    """The order of the words of a table."""

    table: WordTable

    def of_property(self, key: str, specs: Specs, place: Place, *, wordy: bool) -> Rank:
        """The rank of a property on the line of its element."""
        if key in (TITLE, CHANNEL):
            return (Group.TITLE if key == TITLE else Group.CHANNEL), 0
        if not specs:
            return (Group.WORDY if wordy else Group.OTHER), len(self._anywhere)
        places = self._anywhere if place.kind is None else self._within[place.kind.name]
        group = Group.WORDY if wordy else Group.COMMON if key in _COMMON else Group.OWN
        return group, places.get(key, 0)

    def of_option(self, key: str, specs: Specs) -> Rank:
        """The rank of an option behind the value of one of some properties."""
        if key in _REMARKS:
            return Group.REMARKS, _places(_REMARKS)[key]
        found = (_places(properties_of(spec.options)).get(key) for spec in specs if spec.options)
        return _own(found)

    def of_term(self, key: str) -> Rank:
        """The rank of a term behind an arrow."""
        if key in _REMARKS:
            return Group.REMARKS, _places(_REMARKS)[key]
        return _own([_places(properties_of(FlowTerms)).get(key)])

    @cached_property
    def _within(self) -> Mapping[str, Mapping[str, int]]:
        return {kind.name: _places(self.table.properties(kind)) for kind in self.table.kinds.values()}

    @cached_property
    def _anywhere(self) -> Mapping[str, int]:
        """The places of all properties of all kinds, as each is first met."""
        return _places(
            {name: spec for kind in self.table.kinds.values() for name, spec in self.table.properties(kind).items()}
        )


def _places(specs: Mapping[str, PropertySpec]) -> Mapping[str, int]:
    return {name: place for place, name in enumerate(specs)}


def _own(found: Iterable[int | None]) -> Rank:
    place = next((place for place in found if place is not None), None)
    return (Group.OTHER, 0) if place is None else (Group.OWN, place)
