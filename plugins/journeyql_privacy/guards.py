"""What the guards of arrows say about consents: `if=c_news`, `unless=c_news.withdrawn`."""

from __future__ import annotations

from collections.abc import Iterator

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


@attrs.define(eq=False, repr=False)
class Guards:
    """Reads the guards of a view; what a word means is looked up once for each journey."""

    view: View
    _meanings: dict[tuple[str, str], tuple[Consent, Standing] | None] = attrs.field(factory=dict)

    def of(self, edge: Edge) -> Guard:
        """How consents must stand with a customer who takes an edge, by the paths of the consents."""
        found: dict[str, Standing] = {}
        for path, standing in self._asked(edge):
            found[path] = found.get(path, ANY) & standing
        return found

    def _asked(self, edge: Edge) -> Iterator[tuple[str, Standing]]:
        near = edge.source or edge.target
        if near is None:
            return
        for word in edge.needs:
            if (meant := self.meaning(word, near)) is not None:
                yield meant[0].path, meant[1]
        for word in edge.bars:
            if (meant := self.meaning(word, near)) is not None:
                yield meant[0].path, ANY & ~meant[1]

    def meaning(self, word: str, near: Moment) -> tuple[Consent, Standing] | None:
        """The consent that a word speaks of, and where it must stand; None if it speaks of something else."""
        journey = self.view.around(near, Journey)
        key = (word, journey.path if journey is not None else "")
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
