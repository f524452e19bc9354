"""One finding for all places of a journey that have the same trouble."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from journeyql.diagnostics import Diagnostic, Related, Rule, Severity
from journeyql.model import Element
from journeyql.source import Span
from journeyql_priorities.eyes import Eyes

#: So many are named; the others are counted.
_NAMED = 5


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Place:
    """An element with the trouble, what of it is worth telling (`impact 4, effort 1`), and the words to point at."""

    element: Element
    figures: str = ""
    span: Span


def gathered(
    eyes: Eyes,
    rule: Rule,
    places: Iterable[Place],
    words: Callable[[int, str], tuple[str, str]],
    severity: Severity | None = None,
) -> Iterator[Diagnostic]:
    """A finding for each journey with such places; `words` makes message and help of how many they are and their names.

    A single place is pointed at; of several it is the journey, and each is shown beside it.
    """
    groups: dict[str, list[Place]] = {}
    for place in places:
        groups.setdefault(_home(eyes, place.element), []).append(place)
    for home, group in groups.items():
        message, help_ = words(len(group), _names(eyes, group))
        span = group[0].span if len(group) == 1 else _header(eyes, home) or group[0].span
        related = [Related(place.span, place.figures or "here") for place in group] if len(group) > 1 else []
        yield rule.at(span, message, help=help_, related=related, severity=severity)


def _home(eyes: Eyes, element: Element) -> str:
    """The journey that an element is told with: its own, else the first one."""
    first = eyes.view.journeys[0].path if eyes.view.journeys else ""
    return eyes.journey(element) or first


def _header(eyes: Eyes, path: str) -> Span | None:
    journey = eyes.view.model.elements.get(path)
    return None if journey is None else journey.span


def _names(eyes: Eyes, group: list[Place]) -> str:
    named = [told(eyes, place) for place in group[:_NAMED]]
    more = len(group) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")


def told(eyes: Eyes, place: Place) -> str:
    """The name of a place with its figures."""
    figures = f" ({place.figures})" if place.figures else ""
    return f'"{eyes.title(place.element)}"{figures}'
