"""In which order properties stand on a line: the order of the vocabulary, in a few groups."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from functools import cached_property
from typing import TypeAlias

import attrs

from journeyql import ast
from journeyql.fmt.meaning import UNKNOWN, Place, Specs, Words
from journeyql.model import Element, FlowTerms, Lane, PropertySpec, kind_of, properties_of
from journeyql.model.resolve import WordTable
from journeyql.model.terms import Remarks

#: The keys of what stands first on a line.
TITLE, CHANNEL = "title", "channel"
_COMMON = properties_of(Element)
_REMARKS = properties_of(Remarks)
_LANE = kind_of(Lane).name


class Group(enum.IntEnum):
    """What stands together on a line, in this order."""

    TITLE = enum.auto()
    CHANNEL = enum.auto()
    OWN = enum.auto()
    #: What is not the kind's own: lanes of the file, words of plugins, whether they are there or not.
    OTHER = enum.auto()
    #: What every kind has.
    COMMON = enum.auto()
    #: Texts and literals.
    WORDY = enum.auto()
    #: What may follow any value.
    REMARKS = enum.auto()


#: A group, the place within it, and the word itself where the vocabulary has no place for it.
Rank: TypeAlias = tuple[Group, int, str]


@attrs.frozen(eq=False, repr=False, slots=False)
class Order:
    """The order of the words of a table, and of the lanes that a file declares itself."""

    table: WordTable
    lanes: Mapping[str, int]

    def of_property(self, key: str, specs: Specs, place: Place, *, wordy: bool) -> Rank:
        """The rank of a property on the line of its element."""
        if key in (TITLE, CHANNEL):
            return (Group.TITLE if key == TITLE else Group.CHANNEL), 0, ""
        if not specs or any(spec.facet for spec in specs):
            return self._other(key, wordy=wordy)
        places = self._anywhere if place.kind is None else self._within[place.kind.name]
        group = Group.WORDY if wordy else Group.COMMON if key in _COMMON else Group.OWN
        return group, places.get(key, 0), ""

    def _other(self, key: str, *, wordy: bool) -> Rank:
        """The rank of a word that is not the kind's own: lanes as they are declared, then by the alphabet.

        What a plugin adds to a kind has the same place as without the plugin.
        """
        place = self.lanes.get(key, len(self.lanes))
        return (Group.WORDY, len(self._anywhere) + place, key) if wordy else (Group.OTHER, place, key)

    @cached_property
    def _within(self) -> Mapping[str, Mapping[str, int]]:
        return {kind.name: _places(self.table.properties(kind)) for kind in self.table.kinds.values()}

    @cached_property
    def _anywhere(self) -> Mapping[str, int]:
        """The places of all properties of all kinds, as each is first met."""
        kinds = self.table.kinds.values()
        return _places({name: spec for kind in kinds for name, spec in self.table.properties(kind).items()})


def of_option(key: str, specs: Specs, place: Place) -> Rank:
    """The rank of an option behind the value of one of some properties; in an unknown kind they keep their order."""
    if place is UNKNOWN and key not in _REMARKS:
        return Group.OTHER, 0, ""
    own = (spec.options for spec in specs if spec.options and not spec.facet)
    found = (_places(properties_of(options)).get(key) for options in own)
    return _behind(key, next((place for place in found if place is not None), None))


def of_term(key: str) -> Rank:
    """The rank of a term behind an arrow."""
    return _behind(key, _places(properties_of(FlowTerms)).get(key))


def _behind(key: str, place: int | None) -> Rank:
    """The rank of what may follow a value: its own options, what nobody knows, what may follow any value."""
    if key in _REMARKS:
        return Group.REMARKS, _places(_REMARKS)[key], ""
    return (Group.OTHER, 0, key) if place is None else (Group.OWN, place, "")


def _places(specs: Mapping[str, PropertySpec]) -> Mapping[str, int]:
    return {name: place for place, name in enumerate(specs)}


def lanes(document: ast.Document, words: Words) -> Mapping[str, int]:
    """The names of the lanes that a file declares, with their places."""
    journeys = (node for node in document.body if isinstance(node, ast.Element))
    found = (child for node in journeys for child in (node, *node.body) if isinstance(child, ast.Element))
    kinds = ((child.name, words.table.kind(child.kind, words.language)) for child in found)
    names = dict.fromkeys(name for name, kind in kinds if name and kind is not None and kind.name == _LANE)
    return {name: place for place, name in enumerate(names)}
