"""The findings that the two renderers report."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity

_SMALL: Final = 'journey "Coffee"\n  "Queues" emotion=2\n'

ENGINE_FAILED: Final = Rule(
    name="graph-engine-failed",
    code="JQL801",
    summary="The Graphviz engine gave no layout.",
    severity=Severity.ERROR,
    reason="Without a layout there is no picture; nothing was written.",
    unshown="It takes an engine that fails.",
)
TOO_LARGE: Final = Rule(
    name="graph-too-large",
    code="JQL802",
    summary="A journey has too many touchpoints for one picture.",
    severity=Severity.ERROR,
    reason="Nobody can read a picture of more than a thousand touchpoints, and drawing it takes minutes.",
    unshown="It takes a map of more than a thousand touchpoints.",
)
NOTHING_TO_DRAW: Final = Rule(
    name="graph-empty",
    code="JQL803",
    summary="A journey has no stage in the context that is drawn.",
    severity=Severity.WARNING,
    reason="A picture without a stage shows nothing.",
    wrong='journey "Coffee"\n',
    right=_SMALL,
)
