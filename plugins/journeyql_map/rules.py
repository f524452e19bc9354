"""The findings that the map reports."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity

NOTHING_TO_DRAW: Final = Rule(
    name="map-empty",
    code="JQL811",
    summary="A journey has no stage in the context that is drawn.",
    severity=Severity.WARNING,
    reason="A map without a stage shows nothing.",
    wrong='journey "Coffee"\n',
    right='journey "Coffee"\n  "Queues" emotion=2\n',
)
NO_SUCH_VIEW: Final = Rule(
    name="map-view-unknown",
    code="JQL812",
    summary="The journey has no saved view of the name that is asked for.",
    severity=Severity.WARNING,
    reason="The whole map is drawn instead, which may show more than was wanted.",
    unshown="It takes the option `saved`.",
)
