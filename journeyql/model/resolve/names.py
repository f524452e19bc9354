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
    the names of lines that are of no known kind: whoever refers to them has made no mistake. `missing` has, for each
    file, the names under which it uses files that cannot be read (empty for one without a name).
    """

    files: Mapping[str, Draft] = attrs.field(factory=dict)
    aliases: Mapping[str, Mapping[str, Draft]] = attrs.field(factory=dict)
    unreadable: set[str] = attrs.field(factory=set)
    missing: dict[str, set[str]] = attrs.field(factory=dict)
    _below: dict[tuple[int, str], list[Draft]] = attrs.field(factory=dict)
    _by_id: dict[str, list[Draft]] = attrs.field(factory=dict)

    def add(self, draft: Draft) -> None:
        """Make a draft findable, from everything that surrounds it."""
        self._by_id.setdefault(draft.id, []).append(draft)
        for place in draft.outward():
            self._below.setdefault((id(place), draft.id), []).append(draft)

    def known(self, kinds: Iterable[str]) -> tuple[str, ...]:
        """The names of all elements of some kinds."""
        wanted = set(kinds)
        return tuple(sorted({d.id for drafts in self._by_id.values() for d in drafts if d.kind_name in wanted}))

    def titled(self, text: str, kinds: Iterable[str]) -> str | None:
        """The name of the element of some kinds that people read as a text; None for none, or for several."""
        wanted, folded = set(kinds), text.casefold()
        drafts = (draft for found in self._by_id.values() for draft in found if draft.kind_name in wanted)
        names = {draft.id for draft in drafts if (draft.node.text or "").casefold() == folded}
        return names.pop() if len(names) == 1 else None

    def find(self, name: str, origin: Origin, place: Draft, kinds: Iterable[str] = ()) -> list[Draft]:
        """The drafts that a name means at the nearest step outward; several when it is ambiguous, none if unknown.

        Each step searches the whole subtree: the place itself, what surrounds it, its file, the file in which
        the name is written, and the files that one uses.
        """
        first, _, rest = name.partition(".")
        used = self.aliases.get(origin.source.name, {})
        if rest and first in used:
            return self._matching(used[first], rest, kinds)
        if name.rpartition(".")[2] not in self._by_id:
            return []
        for step in (*place.outward(), *self._beyond(origin)):
            found = self._matching(step, name, kinds)
            if found:
                return found
        return []

    def excused(self, name: str, origin: Origin) -> bool:
        """Whether a name may stand in something that could not be read: a line, or a file that is missing."""
        missing = self.missing.get(origin.source.name, ())
        return name in self.unreadable or "" in missing or name.partition(".")[0] in missing

    def _beyond(self, origin: Origin) -> list[Draft]:
        name = origin.source.name
        return [*filter(None, (self.files.get(name),)), *self.aliases.get(name, {}).values()]

    def _matching(self, scope: Draft, name: str, kinds: Iterable[str]) -> list[Draft]:
        *outer, last = name.split(".")
        found = self._below.get((id(scope), last), ())
        return [draft for draft in found if (not kinds or draft.kind_name in kinds) and _ends_with(draft, outer)]


def _ends_with(draft: Draft, outer: list[str]) -> bool:
    place = draft.parent
    for name in reversed(outer):
        if place is None or place.id != name:
            return False
        place = place.parent
    return True


def slug(text: str) -> str:
    """The name of an element that has only a text: its letters and digits in lower case, joined by `-`.

    >>> slug("Has to type the address again!"), slug("水龙头 报修")
    ('has-to-type-the-address-again', '水龙头-报修')
    """
    kept = "".join(c if c.isalnum() or unicodedata.category(c) in {"Mn", "Mc"} else " " for c in text)
    return "-".join(unicodedata.normalize("NFC", kept).lower().split()) or "untitled"
