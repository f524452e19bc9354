"""One finding for all places of a journey that have the same trouble."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs

from journeyql.diagnostics import Diagnostic, Related, Rule, Severity
from journeyql.model import Element, Varying
from journeyql.source import Span
from journeyql.wording import several
from journeyql_priorities.eyes import Eyes

#: So many are named, and so many shown; the others are counted.
_NAMED, _SHOWN = 5, 20


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Gathering:
    """How places with the same trouble are told: `words` makes message and help of how many they are and their names.

    `figures` is what of an element is worth telling (`impact 4, effort 1`), `fields` the properties to point at, the first
    that is stated.
    """

    eyes: Eyes
    rule: Rule
    words: Callable[[int, str], tuple[str, str]]
    fields: Callable[[Any], tuple[Varying[Any], ...]]
    figures: Callable[[Any], str] = lambda _: ""
    severity: Severity | None = None

    def of(self, elements: Iterable[Element]) -> Iterator[Diagnostic]:
        """A finding for each journey with such elements, at the first of them."""
        groups: dict[str, list[Element]] = {}
        for element in elements:
            groups.setdefault(self._home(element), []).append(element)
        for group in groups.values():
            yield self._told(group)

    def _home(self, element: Element) -> str:
        """The journey that an element is told with: its own, else the first one."""
        first = self.eyes.view.journeys[0].path if self.eyes.view.journeys else ""
        return self.eyes.journey(element) or first

    def _told(self, group: list[Element]) -> Diagnostic:
        message, help_ = self.words(len(group), self._names(group))
        related = [Related(self._span(one), self.figures(one) or "here") for one in group[1:_SHOWN]]
        return self.rule.at(self._span(group[0]), message, help=help_, related=related, severity=self.severity)

    def _span(self, element: Element) -> Span:
        return self.eyes.span(element, *self.fields(element))

    def _names(self, group: list[Element]) -> str:
        return several(group, _NAMED, self._named)

    def _named(self, element: Element) -> str:
        figures = self.figures(element)
        return f'"{self.eyes.title(element)}"' + (f" ({figures})" if figures else "")
