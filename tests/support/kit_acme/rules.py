"""The rules of the plugin."""

from __future__ import annotations

from typing import Final

from journeyql.plugin import Rule, Severity

LOUD: Final = Rule(
    name="loud-title",
    code="ACME001",
    severity=Severity.WARNING,
    summary="A title is written in capitals.",
    reason="Capitals are hard to read.",
    wrong='journey "Coffee"\n  "QUEUES" emotion=2\n',
    right='journey "Coffee"\n  "Queues" emotion=2\n',
)
COLD: Final = Rule(
    name="cold-ritual",
    code="ACME002",
    severity=Severity.INFO,
    summary="A ritual does not say how much it comforts.",
    reason="Without it nobody knows whether it may go.",
    wrong='journey "Coffee"\n  "Queues" emotion=2\n    ritual "Looks at the cakes"\n',
    right='journey "Coffee"\n  "Queues" emotion=2\n    ritual "Looks at the cakes" comfort=4\n',
)
RULES: Final = (LOUD, COLD)
