"""Names: which element a bare name or dotted path means, seen from a place."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from itertools import chain

import attrs

from journeyql.model.resolve.draft import Draft, Origin
from journeyql.spelling import Known

#: How many names are compared for one compilation. Who has so many unknown names lacks another file, not a letter.
_MOST_COMPARED = 1_000_000


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
    _by_id: dict[str, list[Draft]] = attrs.field(factory=dict)
    _kinds: set[str] = attrs.field(factory=set)
    _below: dict[str, dict[int, list[Draft]]] = attrs.field(factory=dict)
    _matched: dict[str, dict[tuple[int, str, tuple[str, ...]], list[Draft]]] = attrs.field(factory=dict)
    _known: dict[tuple[object, ...], Known] = attrs.field(factory=dict)
    _titles: dict[tuple[str, ...], dict[str, set[str]]] = attrs.field(factory=dict)
    _compared: int = 0

    def add(self, draft: Draft) -> None:
        """Make a draft findable, from everything that surrounds it."""
        self._by_id.setdefault(draft.id, []).append(draft)
        self._kinds.add(draft.kind_name)
        self._known.clear()
        self._titles.clear()
        if draft.id in self._below:
            _enter(draft, self._below[draft.id])
            self._matched.pop(draft.id, None)

    def forget_titles(self) -> None:
        """Forget what elements are called for people: one of them may have another title."""
        self._titles.clear()

    def any_of(self, *kinds: str) -> bool:
        """Whether there is any element of some kinds."""
        return not self._kinds.isdisjoint(kinds)

    def titled(self, text: str, kinds: tuple[str, ...]) -> str | None:
        """The name of the element of some kinds that people read as a text; None for none, or for several."""
        if kinds not in self._titles:
            titles = self._titles[kinds] = {}
            for draft in chain.from_iterable(self._by_id.values()):
                if draft.kind_name in kinds and draft.node.text:
                    titles.setdefault(draft.node.text.casefold(), set()).add(draft.id)
        names = self._titles[kinds].get(text.casefold(), ())
        return next(iter(names)) if len(names) == 1 else None

    def nearest(
        self, word: str, kinds: Collection[str], *, within: Draft | None = None, more: tuple[str, ...] = ()
    ) -> str | None:
        """The name of an element of some kinds, or the one of `more` words, that a misspelt one most likely means.

        `within` asks for elements in a place only. There is no answer once very many names were compared.
        """
        if self._compared > _MOST_COMPARED:
            return None
        key = (tuple(kinds), within and id(within), more)
        known = self._known.get(key)
        if known is None:
            drafts = tuple(within.walk() if within else chain.from_iterable(self._by_id.values()))
            names = (draft.id for draft in drafts if draft.kind_name in kinds)
            known = self._known[key] = Known.of((*names, *more))
            self._compared += len(drafts)
        before = known.compared
        found = known.nearest(word)
        self._compared += known.compared - before
        return found

    def find(self, name: str, origin: Origin, place: Draft, kinds: tuple[str, ...] = ()) -> list[Draft]:
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

    def below(self, place: Draft, name: str) -> list[Draft]:
        """All drafts of a name in a place, in the order in which they were added."""
        return self._surrounding(name).get(id(place), [])

    def excused(self, name: str, origin: Origin) -> bool:
        """Whether a name may stand in something that could not be read: a line, or a file that is missing."""
        missing = self.missing.get(origin.source.name, ())
        return name in self.unreadable or "" in missing or name.partition(".")[0] in missing

    def _beyond(self, origin: Origin) -> list[Draft]:
        name = origin.source.name
        return [*filter(None, (self.files.get(name),)), *self.aliases.get(name, {}).values()]

    def _matching(self, scope: Draft, name: str, kinds: tuple[str, ...]) -> list[Draft]:
        """The drafts in a place that a name fits; remembered, for many may share a name, and be asked for often."""
        *outer, last = name.split(".")
        candidates = self._surrounding(last).get(id(scope))
        if candidates is None:
            return []
        known = self._matched.setdefault(last, {})
        found = known.get((id(scope), name, kinds))
        if found is None:
            fitting = (draft for draft in candidates if not kinds or draft.kind_name in kinds)
            found = known[id(scope), name, kinds] = [draft for draft in fitting if _ends_with(draft, outer)]
        return found

    def _surrounding(self, name: str) -> dict[int, list[Draft]]:
        """The drafts of a name by everything that surrounds them; made when the name is first looked up."""
        found = self._below.get(name)
        if found is None:
            found = self._below[name] = {}
            for draft in self._by_id.get(name, ()):
                _enter(draft, found)
        return found


def _enter(draft: Draft, below: dict[int, list[Draft]]) -> None:
    for place in draft.outward():
        below.setdefault(id(place), []).append(draft)


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
