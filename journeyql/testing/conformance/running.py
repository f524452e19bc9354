"""Whether the work of a plugin holds what it declares, on a map of everything and on maps that hardly anybody writes."""

from __future__ import annotations

from collections.abc import Iterator

from journeyql.diagnostics import Diagnostic
from journeyql.engine.rules import PASS_SKIPPED, PLUGIN_FAILED
from journeyql.plugin.isolate import Failure, guarded
from journeyql.plugin.manager import REPORTERS
from journeyql.plugin.targets import called
from journeyql.plugin.types import Reporter
from journeyql.plugin.work import ReportContext
from journeyql.testing.checking import Result, Text
from journeyql.testing.conformance.report import Note, Problem
from journeyql.testing.conformance.subject import Subject
from journeyql.testing.maps.odd import ODD
from journeyql.testing.rendering import Drawer
from journeyql.testing.stating import unfilled


def keeps_its_word(subject: Subject) -> Iterator[Problem | Note]:
    """Passes that fail, report what they do not declare, or do not provide what they do."""
    told: set[str] = set()
    provided: set[str] = set()
    for name, text in subject.maps.items():
        result = subject.setup.check(Text(text))
        provided |= _provided(result)
        for problem in _of_findings(subject, result.diagnostics):
            if problem not in told:
                told.add(problem)
                yield Problem(
                    f"on a map with {name}: {problem}", "findings are of declared rules, at places in the map"
                )
    for key in (key for item in subject.passes for key in item.provides):
        if key.name not in provided:
            yield Problem(f"the fact `{key.name}` is declared and never provided", "call `ctx.provide` for it")


def _provided(result: Result) -> set[str]:
    return {key.name for key in result.facts.values} if result.drawable else set()


def _of_findings(subject: Subject, findings: tuple[Diagnostic, ...]) -> Iterator[str]:
    """What the findings on a map say about the plugin itself."""
    for finding in findings:
        if finding.rule in (PLUGIN_FAILED, PASS_SKIPPED) and _names(subject, finding.message):
            yield finding.message
        elif finding.rule in subject.rules:
            yield from unfilled(finding)


def _names(subject: Subject, message: str) -> bool:
    passes = {item.name for item in subject.passes}
    return f"plugin {subject.origin}" in message or any(f"pass `{name}`" in message for name in passes)


def draws_and_prints(subject: Subject) -> Iterator[Problem | Note]:
    """Renderers that fail on some map, and reporters that print no text."""
    for renderer in subject.renderers:
        drawer = Drawer.of(renderer.name, plugins=subject.plugins, options=subject.options)
        told: set[str] = set()
        for name, text in subject.maps.items():
            problem = _drawn(drawer, text)
            if problem and problem not in told:
                told.add(problem)
                yield Problem(f"on a map with {name}: {problem}", "a renderer returns files for whatever map there is")
    for hook, item in subject.offers():
        if hook is REPORTERS:
            yield from _printed(subject, item)


def _drawn(drawer: Drawer, text: str) -> str:
    try:
        drawer.draw(Text(text))
    except AssertionError as error:
        return str(error)
    return ""


def _printed(subject: Subject, item: Reporter) -> Iterator[Problem]:
    """What is wrong with what a reporter prints about the findings on a broken map."""
    findings = subject.setup.check(Text(ODD["wrong values"])).diagnostics
    context = ReportContext(diagnostics=findings, files=1, color=False, shown=0, names=("map.journey",))
    work = called(item.work)
    text = work if isinstance(work, Failure) else guarded(lambda: work(context))
    if isinstance(text, Failure):
        yield Problem(f"reporter `{item.name}` failed: {text.reason}")
    elif not isinstance(text, str):
        yield Problem(
            f"reporter `{item.name}` returned {type(text).__name__}, not text", "return one text for all findings"
        )
