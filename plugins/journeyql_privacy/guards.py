"""What the guards of arrows say about consents: `if=c_news`, `unless=c_news.withdrawn`."""

from __future__ import annotations

import attrs

from journeyql.model import Edge, Journey, Moment, View
from journeyql_privacy.consent import Consent
from journeyql_privacy.course import Guard
from journeyql_privacy.standing import ANY, Standing

#: The words that may follow the name of a consent, and what they mean.
STANDINGS = {
    "granted": Standing.GRANTED,
    "refused": Standing.REFUSED,
    "withdrawn": Standing.WITHDRAWN,
}


_FREE: Guard = {}


@attrs.define(eq=False, repr=False)
class Guards:
    """Reads the guards of a view; what a word means, and what guards ask for, is looked up once in each journey."""

    view: View
    _meanings: dict[tuple[str, str], tuple[Consent, Standing] | None] = attrs.field(factory=dict)
    _places: dict[str, str] = attrs.field(factory=dict)
    _guards: dict[tuple[tuple[str, ...], tuple[str, ...], str], Guard] = attrs.field(factory=dict)

    def of(self, edge: Edge) -> Guard:
        """How consents must stand with a customer who takes an edge, by the paths of the consents."""
        near = edge.source or edge.target
        if near is None or not (edge.needs or edge.bars):
            return _FREE
        key = (edge.needs, edge.bars, self._place(near))
        found = self._guards.get(key)
        if found is None:
            found = self._guards[key] = self._read(edge, near)
        return found

    def _read(self, edge: Edge, near: Moment) -> Guard:
        found: dict[str, Standing] = {}
        wanted = ((self.meaning(word, near), Standing(0)) for word in edge.needs)
        barred = ((self.meaning(word, near), ANY) for word in edge.bars)
        for meant, turned in (*wanted, *barred):
            if meant is not None:
                consent, standing = meant
                found[consent.path] = found.get(consent.path, ANY) & (standing ^ turned)
        return found

    def _place(self, near: Moment) -> str:
        """From where names are seen: consents stand in journeys and files alone."""
        parent = self.view.parent(near)
        if parent is None:
            return ""
        found = self._places.get(parent.path)
        if found is None:
            journey = self.view.around(parent, Journey)
            found = self._places[parent.path] = "" if journey is None else journey.path
        return found

    def meaning(self, word: str, near: Moment) -> tuple[Consent, Standing] | None:
        """The consent that a word speaks of, and where it must stand; None if it speaks of something else."""
        key = (word, self._place(near))
        if key not in self._meanings:
            self._meanings[key] = self._look_up(word, near)
        return self._meanings[key]

    def _look_up(self, word: str, near: Moment) -> tuple[Consent, Standing] | None:
        whole = self.view.named(word, Consent, near)
        if whole is not None:
            return whole, Standing.GRANTED
        name, _, last = word.rpartition(".")
        standing = STANDINGS.get(last)
        consent = self.view.named(name, Consent, near) if name and standing is not None else None
        return None if consent is None or standing is None else (consent, standing)
