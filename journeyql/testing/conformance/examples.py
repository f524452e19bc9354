"""Whether the examples of a plugin show what they are said to show."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from journeyql.diagnostics import Rule, Severity
from journeyql.model import KindSpec
from journeyql.plugin.types import Renderer
from journeyql.testing.checking import Text
from journeyql.testing.conformance.documentation import classes
from journeyql.testing.conformance.report import Note, Problem
from journeyql.testing.conformance.subject import Subject
from journeyql.testing.rendering import Drawer
from journeyql.testing.rule_cases import WRONG, RuleCases

_HELP = "checking `wrong` reports the rule, checking `right` reports nothing; what other plugins warn of does not count"


def rules_are_shown(subject: Subject) -> Iterator[Problem | Note]:
    """Rules whose examples show something else, or that nothing shows."""
    analysed = {rule for item in subject.passes for rule in item.rules}
    drawn = {rule: item for item in subject.renderers for rule in item.rules}
    for rule in subject.rules:
        if rule.unshown:
            yield Note(f"`{rule.name}` is shown by no map. {rule.unshown}")
        elif rule.notation != "journey" or rule not in {*analysed, *drawn}:
            yield Note(
                f"the examples of `{rule.name}` are not looked at: they are no maps, or `check` does not find it"
            )
        elif rule in analysed:
            yield from _checked(subject, rule)
        else:
            yield from _drawn(subject, rule, drawn[rule])


def _checked(subject: Subject, rule: Rule) -> Iterator[Problem]:
    try:
        RuleCases(rule, subject.by_itself.showing(rule)).examples()
    except AssertionError as error:
        yield Problem(_first(error), _HELP)


def _drawn(subject: Subject, rule: Rule, renderer: Renderer) -> Iterator[Problem]:
    drawer = Drawer.of(renderer.name, plugins=subject.plugins, options=subject.options)
    for text, expected in ((rule.wrong, True), (rule.right, False)):
        found = any(finding.rule is rule for finding in drawer.draw(Text(text, name=WRONG)).diagnostics)
        if found is not expected:
            name, does = ("wrong", "does not report it") if expected else ("right", "reports it, too")
            yield Problem(f"drawing the example `{name}` of `{rule.name}` {does}", _HELP)


def kinds_are_shown(subject: Subject) -> Iterator[Problem | Note]:
    """Kinds without an example, and examples with a mistake."""
    for cls in classes(subject):
        spec = cls.__dict__.get("__journeyql__")
        if not isinstance(spec, KindSpec):
            continue
        example = textwrap.dedent(spec.doc.partition("Example:")[2].strip("\n"))
        if not example.strip():
            yield Problem(f"the kind `{spec.name}` has no example", "write a map below `Example:` in its docstring")
            continue
        result = subject.by_itself.check(Text(f"{example}\n"))
        wrong = [item for item in result.diagnostics if item.severity >= Severity.WARNING]
        if wrong:
            yield Problem(
                f"the example of the kind `{spec.name}` has a mistake: {wrong[0].message}", "show a sound map"
            )
        elif not any(element.entry is spec for element in result.model.elements.values()):
            yield Problem(f"the example of the kind `{spec.name}` does not use it", "show where it stands")


def _first(error: AssertionError) -> str:
    return str(error).split("\n\n", 1)[0].replace("\n", " ")
