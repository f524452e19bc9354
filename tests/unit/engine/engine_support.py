"""What the tests of the engine share: made-up plugins and a small map."""

import datetime
import types

from journeyql.plugin import Pass, Rule, Severity, hookimpl

TODAY = datetime.date(2026, 11, 22)
MAP = 'journey j "Repair"\n  stage report "Report" emotion=2\n'
RULE = Rule(name="low", code="ACME001", summary="s", severity=Severity.WARNING, reason="r", wrong="w", right="r")


def plugin_with(*passes, name="acme", hook="journeyql_passes"):
    module = types.ModuleType(name)
    setattr(module, hook, hookimpl(specname=hook)(lambda: passes))
    return module


def a_pass(work, **more):
    return Pass(**{"name": "p", "summary": "s", "rules": (RULE,), "work": work, **more})


def low(context):
    """Reports every stage whose emotion is 2 or less."""
    from journeyql.model import Stage

    for stage in context.view.of(Stage):
        if (context.view[stage.emotion] or 9) <= 2:
            yield RULE.at(stage.span, f"{stage.id} is low")
