"""Who goes through a journey: through whose eyes it is seen, and whose steps differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from journeyql.model.element import Element
from journeyql.model.kinds import Journey, Persona, Segment

if TYPE_CHECKING:
    from journeyql.model.view import View

#: Through the eyes of so many personas a journey is seen: the first ones. Nobody compares more of them.
MOST_PERSONAS = 30


@attrs.frozen(eq=False, repr=False)
class People:
    """The people of a view. Those for whom the file says the same share one narrower view."""

    view: View
    _shared: dict[frozenset[int], View] = attrs.field(factory=dict)
    _narrowed: dict[tuple[str, str], View] = attrs.field(factory=dict)
    _parts: dict[str, Mapping[str, View]] = attrs.field(factory=dict)

    def perspectives(self, journey: Journey) -> Mapping[str, View]:
        """The views of its personas by name; one without a name when it has none."""
        asked, segment = self.view.context.persona, self.view.context.segment
        if asked:
            return {asked: self.view}
        names = [persona.id for persona in self.view.personas(journey)]
        if segment:
            names = [name for name in names if segment in self.view.model.segments_of(name)]
        return {name: self._of("persona", name) for name in names[:MOST_PERSONAS]} or {"": self.view}

    def parts(self, journey: Journey) -> Mapping[str, View]:
        """The views of the personas by name, and of segments that no persona is in, where their steps differ."""
        found = self._parts.get(journey.path)
        if found is None:
            found = self._parts[journey.path] = self._divided(journey)
        return found

    def _divided(self, journey: Journey) -> Mapping[str, View]:
        model = self.view.model
        if not self.view.chooser.everyone or not model.divided:
            return {}
        personas = [persona.id for persona in self.view.personas(journey)]
        covered = {segment for name in personas for segment in model.segments_of(name)}
        used = [item.id for item in self.view.of(Segment) if item.id in model.divided - covered]
        if len(personas) > MOST_PERSONAS or len(used) > MOST_PERSONAS:
            return {}
        return {name: self._of("persona", name) for name in personas} | {
            name: self._of("segment", name) for name in used
        }

    def only_for(self, element: Element, journey: Journey) -> tuple[Element, ...]:
        """The personas (or segments) for whom an element exists, where it does not for all; else nothing."""
        parts = self.parts(journey)
        names = {name for name, part in parts.items() if part.has(element)}
        if len(names) == len(parts):
            return ()
        return tuple(item for kind in (Persona, Segment) for item in self.view.of(kind) if item.id in names)

    def _of(self, dimension: str, name: str) -> View:
        """The view of somebody; the same one for all for whom the file says the same."""
        found = self._narrowed.get((dimension, name))
        if found is None:
            context = self.view.context.narrowed(**{dimension: name})
            signature = self.view.model.signature(context)
            found = self._shared.setdefault(signature, self.view.model.view(context))
            self._narrowed[dimension, name] = found
        return found
