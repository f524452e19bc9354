"""The rules of the plugin, each with an example of what it finds and of what it does not."""

from __future__ import annotations

from typing import Final

from journeyql.diagnostics import Rule, Severity

_HEAD = 'channel hotline "Hotline" kind=voice\njourney j "Repair"\n  stage s "Report"\n'
_CALL = _HEAD + '    touchpoint call "Calls" @hotline emotion=3'

BARRIER_WITHOUT_ACTION: Final = Rule(
    name="barrier-without-action",
    code="EXA001",
    severity=Severity.WARNING,
    summary="A barrier is known, and nothing is planned against it.",
    reason="Whoever is kept out stays out until somebody does something.",
    wrong=_HEAD + '    touchpoint visit "Visits" emotion=3\n      barrier steps "Three steps" for=motor\n',
    right=_HEAD
    + '    touchpoint visit "Visits" emotion=3\n      barrier steps "Three steps" for=motor\n        action "A ramp"\n',
)
ONE_SENSE_ONLY: Final = Rule(
    name="one-sense-only",
    code="EXA002",
    severity=Severity.INFO,
    summary="A touchpoint can be heard only.",
    reason="Who cannot hear needs another way (EN 301 549, 6.2.1: real-time text beside voice).",
    wrong=_CALL + "\n",
    right=_CALL + " aids=relay\n",
)
RULES: Final = (BARRIER_WITHOUT_ACTION, ONE_SENSE_ONLY)
