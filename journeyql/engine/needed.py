"""Which analyses a drawing needs: those whose facts it draws, and those whose findings decide how the run ends.

What could be better about a journey is what `check` says; a picture neither waits for it nor tells it.
"""

from __future__ import annotations

import attrs

from journeyql.diagnostics import Rule, Severity
from journeyql.engine.rulebook import Rulebook
from journeyql.engine.schedule import Schedule, Step
from journeyql.plugin.types import Renderer


@attrs.frozen(eq=False, repr=False)
class Need:
    """A renderer, and the least severity of findings that matter beside what it draws."""

    renderer: Renderer
    least: Severity

    def schedule(self, whole: Schedule, book: Rulebook) -> Schedule:
        """The passes that are needed, and those that these need; all for a renderer that writes everything."""
        if self.renderer.complete:
            return whole
        wanted = set(self.renderer.uses)
        kept: list[Step] = []
        for step in reversed(whole.steps):
            item = step.offer.item
            if wanted.intersection(item.provides) or any(self._tells(book, rule) for rule in item.rules):
                kept.append(step)
                wanted.update(item.requires)
        return attrs.evolve(whole, steps=tuple(reversed(kept)))

    def book(self, schedule: Schedule, book: Rulebook) -> Rulebook:
        """The rules, those of analyses that matter too little switched off."""
        if self.renderer.complete:
            return book
        rules = (rule for step in schedule.steps for rule in step.offer.item.rules)
        off = {rule.name: None for rule in rules if not self._tells(book, rule)}
        return attrs.evolve(book, severities={**book.severities, **off})

    def _tells(self, book: Rulebook, rule: Rule) -> bool:
        severity = book.severities.get(rule.name, rule.severity)
        return severity is not None and severity >= self.least
