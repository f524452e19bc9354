"""Names: which element a bare name or dotted path means, seen from a place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

import attrs

from journeyql.model.resolve.draft import Draft, Origin


@attrs.define(eq=False, repr=False)
class Names:
    """All named drafts of a compilation, and the files that each file uses.

    `aliases` has, for the source name of each file, the drafts of the files it uses: by name where the `use`
    gives one, and under numbers where not. `files` are the drafts of all files by source name. `unreadable` are
    the names of lines that are of no known kind: whoever refers to them has made no mistake.
    """

    files: Mapping[str, Draft] = attrs.field(factory=dict)
    aliases: Mapping[str, Mapping[str, Draft]] = attrs.field(factory=dict)
    unreadable: set[str] = attrs.field(factory=set)
    _by_id: dict[str, list[Draft]] = attrs.field(factory=dict)

    def add(self, draft: Draft) -> None:
        """Make a draft findable."""
        self._by_id.setdefault(draft.id, []).append(draft)

    def known(self, kinds: Iterable[str]) -> tuple[str, ...]:
        """The names of all elements of some kinds."""
        wanted = set(kinds)
        return tuple(sorted({d.id for drafts in self._by_id.values() for d in drafts if d.kind_name in wanted}))

    def find(self, name: str, origin: Origin, place: Draft, kinds: Iterable[str] = ()) -> list[Draft]:
        """The drafts that a name means at the nearest step outward; several when it is ambiguous, none if unknown.

        Each step searches the whole subtree: the place itself, what surrounds it, its file, the file in which
        the name is written, and the files that one uses.
        """
        first, _, rest = name.partition(".")
        used = self.aliases.get(origin.source.name, {})
        if rest and first in used:
            return [draft for draft in self._matching(rest, kinds) if draft.file is used[first]]
        found = self._matching(name, kinds)
        if len(found) <= 1 and not used and len(self.files) == 1:
            return found
        return _nearest(found, [*place.outward(), *self._beyond(origin)]) if found else []

    def _beyond(self, origin: Origin) -> list[Draft]:
        name = origin.source.name
        return [*filter(None, (self.files.get(name),)), *self.aliases.get(name, {}).values()]

    def _matching(self, name: str, kinds: Iterable[str]) -> list[Draft]:
        *outer, last = name.split(".")
        wanted = set(kinds)
        found = (draft for draft in self._by_id.get(last, ()) if not wanted or draft.kind_name in wanted)
        return [draft for draft in found if _ends_with(draft, outer)]


def _ends_with(draft: Draft, outer: list[str]) -> bool:
    place = draft.parent
    for name in reversed(outer):
        if place is None or place.id != name:
            return False
        place = place.parent
    return True


def _nearest(found: list[Draft], steps: list[Draft]) -> list[Draft]:
    for step in steps:
        here = [draft for draft in found if any(place is step for place in draft.outward())]
        if here:
            return here
    return []


def slug(text: str) -> str:
    """The name of an element that has only a text: its letters and digits in lower case, joined by `-`.

    >>> slug("Has to type the address again!"), slug("水龙头 报修")
    ('has-to-type-the-address-again', '水龙头-报修')
    """
    kept = "".join(c if c.isalnum() or unicodedata.category(c) in {"Mn", "Mc"} else " " for c in text)
    return "-".join(unicodedata.normalize("NFC", kept).lower().split()) or "untitled"
