"""The findings of the experience rules, in the words of the person who can mend them."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic
from journeyql_experience.curve_findings import curve_findings
from journeyql_experience.hidden_findings import hidden_pains, unexplained_valleys
from journeyql_experience.pain_findings import pain_findings
from journeyql_experience.recovery_findings import recovery_findings
from journeyql_experience.telling import Telling


def found(told: Telling) -> Iterator[Diagnostic]:
    """What the rules find in a view; while a line cannot be read, nobody knows what is missing."""
    yield from unexplained_valleys(told)
    if told.story.view.model.complete:
        yield from hidden_pains(told)
        yield from pain_findings(told)
        yield from curve_findings(told)
        yield from recovery_findings(told)
