"""Kinds and facets that are not the core's own: their code runs guarded, and who made them is named when it fails."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from journeyql.diagnostics import Diagnostic
from journeyql.source import Span


@attrs.frozen(eq=False, repr=False)
class Foreign:
    """How to run the code of a kind or facet: `attempt` gives its result, or why there is none; `report` says so."""

    attempt: Callable[[Callable[[], object]], tuple[object, str]]
    report: Callable[[str, Span], Diagnostic]
