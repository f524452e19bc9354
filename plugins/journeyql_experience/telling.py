"""What is worth telling of a view: what the usual view of the model has not told already.

The analysis runs once for each state, segment and market that differs. A finding that names several places would come
again and again, each time with a place more or less; so each view repeats, word for word, what the usual one says, which
makes them one finding, and adds only those places that the usual one does not name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

import attrs

from journeyql.model import Element, Journey
from journeyql_experience.story import Story


class Placed(Protocol):
    """Something that is found at a place."""

    @property
    def place(self) -> Element:
        """Where."""


P = TypeVar("P", bound=Placed)


@attrs.frozen(eq=False, repr=False)
class Telling:
    """The story of a view, and that of the usual view where this is another one."""

    story: Story
    before: Story | None

    def groups(
        self, find: Callable[[Story, Journey], Iterable[P]], journey: Journey
    ) -> Iterator[tuple[Story, list[P]]]:
        """What is found in a journey, with the story to tell it by: what the usual view finds, as it does, then the rest.

        The first group is there while any of it is found here as well, the rest while there is any.
        """
        found, before = [*find(self.story, journey)], self.usual(journey)
        usual = [*find(before, journey)] if found and before is not self.story else []
        known = {one.place.path for one in usual}
        if any(one.place.path in known for one in found):
            yield before, usual
        rest = [one for one in found if one.place.path not in known]
        if rest:
            yield self.story, rest

    def usual(self, journey: Journey) -> Story:
        """The story that tells of a journey as a whole: the usual one, unless the journey is not in it."""
        return self.before if self.before is not None and journey.path in self.before.seen else self.story
