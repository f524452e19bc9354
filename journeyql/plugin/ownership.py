"""Who owns which rule: a code's letters belong to one distribution, a rule's name and code to one plugin."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from journeyql.diagnostics import Rule
from journeyql.plugin.origin import LoadFailure, Offered, Origin
from journeyql.plugin.reserved import CODE_LETTERS
from journeyql.plugin.types import Pass


@attrs.define(eq=False, repr=False)
class _Owners:
    """What has been claimed so far."""

    rules: dict[str, tuple[Rule, Origin]] = attrs.field(factory=dict)
    letters: dict[str, Origin] = attrs.field(factory=dict)

    def refused(self, rule: Rule, origin: Origin) -> str:
        """Why a plugin may not have a rule, or nothing."""
        letters = rule.code.rstrip("0123456789")
        if letters == CODE_LETTERS and not origin.first_party:
            return f"its rule `{rule.name}` has the code {rule.code}; codes with `{CODE_LETTERS}` are the core's own"
        holder = self.letters.setdefault(letters, origin)
        if holder.distribution != origin.distribution:
            return f"its rule `{rule.name}` has the code {rule.code}; codes with `{letters}` belong to {holder}"
        return self._clash(rule, origin)

    def _clash(self, rule: Rule, origin: Origin) -> str:
        for key in (rule.name, rule.code):
            known, holder = self.rules.get(key, (rule, origin))
            if known != rule or holder.plugin != origin.plugin:
                return f"its rule `{key}` is also declared by {holder}; rule names and codes must be unique"
        return ""

    def claim(self, rule: Rule, origin: Origin) -> None:
        """Note that a plugin has a rule."""
        self.rules[rule.name] = self.rules[rule.code] = (rule, origin)


def owned(passes: Iterable[Offered[Pass]]) -> tuple[tuple[Offered[Pass], ...], tuple[LoadFailure, ...]]:
    """The passes whose rules are their own, and the refusals; JourneyQL's own plugins claim first."""
    owners = _Owners()
    kept: list[Offered[Pass]] = []
    failures: list[LoadFailure] = []
    for offer in sorted(passes, key=lambda offer: (*offer.origin.rank, offer.item.name)):
        reason = next((words for rule in offer.item.rules if (words := owners.refused(rule, offer.origin))), "")
        if reason:
            failures.append(LoadFailure.of(offer.origin, f"pass `{offer.item.name}` is left out: {reason}"))
            continue
        for rule in offer.item.rules:
            owners.claim(rule, offer.origin)
        kept.append(offer)
    return tuple(sorted(kept, key=lambda offer: offer.item.name)), tuple(failures)
