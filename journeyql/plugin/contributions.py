"""What plugins add to each other's extension points, typed by the class that the point is."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

import attrs

from journeyql.plugin.isolate import Failure, guarded, one_line
from journeyql.plugin.origin import LoadFailure, Offered
from journeyql.plugin.targets import resolved
from journeyql.plugin.types import Contribution

T = TypeVar("T")


@attrs.frozen(eq=False, repr=False, slots=False)
class Contributions:
    """All contributions of a run; call it with the class of an extension point to get those to it, sorted by name.

    Nothing is imported before the first call.

    >>> from journeyql.plugin.origin import Origin
    >>> Contributions((Offered(Contribution(name="three", to=int, value=3), Origin("acme")),))(int)
    (3,)
    """

    offers: tuple[Offered[Contribution], ...] = ()

    def __call__(self, to: type[T]) -> tuple[T, ...]:
        """The values that plugins contribute to an extension point."""
        return tuple(value for cls, value in self._outcome[0] if cls is to and isinstance(value, to))

    @property
    def failures(self) -> tuple[LoadFailure, ...]:
        """The contributions that cannot be used, and why; imports all of them."""
        return self._outcome[1]

    @property
    def met(self) -> tuple[LoadFailure, ...]:
        """The failures, if anybody has asked for a contribution yet."""
        return self.failures if "_outcome" in self.__dict__ else ()

    @cached_property
    def _outcome(self) -> tuple[tuple[tuple[type, object], ...], tuple[LoadFailure, ...]]:
        found = [_one(offer) for offer in self.offers]
        failures = (item for item in found if isinstance(item, LoadFailure))
        return tuple(item for item in found if isinstance(item, tuple)), tuple(failures)


def _one(offer: Offered[Contribution]) -> tuple[type, object] | LoadFailure:
    """The extension point and the value, or why there is none."""
    found = guarded(lambda: _paired(resolved(offer.item.to), resolved(offer.item.value)))
    if isinstance(found, Failure):
        return LoadFailure.of(offer.origin, f"contribution `{offer.item.name}` is left out: {found.reason}")
    return found


def _paired(to: object, value: object) -> tuple[type, object] | Failure:
    for outcome in (to, value):
        if isinstance(outcome, Failure):
            return outcome
    if not isinstance(to, type):
        return Failure(f"what it is for is no class but {one_line(type(to).__name__)}")
    if not isinstance(value, to):
        return Failure(f"it is {one_line(type(value).__name__)}, not `{one_line(to.__name__)}`")
    return to, value
